"""vidgear's stabilizer over a shaky clip, a round for each line of standard input."""

import sys
import time

from vidgear.gears.stabilizer import Stabilizer

import peer
import shaky
from stabilizer import Watched


def round_through(clip):
    stabilizer = Stabilizer()
    start = time.perf_counter()
    for frame in clip:
        stabilizer.stabilize(frame)
    return time.perf_counter() - start


def watch(clip):
    watched = Watched()
    for frame in clip:
        watched.stabilize(frame)
    watched.release()
    peer.say("vidgear", motions=watched.motions, corrections=watched.corrections)


path, width, height, count = sys.argv[1], *map(int, sys.argv[2:])
shake, pan = shaky.shake(count, 1), shaky.wanted(count)
frames = list(shaky.filmed(shaky.photo(width, height), shake + pan, width, height))
with open(path, "wb") as file:
    for picture in frames:
        file.write(picture.tobytes())
peer.say("clip", shake=shake.tolist(), pan=pan.tolist())
watch(frames)
for line in sys.stdin:
    peer.say("round", seconds=round_through(frames))
