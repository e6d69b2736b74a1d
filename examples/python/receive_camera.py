"""Receives what `examples/run CameraToPython` sends: python3 examples/python/receive_camera.py [PORT]"""

import asyncio
import sys

import cv2
from vidgear.gears.asyncio import NetGear_Async

port = sys.argv[1] if len(sys.argv) > 1 else "5555"
client = NetGear_Async(receive_mode=True, port=port).launch()


async def main():
    async for frame in client.recv_generator():
        cv2.imwrite("camera.png", frame)
        print("received", frame.shape, flush=True)


asyncio.set_event_loop(client.loop)
client.loop.run_until_complete(main())
client.close(skip_loop=True)
