"""A vidgear receiver that says which patterned frame each frame is."""

import asyncio

from vidgear.gears.asyncio import NetGear_Async

import peer
import values
from patterned import Patterned, report


async def receive(args, client):
    frames = Patterned(args)
    replies = values.series(args.data)
    last, count = -1, 0
    async for item in client.recv_generator():
        data, frame = item if args.bidirectional else (None, item)
        number = frames.number_of(frame, last)
        peer.say("frame", number=number, data=values.shown(data), **report(frame))
        last = max(last, number)
        if args.bidirectional:
            await client.transceive_data(data=replies(count))
        count += 1


def stream(args):
    client = NetGear_Async(receive_mode=True, **peer.connection(args))
    peer.announce_when_bound(client)
    client.launch()
    asyncio.set_event_loop(client.loop)
    client.loop.run_until_complete(receive(args, client))
    client.close()


if __name__ == "__main__":
    peer.die_with_parent()
    args = peer.options().parse_args()
    peer.conclude(lambda: stream(args))
