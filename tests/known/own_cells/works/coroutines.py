import asyncio


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


# --- tests ---
import asyncio, inspect

assert inspect.iscoroutinefunction(add)
assert await add(1, 2) == 3
assert await asyncio.gather(add(1, 1), add(2, 2)) == [2, 4]
