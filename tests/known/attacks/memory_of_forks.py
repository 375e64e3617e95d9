"""Twenty-five forks of 200 MB: each is within its limit, together they are not."""
import os, time
told, tell = os.pipe()
for _ in range(25):
    if os.fork() == 0:
        hoard = np.ones(200_000_000, "u1")
        os.write(tell, b"x")
        time.sleep(30)
        os._exit(0)
count = 0
while count < 25:
    count += len(os.read(told, 100))
print("FOUND", count)
