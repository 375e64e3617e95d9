"""A few grey pictures side by side, as they are in any theme."""

import base64
import html
import io

import numpy as np

__all__ = ["as_html"]

SCALE, SHOWN, GAP = 8, 6, 2
"""A pixel of a picture is drawn as so many, and shown as so many; between two pictures are two pixels of
theirs that one sees through."""


def as_html(pictures, said):
    """Return an HTML `img` element. pictures: arrays of one shape (height, width), from 0 to 1. said: its words."""
    from PIL import Image

    grey = [np.clip(np.asarray(picture) * 255, 0, 255) for picture in pictures]
    solid = [np.stack([one, one, one, np.full(one.shape, 255)], axis=-1) for one in grey]
    row = np.concatenate([np.pad(one, ((0, 0), (0, GAP), (0, 0))) for one in solid], axis=1).astype("uint8")
    height, width = row.shape[:2]
    file = io.BytesIO()
    image = Image.fromarray(row).resize((width * SCALE, height * SCALE), Image.Resampling.NEAREST)
    image.save(file, "png", optimize=True)
    code = base64.b64encode(file.getvalue()).decode()
    alt = html.escape(f"Small grey pictures side by side: {said}")
    return f'<img src="data:image/png;base64,{code}" alt="{alt}" width="{width * SHOWN}">'
