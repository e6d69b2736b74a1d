"""What every peer script does: speak JSON lines, announce that it is bound, die with its parent."""

import argparse
import asyncio
import json
import logging
import os
import threading

import zmq


def say(event, **values):
    """Prints one line for the Java side."""
    print(json.dumps({"event": event, **values}), flush=True)


def options():
    """The options that both ends have."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pattern", type=int, default=0)
    parser.add_argument("--endpoint", default="tcp://127.0.0.1:0", help="port 0 binds any free one")
    parser.add_argument("--frames", type=int, default=0, help="how many patterned frames there are")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--dtype", default='"|u1"', help="JSON: a string or a list of fields")
    parser.add_argument("--shape", default="[48, 64, 3]", help="JSON")
    parser.add_argument("--timeout", type=float, default=15.0)
    parser.add_argument("--bidirectional", action="store_true")
    parser.add_argument("--data", default="[null]", help="JSON: what goes with frames, or back, in turn")
    return parser


def connection(args):
    """What NetGear_Async is made with."""
    protocol, place = args.endpoint.split("://", 1)
    address, port = place.rsplit(":", 1)
    values = {
        "protocol": protocol,
        "address": address,
        "port": port,
        "pattern": args.pattern,
        "timeout": args.timeout,
    }
    if args.bidirectional:
        values["bidirectional_mode"] = True
    return values


def die_with_parent():
    """Ends this process when standard input ends, that is when the Java side is gone."""

    def watch():
        while os.read(0, 4096):
            pass
        os._exit(3)

    threading.Thread(target=watch, daemon=True).start()


def announce_when_bound(client):
    """Says where vidgear is once it logs that it is bound; it has no other sign of it."""

    class Bound(logging.Handler):
        def emit(self, record):
            if "Receive Mode is activated" in record.getMessage():
                endpoint = client._NetGear_Async__msg_socket.getsockopt(zmq.LAST_ENDPOINT)
                say("ready", endpoint=endpoint.decode().rstrip("\0").replace("0.0.0.0", "127.0.0.1"))

    logging.getLogger("NetGear_Async").addHandler(Bound())


def conclude(work):
    """Runs the stream and says how it ended; exits at once where vidgear's own end would hang."""
    try:
        work()
    except asyncio.TimeoutError:
        say("end", ended="timeout")
    except Exception as failure:
        say("end", ended="error", detail=repr(failure))
    else:
        say("end", ended="terminated")
        return
    os._exit(0)
