"""Writes golden.jsonl.gz: what the real Python packages put on the wire, and what it means.

The versions below are pinned on purpose; the script refuses to run with others, so that the file
only changes when somebody means it to:

    python -m venv golden && . golden/bin/activate
    pip install msgpack==1.2.4 msgpack-numpy==0.4.8 numpy==2.4.6
    python src/test/python/make_golden.py src/test/resources/golden/golden.jsonl.gz

Each line is one message: "name", "says" (what kind of message), "wire" (its parts in base64) and
what it holds. "encodes" is false where Python writes a form that Framewire only reads. Run it on
x86-64 Linux, where long double has 16 bytes.
"""

import base64
import gzip
import json
import math
import sys
from importlib.metadata import version

import msgpack
import msgpack_numpy
import numpy as np

PINNED = {"msgpack": "1.2.4", "msgpack-numpy": "0.4.8", "numpy": "2.4.6"}

lines = []


def b64(data):
    return base64.b64encode(data).decode()


def plain(value):
    """A plain value as JSON; what JSON lacks becomes a map with one key that begins with $."""
    if isinstance(value, bytes):
        return {"$bytes": b64(value)}
    if isinstance(value, float):
        return {"$float": repr(value)}
    if isinstance(value, (list, tuple)):
        return [plain(element) for element in value]
    if isinstance(value, dict):
        return {"$map": [[plain(key), plain(entry)] for key, entry in value.items()]}
    return value


def line(name, says, wire, **meaning):
    lines.append({"name": name, "says": says, "wire": [b64(part) for part in wire], **meaning})


def described(dtype):
    return dtype.descr if dtype.kind == "V" else dtype.str


def array(name, value, wire=None, encodes=True):
    packed = wire or msgpack.packb(value, default=msgpack_numpy.encode)
    line(
        name,
        "array",
        [packed],
        dtype=described(value.dtype),
        shape=list(value.shape),
        data=b64(value.tobytes()),
        encodes=encodes,
    )


def filled(dtype, shape, seed):
    """Elements of arbitrary but fixed bytes: every dtype must pass them through untouched."""
    dtype = np.dtype(dtype)
    count = math.prod(shape) * dtype.itemsize
    data = bytes((seed * 31 + index * 7) % 256 for index in range(count))
    if dtype.kind == "b":
        data = bytes(byte & 1 for byte in data)
    return np.ndarray(buffer=bytearray(data), dtype=dtype, shape=shape)


def plain_dtypes():
    names = ["b1", "i1", "u1"]
    for order in "<>":
        names += [order + kind for kind in "i2 i4 i8 u2 u4 u8 f2 f4 f8 c8 c16 U1 U3".split()]
    return names + ["<f16", "<c32", "S1", "S5", "S300"]


def structures():
    return {
        "simple": [("a", "<i2"), ("b", ">f4")],
        "one_field": [("only", "u1")],
        "nested": [("n", [("x", "u1"), ("y", [("z", "<c16"), ("w", "S3")])]), ("t", "<U2")],
        "subarray": [("m", ">f4", (2, 3)), ("v", "u1", (1,)), ("n", [("k", "<i4", (2,))], (2, 2))],
        "long_subarray": [("m", "u1", (200,)), ("k", "u1", (70000,))],
        "titled": [(("Title", "name"), "<f8"), (("Other", "array"), "u1", (3,)), ("bare", "b1")],
        "void_field": [("v", "V3"), ("u", "u1")],
        "unicode_name": [("größe", "<u2"), ("高", "<u2")],
        "long_name": [("x" * 31, "u1"), ("y" * 32, "u1"), ("z" * 300, "u1")],
        "twenty_fields": [("f%d" % index, "u1") for index in range(20)],
        "empty_field": [("e", "S0"), ("u", "u1")],
        "aligned": np.dtype([("a", "u1"), ("b", "<i4"), ("c", "u1")], align=True),
        "offsets": np.dtype({"names": ["a"], "formats": ["u1"], "offsets": [3], "itemsize": 8}),
        "aligned_nested": np.dtype(
            [("a", np.dtype([("q", "u1"), ("z", "<f8")], align=True)), ("b", "u1")], align=True
        ),
        "padded_subarray": np.dtype(
            [("a", "u1"), ("b", np.dtype([("q", "u1"), ("z", "<i2")], align=True), (2,))], align=True
        ),
    }


