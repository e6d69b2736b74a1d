"""Sends a camera or a file to `examples/run Edges`: python3 examples/python/send.py [SOURCE] [PORT]"""

import asyncio
import sys

from vidgear.gears.asyncio import NetGear_Async

source = sys.argv[1] if len(sys.argv) > 1 else "0"
port = sys.argv[2] if len(sys.argv) > 2 else "5555"
source = int(source) if source.isdigit() else source

server = NetGear_Async(source=source, port=port).launch()
asyncio.set_event_loop(server.loop)
server.loop.run_until_complete(server.task)
server.close()
