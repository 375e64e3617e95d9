"""An open connection that lingers is passed to whoever reads or hangs up the channel."""
import array, os, socket, stat, struct
lingering = socket.socket()
lingering.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 120))
rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [lingering.fileno()]))]
for number in range(3, 32):
    try:
        if number != lingering.fileno() and stat.S_ISSOCK(os.fstat(number).st_mode):
            print("FOUND", number)
            channel = socket.socket(fileno=number)
            channel.sendmsg([b""], rights)
            channel.detach()
    except OSError:
        pass
