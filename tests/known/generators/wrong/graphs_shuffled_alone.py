# misaligned: graphs are put in another order, and their targets stay.
import math

import keras
from material import rows
import numpy as np


class Graphs(keras.utils.PyDataset):
    def __init__(self, graphs, y, batch_size):
        super().__init__()
        self.graphs, self.y, self.batch_size = graphs, y, batch_size

    def __len__(self):
        return math.ceil(len(self.graphs) / self.batch_size)

    def __getitem__(self, index):
        part = self.graphs[index * self.batch_size : (index + 1) * self.batch_size]
        nodes = np.concatenate([graph["nodes"] for graph in part])
        edges = np.concatenate([graph["edges"] for graph in part])
        of = np.repeat(np.arange(len(part)), [len(graph["nodes"]) for graph in part])
        y = np.asarray(self.y)[index * self.batch_size : (index + 1) * self.batch_size]
        return {"nodes": nodes, "edges": edges, "of": of}, y

    def on_epoch_end(self):
        order = np.random.permutation(len(self.graphs))
        self.graphs = [self.graphs[place] for place in order]


def make(n, batch_size):
    graphs = [
        {"nodes": rows(100 + i, 3)[: 3 + i % 5], "edges": np.arange(2 * (4 + i % 7)).reshape(-1, 2) % 3}
        for i in range(n)
    ]
    return Graphs(graphs, rows(n, 1), batch_size)
