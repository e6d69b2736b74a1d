"""Says what vidgear's users write: the parameters, options and methods of its gears."""

import inspect
import re

from vidgear.gears import CamGear, PiGear, VideoGear
from vidgear.gears.asyncio import NetGear_Async
from vidgear.gears.ffgear import FFGear
from vidgear.gears.stabilizer import Stabilizer
from vidgear.gears.stabilizer.asw import ASWStabilizer

import peer

OPTION = re.compile(r'options\.(?:pop|get)\(\s*"([^"]+)"|"([^"]+)" in options')
LISTED = re.compile(r"(?:valid_config_options|non_usb_options) = \[(.*?)\]", re.DOTALL)
HIDDEN = {"self", "options", "kwargs"}


def parameters(function):
    """The names it is called with."""
    return set(inspect.signature(function).parameters) - HIDDEN


def options(gear):
    """The keys it looks for in its options."""
    source = inspect.getsource(gear)
    keys = {one or other for one, other in OPTION.findall(source)}
    for listed in LISTED.findall(source):
        keys.update(re.findall(r'"(\w+)"', listed))
    return keys


def methods(gear):
    """What can be called on it."""
    return {name for name, _ in inspect.getmembers(gear, inspect.isfunction) if not name.startswith("_")}


def names(gear):
    """All of them."""
    return parameters(gear.__init__) | options(gear) | methods(gear)


for gear in (NetGear_Async, PiGear, CamGear, FFGear, VideoGear):
    peer.say("gear", name=gear.__name__, names=sorted(names(gear)))
stabilizer = parameters(Stabilizer) | names(ASWStabilizer)
peer.say("gear", name="Stabilizer", names=sorted(stabilizer))
