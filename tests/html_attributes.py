"""Which attributes there are in a page, as a browser reads it."""

from html.parser import HTMLParser

__all__ = ["attributes"]


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.names = set()

    def handle_starttag(self, tag, attributes):
        self.names |= {name for name, _ in attributes}


def attributes(page):
    """The names of all attributes in some HTML: set of texts."""
    reader = _Reader()
    reader.feed(page)
    return reader.names
