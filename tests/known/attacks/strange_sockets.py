"""Sockets that other walls do not see: MPTCP, vsock, netlink, packets, raw, Bluetooth."""
import itertools, socket
for family, kind, protocol in itertools.product((1, 2, 10, 16, 17, 31, 38, 40, 44), (1, 2, 3, 5), (0, 1, 6, 17, 132, 262)):
    plain = (family, kind, protocol) in {
        (1, 1, 0), (1, 2, 0), (1, 5, 0), (2, 1, 0), (2, 1, 6), (2, 2, 0), (2, 2, 17)}
    try:
        socket.socket(family, kind, protocol).close()
    except OSError:
        continue
    if not plain:
        print("FOUND", family, kind, protocol)
