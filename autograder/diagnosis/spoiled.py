"""What is said of numbers that were lost, moved or mixed up on the way from their source to a batch."""

from autograder.diagnosis.finding import LOSES, finding

__all__ = ["SPOILED", "spoiled", "spoiled_on_the_way"]

OF_WORDS = (
    "padded",
    "ahead",
    "padding",
    "past",
    "turned",
    "boxes",
    "copies",
    "ends",
    "flipped",
    "later",
    "mask",
)
"""Kinds that are told of parts of a batch, not of a container."""

SPOILED = {
    "cut": {
        "name": "values_lost",
        "asked": "{path} has the numbers of {name}",
        "received": "{path} has what is before the point of them",
        "so": "what is behind the point is gone in {path}",
    },
    "flat": {
        "name": "values_lost",
        "asked": "{path} has different values, as {name}",
        "received": "one value in all of {path}, and different ones in {name}",
        "so": "what tells the items of {name} apart is gone in {path}",
        "hint": "Does the dtype that they are made to have room for them?",
    },
    "wrapped": {
        "name": "values_lost",
        "asked": "a larger number of {name} is a larger one of {path}",
        "received": "numbers of {path} that grow with those of {name}, and at one place begin again from below",
        "so": "arithmetic on whole numbers without a sign goes round: 0 - 1 is 255 in uint8",
        "hint": "Make it float before you compute: array.astype('float32').",
    },
    "narrow": {
        "name": "values_lost",
        "asked": "{path} has the numbers of {name}",
        "received": "a dtype in {path} that has no room for the largest numbers of {name}, which begin at 0 again",
        "so": "different numbers of {name} are one number in {path}",
        "hint": "Make the array of a larger dtype, such as int32.",
    },
    "mixed": {
        "name": "axes_mixed_up",
        "asked": "{path} has the axes of {name}, or these exchanged",
        "received": "{path} has the numbers of {name} in another shape, in the order in which they were",
        "so": "what belongs to one axis of {name} is spread over both in {path}",
    },
    "resized": {
        "name": "axes_mixed_up",
        "asked": "each row of {path} is the whole picture of its file, smaller or larger",
        "received": "the first numbers of {name} in rows of another length",
        "so": "lines of a picture are cut at other places, and what is left over is gone",
        "hint": "np.resize fills another shape with the numbers as they come: use the resize of a picture library.",
    },
    "between": {
        "name": "values_lost",
        "asked": "{path} has the values of {name}: each is a class",
        "received": "values in {path} that lie between those of {name}",
        "so": "where two classes meet, their numbers are mixed: that is the number of a third class, or of none",
        "hint": "Resize label maps to the nearest value: resize(size, Image.NEAREST), or interpolation='nearest'.",
    },
    "strangers": {
        "name": "values_lost",
        "asked": "{path} has the classes of {name}, where these have them",
        "received": "thin lines in {path} of a class that {name} have nowhere near",
        "so": "where two classes meet, their colours are mixed, and that is taken for a third class",
        "hint": "Resize label maps to the nearest value: resize(size, Image.NEAREST), or interpolation='nearest'.",
    },
    "empty": {
        "name": "rows_without_item",
        "asked": "each row of {path} is made of its picture",
        "received": "rows of {path} with a single value, and different ones in {name}",
        "so": "there are targets beside nothing",
        "hint": "At which place of the batch is each picture written, and is each of these another one?",
    },
    "channel": {
        "name": "values_lost",
        "asked": "a channel of {path} differs where {name} do",
        "received": "a single value in one channel of {path}, and different ones in {name}",
        "so": "what is in {name} is in no channel",
        "hint": "By which number are they divided, and in which unit are they?",
    },
    "flipped": {
        "name": "flipped_apart",
        "asked": "{path} is flipped with {name}, along the same axis",
        "received": "{name} of one row is that of another one flipped, and {path} is not, or along another axis",
        "so": "what is said of each place is said of another one",
    },
    "boxes": {
        "name": "misaligned",
        "asked": "{path} is in the pixels of the pictures that are served",
        "received": "boxes in {path} that reach beyond these, and lie in the files, which have several sizes",
        "so": "one box means another place in each picture",
        "hint": "Resize the boxes as the picture: x times new width / old width, y times new height / old height.",
    },
    "ahead": {
        "name": "misaligned",
        "asked": "{name} has the words before those of {path}: the model tells the next one",
        "received": "{name} has the words after those of {path}, which begins with the same one in every row",
        "so": "the model sees what comes later, and learns to tell what came before",
        "hint": "Are the two exchanged? What goes in is words[:, :-1], what is told words[:, 1:].",
    },
    "later": {
        "name": "misaligned",
        "asked": "what belongs to a word stands at its place",
        "received": "the targets of each row begin one place after its words, and end one place after them",
        "so": "each word has the target of the word before it",
        "hint": "Is a word put before the others, or a target, and not before those of the other side?",
    },
    "mask": {
        "name": "weights_on_padding",
        "asked": "{path} is 1 at the words of {name}, and 0 where it is padded",
        "received": "{path} is 1 where {name} is 0, and 0 at all words",
        "so": "the model looks at the padding, and at nothing else",
        "hint": "A mask says what counts: ids != 0.",
    },
    "copies": {
        "name": "target_in_inputs",
        "asked": "{path} has the word after each of {name}",
        "received": "{path} is {name}, word for word",
        "so": "the model is asked for the word that it is given, and learns to copy",
        "hint": "What goes in is words[:, :-1], what is told words[:, 1:].",
    },
    "ends": {
        "name": "misaligned",
        "asked": "{name} and {path} are filled up at the same end",
        "received": "{name} is filled up with zeros at one end, and {path} at the other",
        "so": "in each row that is filled up, what stands in one step belongs to different ones",
        "hint": "Give pad_sequences the same padding= for both: its default is 'pre'.",
    },
    "padding": {
        "name": "weights_on_padding",
        "asked": "{path} is 0 where {name} is padded with zeros, and more than 0 elsewhere",
        "received": "{path} is more than 0 where {name} is 0, and 0 at all words",
        "so": "the padding is learned, and nothing else",
    },
    "past": {
        "name": "rows_without_item",
        "asked": "each window of {path} lies in the series",
        "received": "windows of {path} that end with one, two, three … steps of zeros: they go on behind the end",
        "so": "the model learns of zeros that nobody measured",
        "hint": "How many windows are there, and where does the last one end?",
    },
    "turned": {
        "name": "flipped_apart",
        "asked": "{path} is turned round with {name}",
        "received": "{name} of one row is that of another one backwards, and {path} is the same in both",
        "so": "what is said of each step is said of another one",
    },
    "padded": {
        "name": "misaligned",
        "asked": "x and y are padded at the same end",
        "received": "one is padded at its beginning, and the other at its end",
        "so": "in each row that is padded, what stands in one place belongs to different words",
        "hint": "Give pad_sequences the same padding= for both: its default is 'pre'.",
    },
}
"""What is said of each kind that `Evidence` finds."""


def spoiled_on_the_way(record):
    """Yield findings."""
    for kind, path, name in record.spoiled:
        yield spoiled(record, kind, path, name)


def spoiled(record, kind, path, name):
    """The finding of a kind, one of `SPOILED`. path: the part of a batch. name: what it is told of, or made of."""
    said = {word: text.format(path=path, name=name) for word, text in SPOILED[kind].items()}
    return finding(
        said["name"],
        LOSES,
        said["received"],
        said["so"],
        asked=said["asked"],
        attribute="" if kind in OF_WORDS or name.startswith("the files") else name,
        line=record.lines.get("__getitem__", ""),
        hint=said.get("hint"),
    )
