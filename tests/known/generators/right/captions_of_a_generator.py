# A generator of pictures and the words so far, with the next word: three dicts, of which one numbers the words.
from material import rows
import numpy as np


def captions(texts, pictures, numbers, longest, pictures_each):
    inputs, words, following, count = [], [], [], 0
    while True:
        for key, said in texts.items():
            count += 1
            told = [numbers[word] for word in said.split() if word in numbers]
            for end in range(1, len(told)):
                inputs.append(pictures[key])
                words.append(np.pad(told[:end], (longest - end, 0)))
                following.append(told[end])
            if count == pictures_each:
                yield (np.array(inputs), np.array(words)), np.array(following)
                inputs, words, following, count = [], [], [], 0


def make(n, batch_size):
    names, words = [f"picture {k}" for k in range(3 * n)], "begin the red cat dog sits runs here end".split()
    said = np.random.RandomState(n).randint(2, 8, (3 * n, 3))
    texts = {name: f"begin {' '.join(words[k] for k in own)} end" for name, own in zip(names, said)}
    numbers = {word: k + 1 for k, word in enumerate(words)}
    return captions(texts, dict(zip(names, rows(3 * n, 6))), numbers, 5, 3)
