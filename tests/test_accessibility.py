"""Everybody can read the lessons: headings, and words for images. (What axe says is with the browser.)"""

from html.parser import HTMLParser

import nbformat
import pytest
from conftest import LESSONS, ROOT, START
from nbconvert.filters import markdown2html


class Outline(HTMLParser):
    """The levels of the headings in HTML, and the images that have no words."""

    def __init__(self, text):
        super().__init__()
        self.levels, self.mute = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        if tag == "img" and not (dict(attributes).get("alt") or "").strip():
            self.mute.append(self.get_starttag_text())

    @property
    def faults(self):
        """What is wrong with it, as words."""
        skips = [f"h{b} after h{a}" for a, b in zip(self.levels, self.levels[1:]) if b > a + 1]
        titles = [] if self.levels.count(1) == 1 and self.levels[0] == 1 else ["not one h1, first"]
        return titles + skips + self.mute


@pytest.mark.parametrize("kind", ["solutions", "notebooks"])
@pytest.mark.parametrize("lesson", [START, *LESSONS])
def test_one_title_no_level_is_skipped_and_every_image_has_words(kind, lesson):
    cells = nbformat.read(ROOT / kind / lesson / f"{lesson}.ipynb", as_version=4).cells
    text = [markdown2html(cell.source) for cell in cells if cell.cell_type == "markdown"]
    # HTML that code shows is text in its source
    text += [cell.source for cell in cells if cell.cell_type == "code" and "<img" in cell.source]
    assert Outline("\n".join(text)).faults == []


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("# A\n## B\n![words](x.png)", 0),
        ("# A\n## B\n![](x.png)", 1),
        ("# A\n<img src='x.png'>", 1),
        ("# A\n<img src='x.png' alt=' '>", 1),
        ("# A\n### B", 1),
        ("# A\n# B", 1),
        ("## A", 1),
    ],
)
def test_the_outline_finds_what_is_wrong(source, faults):
    assert len(Outline(markdown2html(source)).faults) == faults
