"""Buffers of negative and of enormous size."""
import json, struct
from autograder.grading import wire
def send(self, head, buffers=()):
    head = json.dumps({**head, "sizes": [-5, 10**12]}).encode()
    self.sock.sendall(struct.pack("!II", len(head), 10) + head + b"0123456789")
wire.Channel.send = send
