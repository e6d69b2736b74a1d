"""The same as wire_netgear_async.py, as if nothing were installed that vidgear can be imported without."""

import importlib
import sys

for unneeded in ("aiortc", "deffcode", "mss", "pyscreenshot", "simplejpeg", "uvicorn", "yt_dlp"):
    sys.modules[unneeded] = None

importlib.import_module("wire_netgear_async")