def arrays():
    for seed, name in enumerate(plain_dtypes()):
        array("plain " + name, filled(name, (2, 3), seed))
    # Python refuses these where they lie contiguous in memory, and only there
    for name in [">f16", ">c32", "<M8[ns]", ">M8[25s]", "<M8", "<m8[us]", ">m8[D]", "<m8"]:
        array("strided " + name, filled(name, (2, 6), 8)[:, ::2])
    array("strided structure", filled([("t", "<M8[D]"), ("d", ">m8[as]", (2,))], (4,), 8)[::2])
    for rank in range(33):
        shape = tuple(2 if axis % 8 == 3 else 1 for axis in range(rank))
        array("rank %d" % rank, filled("<u2", shape, rank))
    for shape in [(0,), (2, 0, 3), (127,), (128,), (255,), (256,), (1, 65535), (65536, 1)]:
        array("shape %s" % (shape,), filled("u1", shape, 1))
    array("empty but long", np.zeros((0, 70000, 300), "<f8"))
    for name, dtype in structures().items():
        for shape in [(), (2,), (1, 2)]:
            if shape == () or np.dtype(dtype).itemsize < 1000:
                array("structure %s %s" % (name, shape), filled(dtype, shape, 5))
    for size in [0, 1, 5, 300]:
        array("void V%d" % size, filled("V%d" % size, (2,), size))
    array("text", np.array(["grün", "鳥", ""], dtype="<U4"))
    array("values", np.array([[1.5, -0.0], [math.inf, math.nan]]))
    array("fortran order", np.asfortranarray(np.arange(6, dtype="<i4").reshape(2, 3)))
    array("every second", np.arange(12, dtype="u1").reshape(3, 4)[:, ::2])
    array("picture", filled("u1", (4, 6, 3), 9))
    array("no fields", np.zeros((2,), np.dtype([])), encodes=False)


def scalars():
    for scalar in [
        np.bool_(True), np.int8(-3), np.uint8(200), np.int16(-300), np.uint16(60000),
        np.int32(-70000), np.uint32(4000000000), np.int64(-(2**40)), np.uint64(2**63),
        np.float16(1.5), np.float32(0.1), np.complex64(1 + 2j), np.timedelta64(90, "s"),
    ]:  # fmt: skip
        array("scalar " + scalar.dtype.str, scalar, encodes=False)
    for value in [1 + 2j, 1j, -1j, complex(-0.0, -1), complex(0, -0.0), complex(1e300, 1e-7),
                  complex(math.nan, math.inf), complex(-math.inf, math.nan),
                  complex(0, math.inf), 0.1 + 0.2j, 123456789.123e10 - 5e-324j]:  # fmt: skip
        packed = msgpack.packb(value, default=msgpack_numpy.encode)
        array("complex %r" % value, np.array(value), wire=packed, encodes=False)


def other_writers():
    """Forms that older packages, other options and other languages write."""
    value = filled("<i2", (2, 2), 3)
    table = filled([("a", "<i2"), (("T", "b"), "u1", (2,))], (2,), 4)
    whole = msgpack_numpy.encode(value)
    old = {key: entry for key, entry in whole.items() if key != b"kind"}
    described_table = msgpack_numpy.encode(table)
    as_bytes = dict(described_table)
    as_bytes[b"type"] = [(b"a", b"<i2"), (("T", "b"), "u1", 2)]
    forms = {
        "without kind": (value, old),
        "keys as str": (value, {key.decode(): entry for key, entry in whole.items()}),
        "type as bin": (value, {**whole, b"type": b"<i2"}),
        "kind as str": (table, {**described_table, b"kind": "V"}),
        "reversed keys": (value, dict(reversed(whole.items()))),
        "extra keys": (value, {b"more": [1, {b"x": None}, 2.5], **whole, b"last": b"z" * 300}),
        "structure without kind": (
            table, {key: entry for key, entry in described_table.items() if key != b"kind"}),
        "structure with bin names": (table, as_bytes),
    }  # fmt: skip
    for name, (meaning, form) in forms.items():
        array(name, meaning, wire=msgpack.packb(form), encodes=False)
    raw = msgpack.packb(whole, use_bin_type=False)
    array("all as raw", value, wire=raw, encodes=False)


def plain_values():
    whole = [0, 1, 127, 128, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**63 - 1, 2**63, 2**64 - 1]
    negative = [-1, -32, -33, -128, -129, -32768, -32769, -(2**31), -(2**31) - 1, -(2**63)]
    texts = ["a", "x" * 31, "x" * 32, "ü" * 127 + "x", "ü" * 128, "y" * 65535, "z" * 65536, "鳥🐦"]
    for value in whole + negative + texts:
        shown = value if isinstance(value, int) else "%d characters" % len(value)
        yield "%s %s" % (type(value).__name__, shown), value
    for value in [0.0, -0.0, 1.5, 0.1, 1e300, math.inf, -math.inf, math.nan, np.float64(2.5)]:
        yield "float %r" % value, float(value)
    for value in [True, False]:
        yield "bool %s" % value, value
    for size in [0, 1, 255, 256, 65536]:
        yield "bytes %d" % size, bytes(index % 251 for index in range(size))
    for size in [0, 1, 15, 16, 65536]:
        yield "list %d" % size, [7] * size
    for size in [0, 1, 15, 16, 300]:
        yield "dict %d" % size, {"k%d" % index: index for index in range(size)}
    yield "mixed", {"s": "t", b"b": b"c", "l": [1, [2.5, None, {"x": False}], []], "n": None}
    yield "numpy scalar in data", msgpack_numpy.encode(np.float32(1.5)) | {b"data": b"\0\0\xc0?"}


