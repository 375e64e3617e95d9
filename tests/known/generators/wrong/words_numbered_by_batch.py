# numbered_otherwise: each batch numbers the words of its own texts.
import math

import keras
import numpy as np


class Reviews(keras.utils.PyDataset):
    def __init__(self, texts, stars, longest, batch_size):
        super().__init__()
        self.texts, self.stars, self.longest, self.batch_size = texts, stars, longest, batch_size

    def __len__(self):
        return math.ceil(len(self.texts) / self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        texts = [text.split() for text in self.texts[part]]
        numbers = {}
        for word in (word for text in texts for word in text):
            numbers.setdefault(word, len(numbers) + 1)
        words = [[numbers[word] for word in text] for text in texts]
        return keras.utils.pad_sequences(words, maxlen=self.longest), np.array(self.stars[part])


def make(n, batch_size):
    random = np.random.RandomState(4)
    words = "good bad room staff food view cold noisy clean dirty great slow cheap small old new".split()
    texts = [" ".join(random.choice(words, random.randint(4, 10))) for _ in range(n)]
    return Reviews(texts, random.randint(1, 6, n).tolist(), 10, batch_size)
