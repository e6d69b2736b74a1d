"""msgpack-numpy as vidgear calls it, as a service: a length, a letter and a payload each way."""

import json
import struct
import sys

import msgpack
import msgpack_numpy
import numpy as np

from patterned import described, elements


def pack(value):
    return msgpack.packb(value, default=msgpack_numpy.encode)


def unpack(message):
    return msgpack.unpackb(message, use_list=False, object_hook=msgpack_numpy.decode)


def made(payload):
    """The array that a JSON object describes."""
    wanted = json.loads(payload)
    dtype, shape = described(wanted["dtype"]), tuple(wanted["shape"])
    length = dtype.itemsize * int(np.prod(shape, dtype=np.int64))
    return np.ndarray(shape, dtype, elements(wanted["seed"], 0, length).tobytes())


def knows(payload):
    try:
        np.dtype(payload.decode())
    except TypeError:
        return b"no"
    return b"yes"


def look(message):
    """What an array is in a line of JSON, then its elements."""
    array = unpack(message)
    seen = {"itemsize": array.dtype.itemsize, "dtype": array.dtype.str, "shape": array.shape}
    return json.dumps(seen).encode() + b"\n" + array.tobytes()


ANSWERS = {
    b"r": lambda message: pack(unpack(message)),
    b"w": lambda payload: pack(made(payload)),
    b"s": lambda payload: pack(made(payload)[()]),
    b"l": look,
    b"k": knows,
    b"o": lambda payload: pack(np.array(json.loads(payload), dtype=object)),
}


def answer(request):
    try:
        return b"+" + ANSWERS[request[:1]](request[1:])
    except Exception as failure:
        return b"-" + repr(failure).encode()


def serve(requests, replies):
    while length := requests.read(4):
        reply = answer(requests.read(*struct.unpack(">I", length)))
        replies.write(struct.pack(">I", len(reply)) + reply)
        replies.flush()


serve(sys.stdin.buffer, sys.stdout.buffer)
