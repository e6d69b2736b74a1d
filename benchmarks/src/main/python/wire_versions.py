"""Says the versions of the peers as one JSON object."""

import json
import platform
from importlib.metadata import version

import zmq

PACKAGES = ["vidgear", "imagezmq", "pyzmq", "numpy", "msgpack", "uvloop"]

print(
    json.dumps(
        {
            "Python": platform.python_version(),
            **{name: version(name) for name in PACKAGES},
            "libzmq": zmq.zmq_version(),
        }
    )
)
