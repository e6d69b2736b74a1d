"""vidgear's documented bare-minimum server; only the file and the port come from outside."""

import asyncio
import sys

from vidgear.gears.asyncio import NetGear_Async

import peer

peer.die_with_parent()
server = NetGear_Async(source=sys.argv[1], port=sys.argv[2]).launch()

if __name__ == "__main__":
    asyncio.set_event_loop(server.loop)
    try:
        server.loop.run_until_complete(server.task)
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.close()
