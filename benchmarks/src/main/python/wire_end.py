"""What every Python end does: reads its options, prepares frames, watches those that arrive, speaks JSON lines."""

import argparse
import asyncio
import json
import os
import sys
import threading
import time
import zlib

import numpy as np

STAMP_BYTES = 16
SILENCE = 3600


def say(event, **values):
    """Prints one line for the orchestrator."""
    print(json.dumps({"event": event, **values}), flush=True)


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("role", choices=["sender", "receiver"])
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--pattern", required=True, choices=["pair", "req", "pub", "push"])
    parser.add_argument("--width", type=int, required=True)
    parser.add_argument("--height", type=int, required=True)
    parser.add_argument("--frames", type=int, default=0, help="silent after so many; 0 for no end")
    parser.add_argument("--pictures", type=int, default=8, help="so many prepared ones, in turn")
    parser.add_argument("--rate", type=float, default=0, help="frames a second; 0 for all it can")
    parser.add_argument("--warmup", type=float, default=1, help="seconds that do not count")
    parser.add_argument("--seconds", type=float, default=1, help="seconds that count")
    parser.add_argument("--latency", default="false", help="true: note each frame's time on its way")
    parser.add_argument("--digest", type=int, default=0, help="check so many frames instead")
    return parser.parse_args()


def run(send, receive):
    """Is the end that the command line asks for."""
    args = options()
    if args.role == "sender":
        frames = Frames(args)
        get_ready()
        heed(frames)
        send(args, frames)
        time.sleep(SILENCE)
    else:
        get_ready()
        heed()
        receive(args, Watch(args))


def get_ready():
    """Waits for the word to go; from then on ends with the orchestrator."""
    say("ready", clock=time.monotonic_ns())
    if sys.stdin.readline().strip() != "go":
        sys.exit(1)


def heed(frames=None):
    """Listens to the orchestrator on a thread of its own."""

    def listen():
        for line in sys.stdin:
            if line.strip() == "report":
                say("result", digests=frames.digests)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()


class Pace:
    """When the next frame is due."""

    def __init__(self, rate):
        self.step = 1 / rate if rate else 0
        self.due = 0

    def sleep(self):
        """Waits until then, where there is a pace at all."""
        if self.step:
            time.sleep(self.left())

    async def rest(self):
        """The same on an event loop."""
        if self.step:
            await asyncio.sleep(self.left())

    def left(self):
        now = time.monotonic()
        self.due = max(self.due + self.step, now)
        return self.due - now


class Frames:
    """Prepared pictures; each is stamped with its time and number just before it is sent."""

    def __init__(self, args):
        random = np.random.default_rng(args.width)
        shape = (args.height, args.width, 3)
        self.ring = [random.integers(0, 256, shape, np.uint8) for _ in range(args.pictures)]
        self.stamps = [stamp_of(picture) for picture in self.ring]
        self.digest = bool(args.digest)
        self.limit = args.frames or sys.maxsize
        self.digests = []
        self.count = 0

    def more(self):
        return self.count < self.limit

    def next(self):
        if self.digest:
            return self.next_noted()
        slot = self.count % len(self.ring)
        stamp = self.stamps[slot]
        stamp[1] = self.count
        self.count += 1
        stamp[0] = time.monotonic_ns()
        return self.ring[slot]

    def next_noted(self):
        # a copy, for a peer that does not copy may still be reading the one before
        picture = self.ring[self.count % len(self.ring)].copy()
        stamp_of(picture)[:] = time.monotonic_ns(), self.count
        self.digests.append([self.count, zlib.crc32(picture)])
        self.count += 1
        return picture


class Watch:
    """Counts the frames in hand over the measured interval, which follows the warm-up."""

    def __init__(self, args):
        self.warmup = int(args.warmup * 1e9)
        self.seconds = int(args.seconds * 1e9)
        self.latency = args.latency == "true"
        self.digest = args.digest
        self.shape = (args.height, args.width, 3)
        self.phase = 0
        self.mark = 0
        self.start = 0
        self.count = 0
        self.latencies = []
        self.digests = []

    def took(self, frame):
        """A frame has arrived."""
        now = time.monotonic_ns()
        self.count += 1
        if self.digest:
            self.note_digest(frame)
            return
        if self.latency:
            self.latencies.append(now - int(stamp_of(frame)[0]))
        if now >= self.mark:
            self.next_phase(now, frame)

    def next_phase(self, now, frame):
        self.phase += 1
        if self.phase == 1:
            assert frame.shape == self.shape, f"frames are {frame.shape}, not {self.shape}"
            self.mark = now + self.warmup
        elif self.phase == 2:
            self.count, self.latencies, self.start = 0, [], now
            self.mark = now + self.seconds
            say("from")
        elif self.phase == 3:
            say("result", frames=self.count, nanos=now - self.start, latencies=self.latencies)
            self.mark = sys.maxsize

    def note_digest(self, frame):
        if self.count <= self.digest:
            self.digests.append([int(stamp_of(frame)[1]), zlib.crc32(np.ascontiguousarray(frame))])
        if self.count == self.digest:
            say("result", digests=self.digests)


def stamp_of(picture):
    return picture.reshape(-1)[:STAMP_BYTES].view(np.int64)


def address(args):
    """What vidgear is made with: protocol, address and port."""
    protocol, place = args.endpoint.split("://", 1)
    host, port = place.rsplit(":", 1)
    return {"protocol": protocol, "address": host, "port": port}
