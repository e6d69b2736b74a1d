"""Sends a camera or a file to `examples/run Faces`, which answers each frame with where the faces are.

python3 examples/python/send_for_faces.py [SOURCE] [PORT]
"""

import asyncio
import sys

import cv2
from vidgear.gears.asyncio import NetGear_Async

source = sys.argv[1] if len(sys.argv) > 1 else "0"
port = sys.argv[2] if len(sys.argv) > 2 else "5555"
server = NetGear_Async(port=port, bidirectional_mode=True)


async def frames():
    camera = cv2.VideoCapture(int(source) if source.isdigit() else source)
    grabbed, frame = camera.read()
    while grabbed:
        yield "faces?", frame
        faces = await server.transceive_data() or []  # Java's answer to this very frame
        for x, y, width, height in faces:
            cv2.rectangle(frame, (x, y), (x + width, y + height), (0, 255, 0), 2)
        cv2.imwrite("faces.png", frame)
        print("faces:", [list(face) for face in faces], flush=True)
        grabbed, frame = camera.read()


server.config["generator"] = frames()
server.launch()
asyncio.set_event_loop(server.loop)
server.loop.run_until_complete(server.task)
server.close()
