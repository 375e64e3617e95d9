from collections import namedtuple
Card = namedtuple("Card", "rank suit")
# --- answer ---
def show(card):
    return "%s of %s" % card
# --- tests ---
assert show(Card("K", "hearts")) == "K of hearts"
