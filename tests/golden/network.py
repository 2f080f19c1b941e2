"""Golden values of whole networks: 100 optimizer steps in PyTorch (1.13), from the same weights, rows and order.

    python3 tests/golden/network.py > tests/Recipes.Tests/EndToEnd/NetworkGolden.cs

The start weights and the data are closed formulas that the test computes too, so that nothing but the result is stored.
"""
import math

import numpy as np
import torch
import torch.nn.functional as F

ROWS, FEATURES, HIDDEN, CLASSES, BATCH, STEPS = 48, 6, 9, 4, 16, 100


def wave(count, a, b):
    return np.array([math.sin(a * i + b) for i in range(count)]).astype(np.float32)


x = torch.tensor(wave(ROWS * FEATURES, 0.731, 0.2).reshape(ROWS, FEATURES))
y = torch.tensor([(7 * i + i * i // 3) % CLASSES for i in range(ROWS)])
numbers = torch.tensor(wave(ROWS * CLASSES, 0.37, 1.1).reshape(ROWS, CLASSES))  # a target for each output, or the first two for two outputs each
labels = torch.tensor([[float((3 * i + 5 * k + i * k) % 7 < 3) for k in range(CLASSES)] for i in range(ROWS)])


def network(between=lambda: [torch.nn.ReLU()]):
    net = torch.nn.Sequential(torch.nn.Linear(FEATURES, HIDDEN), *between(), torch.nn.Linear(HIDDEN, CLASSES))
    with torch.no_grad():
        net[0].weight.copy_(torch.tensor(0.4 * wave(HIDDEN * FEATURES, 1.17, 0.5).reshape(HIDDEN, FEATURES)))
        net[0].bias.copy_(torch.tensor(0.1 * wave(HIDDEN, 0.9, 1.5)))
        net[-1].weight.copy_(torch.tensor(0.4 * wave(CLASSES * HIDDEN, 0.63, 2.5).reshape(CLASSES, HIDDEN)))
        net[-1].bias.copy_(torch.tensor(0.1 * wave(CLASSES, 1.9, 3.5)))
    return net


def train(optimizer, loss, clip=None, net=None, y=y):
    net = net or network()
    steps = optimizer(net.parameters())
    losses = []
    for step in range(STEPS):
        rows = [(step * BATCH + i) % ROWS for i in range(BATCH)]
        steps.zero_grad()
        value = loss(net(x[rows]), y[rows])
        value.backward()
        if clip is not None:
            torch.nn.utils.clip_grad_norm_(net.parameters(), clip)
        steps.step()
        losses.append(value.item())
    return losses[0], losses[-1], np.concatenate([p.detach().numpy().reshape(-1) for p in net.state_dict().values()])


def focal(z, y):
    log_p = F.log_softmax(z, dim=1).gather(1, y[:, None])[:, 0]
    return (-(1 - log_p.exp()) ** 2 * log_p).mean()


def likelihood(z, y):
    return F.gaussian_nll_loss(z[:, :2], y[:, :2], z[:, 2:].exp())


CASES = {
    "AdamW": (lambda p: torch.optim.AdamW(p, lr=1e-2, weight_decay=0.05), lambda z, y: F.cross_entropy(z, y, label_smoothing=0.1), None),
    "Sgd": (lambda p: torch.optim.SGD(p, lr=5e-2, momentum=0.9, weight_decay=1e-3, nesterov=True), F.cross_entropy, None),
    "ClippedFocal": (lambda p: torch.optim.SGD(p, lr=0.5), focal, 0.1),
    "Normalised": (lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9), F.cross_entropy, None,
                   network(lambda: [torch.nn.LayerNorm(HIDDEN), torch.nn.PReLU()])),
    "Squares": (lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9), F.mse_loss, None, None, numbers),
    "Likelihood": (lambda p: torch.optim.Adam(p, lr=1e-2), likelihood, None, None, numbers),
    "Labels": (lambda p: torch.optim.Adam(p, lr=1e-2), F.binary_cross_entropy_with_logits, None, None, labels),
}

print('''namespace Recipes.Tests.EndToEnd;

// Written by tests/golden/network.py.
internal static class NetworkGolden
{''')
for name, case in CASES.items():
    first, last, weights = train(*case)
    print(f"    public const double {name}FirstLoss = {first!r}, {name}LastLoss = {last!r};")
    print()
    print(f"    /// <summary>The state dict after {STEPS} steps, in order.</summary>")
    print(f"    public static readonly float[] {name}Weights =")
    print("    [")
    values = [f"{float(v):.9g}f" for v in weights]
    for i in range(0, len(values), 8):
        print("        " + ", ".join(values[i:i + 8]) + ",")
    print("    ];")
    print()
print("}")
