"""Every event of the interpreter raises."""
import sys
sys.addaudithook(lambda event, arguments: 1 / 0 if event == "socket.connect" else None)
