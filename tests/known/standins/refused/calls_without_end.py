# StillRunning|ProcessEnded
call_without_end(lambda n: n)
