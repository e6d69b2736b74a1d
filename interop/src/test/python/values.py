"""The values that go with frames and replies: made from JSON, and shown as JSON that names every type."""

import json

import numpy as np

from patterned import described, elements, report


def series(text):
    """A function from a number to one of the JSON list's values, beginning anew after the last."""
    values = [made(value) for value in json.loads(text)]
    return lambda index: values[index % len(values)]


def made(value):
    """A value from JSON; an object with one of these names is what JSON has no word for."""
    if isinstance(value, dict):
        if "$bytes" in value:
            return bytes.fromhex(value["$bytes"])
        if "$tuple" in value:
            return tuple(made(element) for element in value["$tuple"])
        if "$float64" in value:
            return np.float64(value["$float64"])
        if "$array" in value:
            return array(**value["$array"])
        return {key: made(element) for key, element in value.items()}
    if isinstance(value, list):
        return [made(element) for element in value]
    return value


def array(dtype, shape, seed, index, layout="C"):
    """One of patterned.py's frames, in an order of its own in memory."""
    kind = described(dtype)
    length = kind.itemsize * int(np.prod(shape, dtype=np.int64))
    made = np.ndarray(tuple(shape), kind, elements(seed, index, length).tobytes())
    return np.asfortranarray(made) if layout == "F" else made


def shown(value):
    """What a value is, for the Java side to compare."""
    kind = type(value).__name__
    if isinstance(value, np.ndarray):
        seen = report(value)
        return {"type": kind, "value": {**seen, "crc32": str(seen["crc32"])}}
    if isinstance(value, dict):
        return {"type": kind, "value": {key: shown(element) for key, element in value.items()}}
    if isinstance(value, (list, tuple)):
        return {"type": kind, "value": [shown(element) for element in value]}
    if isinstance(value, bytes):
        return {"type": kind, "value": value.hex()}
    return {"type": kind, "value": str(value)}
