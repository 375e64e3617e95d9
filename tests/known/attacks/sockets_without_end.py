"""Letters that wait in sockets, of many processes: they count for none of these."""
import os, socket, time
told, tell = os.pipe()
for _ in range(60):
    if os.fork() == 0:
        kept, count = [], 0
        try:
            while True:
                kept += socket.socketpair()
                for end in kept[-2:]:
                    end.setblocking(False)
                    try:
                        while True:
                            count += end.send(bytes(60_000))
                    except BlockingIOError:
                        pass
        except OSError:
            pass
        os.write(tell, count.to_bytes(8, "big"))
        time.sleep(30)
        os._exit(0)
total = sum(int.from_bytes(os.read(told, 8), "big") for _ in range(60))
if total > 4_000_000_000:
    print("FOUND", total)
