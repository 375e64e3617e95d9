# too deep
def again(call):
    return call()
pingpong(again)
