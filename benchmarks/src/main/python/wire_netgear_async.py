"""vidgear's NetGear_Async as an end: a custom generator at the sender, recv_generator at the receiver."""

import asyncio

from vidgear.gears.asyncio import NetGear_Async

import wire_end

NUMBERS = {"pair": 0, "req": 1, "pub": 2, "push": 3}


async def generated(frames, pace):
    while frames.more():
        await pace.rest()
        yield frames.next()
    await asyncio.Event().wait()


def send(args, frames):
    server = NetGear_Async(source=None, pattern=NUMBERS[args.pattern], **wire_end.address(args))
    asyncio.set_event_loop(server.loop)
    server.config["generator"] = generated(frames, wire_end.Pace(args.rate))
    server.launch()
    server.loop.run_until_complete(server.task)


async def taken(client, watch, pace):
    async for frame in client.recv_generator():
        watch.took(frame)
        await pace.rest()


def receive(args, watch):
    client = NetGear_Async(
        receive_mode=True, pattern=NUMBERS[args.pattern], **wire_end.address(args)
    )
    client.launch()
    asyncio.set_event_loop(client.loop)
    client.loop.run_until_complete(taken(client, watch, wire_end.Pace(args.rate)))


wire_end.run(send, receive)
