"""Says what OpenCV decodes from files: the shape and CRC-32 of each frame."""

import base64
import sys
import zlib

import cv2
import numpy as np

import peer


def crc32(frame):
    return zlib.crc32(np.ascontiguousarray(frame))


def frames(path):
    clip = cv2.VideoCapture(path)
    grabbed, frame = clip.read()
    while grabbed:
        yield frame
        grabbed, frame = clip.read()


def colour_spaces(picture):
    for name in sorted(name for name in dir(cv2) if name.startswith("COLOR_BGR2")):
        converted = cv2.cvtColor(picture, getattr(cv2, name))
        pixels = base64.b64encode(converted.tobytes()).decode()
        peer.say("colorspace", name=name, shape=list(converted.shape), pixels=pixels)


for path in sys.argv[1:]:
    decoded = list(frames(path))
    peer.say(
        "clip",
        path=path,
        shapes=[list(frame.shape) for frame in decoded],
        crc32=[crc32(frame) for frame in decoded],
    )

colour_spaces(next(frames(sys.argv[1])))
peer.say("end", ended="terminated")
