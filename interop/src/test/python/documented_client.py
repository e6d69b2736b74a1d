"""vidgear's documented bare-minimum client; it prints what it would show in a window."""

import asyncio
import sys

from vidgear.gears.asyncio import NetGear_Async

import peer
from patterned import report

peer.die_with_parent()
client = NetGear_Async(receive_mode=True, port=sys.argv[1])
peer.announce_when_bound(client)
client.launch()


async def main():
    async for frame in client.recv_generator():
        peer.say("frame", **report(frame))
        await asyncio.sleep(0)


if __name__ == "__main__":
    asyncio.set_event_loop(client.loop)
    try:
        client.loop.run_until_complete(main())
    except (KeyboardInterrupt, SystemExit):
        pass
    client.close()
    peer.say("end", ended="terminated")
