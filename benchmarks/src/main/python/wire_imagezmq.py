"""imageZMQ as an end; in PUB/SUB it is the sender that binds."""

import imagezmq

import wire_end


def send(args, frames):
    sender = imagezmq.ImageSender(connect_to=args.endpoint, REQ_REP=args.pattern == "req")
    pace = wire_end.Pace(args.rate)
    while frames.more():
        pace.sleep()
        sender.send_image("camera", frames.next())


def receive(args, watch):
    hub = imagezmq.ImageHub(open_port=args.endpoint, REQ_REP=args.pattern == "req")
    answers = args.pattern == "req"
    pace = wire_end.Pace(args.rate)
    while True:
        name, frame = hub.recv_image()
        watch.took(frame)
        if answers:
            hub.send_reply()
        pace.sleep()


wire_end.run(send, receive)