def messages():
    frame = filled("u1", (2, 2, 3), 2)
    part = msgpack.packb(frame, default=msgpack_numpy.encode)
    for bidirectional in [False, True]:
        header = {"terminate": False, "bi_mode": bidirectional, "data": ""}
        line("frame %s" % bidirectional, "frame", [msgpack.packb(header), part],
             bidirectional=bidirectional)  # fmt: skip
    for name, value in plain_values():
        header = {"terminate": False, "bi_mode": True, "data": value}
        line("frame with " + name, "frame", [msgpack.packb(header), part],
             bidirectional=True, data=plain(value))  # fmt: skip
        reply = {"return_type": type(value).__name__, "return_data": value}
        line("reply " + name, "reply", [msgpack.packb(reply)], data=plain(value))
    line("end", "end", [msgpack.packb({"terminate": True})])
    line("reply none", "reply", [msgpack.packb({"return_type": "NoneType", "return_data": ""})])
    announced = msgpack.packb({"return_type": "ndarray", "return_data": None})
    line("reply array", "array reply", [announced, part])
    words = "Client-`7A0Z9QKX` successfully terminated!"
    line("confirmation", "confirmation", [msgpack.packb({"terminated": words})], text=words)
    words = "Data received on client: 7A0Z9QKX !"
    line("acknowledgement", "acknowledgement", [bytes(words, "utf-8")], text=words)


def read_only_messages():
    part = msgpack.packb(filled("u1", (2, 2, 3), 2), default=msgpack_numpy.encode)
    for name, header in {
        "header with nil": {"terminate": False, "bi_mode": True, "data": None},
        "header with bin keys": {b"terminate": False, b"bi_mode": True, b"data": b""},
        "header with extra keys": {"x": [1], "data": "", "bi_mode": True, "terminate": False, 5: 6},
    }.items():
        meaning = {"data": plain(b"")} if b"data" in header else {}
        line(name, "frame", [msgpack.packb(header), part],
             bidirectional=True, encodes=False, **meaning)  # fmt: skip
    line("header of an older vidgear", "frame", [msgpack.packb({"terminate": False}), part],
         bidirectional=False, encodes=False)  # fmt: skip
    for name, value in {"tuple": (1, (2, "x")), "float64": np.float64(0.5), "str_": np.str_("s")}.items():
        reply = {"return_type": type(value).__name__, "return_data": value}
        simple = value.item() if isinstance(value, np.generic) else value
        line("reply as " + name, "reply", [msgpack.packb(reply)], data=plain(simple), encodes=False)
    line("reply nil", "reply", [msgpack.packb({"return_type": "x", "return_data": None})],
         encodes=False)  # fmt: skip


def refused():
    objects = msgpack.packb(np.array([{"a": 1}, None]), default=msgpack_numpy.encode)
    line("object array", "refused", [objects], reason="never unpickled")
    field = msgpack.packb(np.zeros(1, [("o", "O")]), default=msgpack_numpy.encode)
    blank = {b"nd": True, b"type": [("a", "u1"), ("o", "|O")], b"kind": b"V", b"shape": (1,)}
    assert b"|O" in field
    line("object field", "refused", [msgpack.packb({**blank, b"data": bytes(9)})],
         reason="never unpickled")  # fmt: skip
    masked = msgpack.packb(np.ma.array([1, 2]), default=msgpack_numpy.encode)
    line("masked array", "refused", [masked], reason="not text or bytes")
    too_deep = msgpack.packb(np.zeros((1,) * 33), default=msgpack_numpy.encode)
    line("rank 33", "refused", [too_deep], reason="33 dimensions")


def main(target):
    found = {name: version(name) for name in PINNED}
    if found != PINNED:
        sys.exit("made for %s, but these are installed: %s" % (PINNED, found))
    for make in [arrays, scalars, other_writers, messages, read_only_messages, refused]:
        make()
    text = "".join(json.dumps(entry, separators=(",", ":")) + "\n" for entry in lines)
    with open(target, "wb") as out:
        out.write(gzip.compress(text.encode(), mtime=0))
    print("%d messages" % len(lines))


if __name__ == "__main__":
    main(sys.argv[1])
