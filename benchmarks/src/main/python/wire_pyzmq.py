"""pyzmq alone and without copies as an end: no header, the receiver knows the shape."""

import numpy as np
import zmq

import wire_end

SENDERS = {"pair": zmq.PAIR, "req": zmq.REQ, "pub": zmq.PUB, "push": zmq.PUSH}
RECEIVERS = {"pair": zmq.PAIR, "req": zmq.REP, "pub": zmq.SUB, "push": zmq.PULL}
ANSWERING = {"pair", "req"}


def send(args, frames):
    socket = zmq.Context().socket(SENDERS[args.pattern])
    socket.connect(args.endpoint)
    answered = args.pattern in ANSWERING
    pace = wire_end.Pace(args.rate)
    while frames.more():
        pace.sleep()
        socket.send(frames.next(), copy=False)
        if answered:
            socket.recv()


def receive(args, watch):
    socket = zmq.Context().socket(RECEIVERS[args.pattern])
    if args.pattern == "pub":
        socket.subscribe(b"")
    socket.bind(args.endpoint)
    answers = args.pattern in ANSWERING
    pace = wire_end.Pace(args.rate)
    while True:
        message = socket.recv(copy=False)
        if answers:
            socket.send(b"ok")
        watch.took(np.frombuffer(message, np.uint8).reshape(watch.shape))
        pace.sleep()


wire_end.run(send, receive)
