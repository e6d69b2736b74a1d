"""A vidgear sender of patterned frames from a custom generator."""

import asyncio

from vidgear.gears.asyncio import NetGear_Async

import peer
import values
from patterned import Patterned, Stamped


def arguments():
    parser = peer.options()
    parser.add_argument("--stamped", action="store_true", help="one picture with changing numbers")
    parser.add_argument("--lead", type=float, default=0, help="seconds before the first frame")
    parser.add_argument("--pace", type=float, default=0, help="seconds after each frame")
    parser.add_argument("--idle", type=float, default=0, help="seconds before the end")
    return parser.parse_args()


async def frames(args, server):
    series = Stamped(args) if args.stamped else Patterned(args)
    data = values.series(args.data)
    peer.say("ready")
    await asyncio.sleep(args.lead)
    for index in range(series.count):
        frame = series.frame(index)
        yield (data(index), frame) if args.bidirectional else frame
        if args.bidirectional:
            peer.say("reply", data=values.shown(await server.transceive_data()))
        await asyncio.sleep(args.pace)
    await asyncio.sleep(args.idle)


def stream(args):
    server = NetGear_Async(source=None, **peer.connection(args))
    asyncio.set_event_loop(server.loop)
    server.config["generator"] = frames(args, server)
    server.launch()
    server.loop.run_until_complete(server.task)
    server.close()


if __name__ == "__main__":
    peer.die_with_parent()
    args = arguments()
    peer.conclude(lambda: stream(args))
