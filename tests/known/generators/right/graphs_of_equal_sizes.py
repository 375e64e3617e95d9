# Several graphs in one: their nodes and edges are other axes than the graphs, of which many are as large.
import keras
import numpy as np


class Molecules(keras.utils.PyDataset):
    def __init__(self, graphs, y, batch_size):
        super().__init__()
        self.graphs, self.y, self.batch_size = graphs, y, batch_size

    def __len__(self):
        return -(-len(self.graphs) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        graphs = self.graphs[part]
        x = {key: np.concatenate([graph[key] for graph in graphs]) for key in ("atoms", "bonds")}
        x["sizes"] = np.array([len(graph["atoms"]) for graph in graphs])
        return x, self.y[part]

    def on_epoch_end(self):
        order = np.random.permutation(len(self.graphs))
        self.graphs, self.y = [self.graphs[place] for place in order], self.y[order]


def make(n, batch_size):
    drawn, graphs = np.random.RandomState(8), []
    for _ in range(n):
        atoms = drawn.randint(1, 9, drawn.randint(3, 6))
        bonds = np.array([[k, k + 1] for k in range(len(atoms) - 1)])
        graphs.append({"atoms": atoms, "bonds": np.concatenate([bonds, bonds[:, ::-1]])})
    return Molecules(graphs, np.array([float(graph["atoms"].sum()) for graph in graphs]), batch_size)
