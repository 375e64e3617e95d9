"""Make the shards of lesson 3: five .npy files of 20 samples each, one of them cut off.

    python data/make_shards.py

The files are the same at every run. `shard_3.npy` loses its second half, as a file
does when a disk is full; NumPy then raises ValueError when it is read.
"""

from pathlib import Path

import numpy as np

SHARDS, SAMPLES, SIZE, CUT_OFF = 5, 20, 8, 3


def main(folder=Path(__file__).parent):
    """Write the shards into a folder."""
    rng = np.random.default_rng(0)
    for number in range(SHARDS):
        path = Path(folder) / f"shard_{number}.npy"
        np.save(path, rng.integers(0, 256, (SAMPLES, SIZE, SIZE), dtype="uint8"))
        if number == CUT_OFF:
            whole = path.read_bytes()
            path.write_bytes(whole[: len(whole) // 2])


if __name__ == "__main__":
    main()
