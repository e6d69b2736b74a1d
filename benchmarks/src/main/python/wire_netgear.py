"""vidgear's NetGear as an end, its frames raw: without compression."""

from vidgear.gears import NetGear

import wire_end

NUMBERS = {"pair": 0, "req": 1, "pub": 2}


def netgear(args, receive_mode):
    return NetGear(
        receive_mode=receive_mode,
        pattern=NUMBERS[args.pattern],
        jpeg_compression=False,
        **wire_end.address(args),
    )


def send(args, frames):
    server = netgear(args, False)
    pace = wire_end.Pace(args.rate)
    while frames.more():
        pace.sleep()
        server.send(frames.next())


def receive(args, watch):
    client = netgear(args, True)
    pace = wire_end.Pace(args.rate)
    while (frame := client.recv()) is not None:
        watch.took(frame)
        pace.sleep()


wire_end.run(send, receive)
