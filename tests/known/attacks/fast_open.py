"""A connection with the first packet, which Landlock does not see."""
import errno, socket
try:
    socket.socket().sendto(b"hello", 0x20000000, ("127.0.0.1", 22))
except OSError as error:
    if error.errno not in (errno.EPERM, errno.ENOSYS):
        print("FOUND", error)
else:
    print("FOUND")
