"""Makes a small video file and says what decoding it gives."""

import sys

import cv2
import numpy as np

import peer
from patterned import report

PATH, FRAMES = sys.argv[1], int(sys.argv[2])
WIDTH, HEIGHT = 160, 120


def picture(index):
    image = np.full((HEIGHT, WIDTH, 3), (60, 90, 20 + 4 * index), np.uint8)
    cv2.circle(image, (20 + 3 * index, 60), 15, (0, 220, 255), -1)
    return image


def write():
    writer = cv2.VideoWriter(PATH, cv2.VideoWriter_fourcc(*"MJPG"), 25, (WIDTH, HEIGHT))
    for index in range(FRAMES):
        writer.write(picture(index))
    writer.release()


def read():
    clip = cv2.VideoCapture(PATH)
    grabbed, frame = clip.read()
    while grabbed:
        peer.say("frame", **report(frame))
        grabbed, frame = clip.read()


write()
read()
peer.say("end", ended="terminated")
