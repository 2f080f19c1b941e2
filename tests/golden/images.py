"""Golden values of networks over images and sequences: 100 optimizer steps in PyTorch (1.13), from the same weights, rows and order.

    python3 tests/golden/images.py > tests/Recipes.Tests/EndToEnd/ImageGolden.cs

The start weights and the data are closed formulas that the test computes too, so that nothing but the result is stored: the state
dict after the steps, in order, and the logits of some rows in evaluation mode.
"""
import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

ROWS, CLASSES, BATCH, STEPS, SHOWN = 48, 4, 16, 100, 5


def wave(count, a, b):
    return np.array([math.sin(a * i + b) for i in range(count)]).astype(np.float32)


def start(net):
    """Weights along waves; gains about 1."""
    with torch.no_grad():
        index = 0
        for name, parameter in net.named_parameters():
            gain = isinstance(net[int(name.split(".")[0])], (nn.BatchNorm1d, nn.BatchNorm2d)) and name.endswith("weight")
            values = 0.3 * torch.tensor(wave(parameter.numel(), 1.17 - 0.07 * index, 0.5 + index)) + (1 if gain else 0)
            parameter.copy_(values.reshape(parameter.shape))
            index += 1
    return net


def train(net, shape):
    start(net)
    x = torch.tensor(wave(ROWS * math.prod(shape), 0.731, 0.2).reshape(ROWS, *shape))
    y = torch.tensor([(7 * i + i * i // 3) % CLASSES for i in range(ROWS)])
    steps = torch.optim.SGD(net.parameters(), lr=2e-2, momentum=0.9)
    losses = []
    for step in range(STEPS):
        rows = [(step * BATCH + i) % ROWS for i in range(BATCH)]
        steps.zero_grad()
        value = F.cross_entropy(net(x[rows]), y[rows])
        value.backward()
        steps.step()
        losses.append(value.item())
    net.eval()
    with torch.no_grad():
        logits = net(x[:SHOWN]).numpy().reshape(-1)
    state = [(name, tensor.numpy().reshape(-1)) for name, tensor in net.state_dict().items()]
    return losses[0], losses[-1], state, logits


CASES = {
    "Images": ((2, 6, 7), nn.Sequential(
        nn.Conv2d(2, 5, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(5, 6, 3, padding=1), nn.Tanh(), nn.MaxPool2d(3, stride=1, padding=1),
        nn.Conv2d(6, 8, 2, groups=2), nn.SiLU(), nn.Flatten(), nn.Linear(32, 9), nn.Tanh(), nn.Linear(9, CLASSES))),
    "Sequences": ((3, 21), nn.Sequential(
        nn.Conv1d(3, 6, 5, stride=2, padding=2), nn.ReLU(), nn.AvgPool1d(2), nn.Conv1d(6, 8, 3, dilation=2, padding=2, bias=False), nn.SiLU(),
        nn.AdaptiveAvgPool1d(1), nn.Flatten(), nn.Linear(8, CLASSES))),
    "Strides": ((1, 9, 9), nn.Sequential(
        nn.Conv2d(1, 4, 3, stride=2, padding=1), nn.Tanh(), nn.Conv2d(4, 6, 3, stride=2, padding=2, dilation=2), nn.Tanh(), nn.AvgPool2d(2, stride=1), nn.Flatten(),
        nn.Linear(24, CLASSES))),
}

if __name__ == "__main__":
    print('''namespace Recipes.Tests.EndToEnd;

// Written by tests/golden/images.py.
internal static class ImageGolden
{''')
    for name, (shape, net) in CASES.items():
        first, last, state, logits = train(net, shape)
        print(f"    public const double {name}FirstLoss = {first!r}, {name}LastLoss = {last!r};")
        print()
        rows = [("State", f"The state dict after {STEPS} steps: {', '.join(n for n, _ in state)}.", np.concatenate([v.astype(np.float64) for _, v in state]))]
        rows.append(("Logits", f"The logits of the first {SHOWN} rows in evaluation mode.", logits))
        for suffix, summary, numbers in rows:
            print(f"    /// <summary>{summary}</summary>")
            print(f"    public static readonly float[] {name}{suffix} =")
            print("    [")
            values = [f"{float(v):.9g}f" for v in numbers]
            for i in range(0, len(values), 8):
                print("        " + ", ".join(values[i:i + 8]) + ",")
            print("    ];")
            print()
    print("}")
