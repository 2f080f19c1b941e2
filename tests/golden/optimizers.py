"""Golden values for the optimizers, made with PyTorch (1.13) and NumPy in double precision.

    python3 tests/golden/optimizers.py > tests/Recipes.Tests/Formulas/Optimizers/OptimizerGolden.cs

The tests need neither: the values are committed. What torch.optim has is taken from it; the rest is written out here
from its paper, or from the released code where the doc comment of the optimizer says so.

The problem: softmax regression, 6 rows of 3 features, 4 classes, weights [3, 4] (stored as the library stores them:
a column is an output unit) and a bias [4], 100 steps (Rprop at its defaults 40, as its steps grow until gradients vanish).
"""
import math

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
lines = []


def emit(name, values, comment):
    lines.append(f"    /// <summary>{comment}</summary>")
    text = [repr(float(v)) for v in np.asarray(values, dtype=np.float64).reshape(-1)]
    lines.append(f"    public static readonly double[] {name} =")
    lines.append("    [")
    for i in range(0, len(text), 4):
        lines.append("        " + ", ".join(text[i:i + 4]) + ",")
    lines.append("    ];")
    lines.append("")


X = np.array([[math.sin(1 + 3 * i + 7 * j) for j in range(3)] for i in range(6)])
T = np.array([i * i % 4 for i in range(6)])
W = np.array([[0.3 * math.cos(2 * j + 5 * k) for k in range(4)] for j in range(3)])
B = np.array([0.1, -0.2, 0.3, 0.05])
STEPS = 100


def gradient(w, b):
    logits = X @ w + b
    p = np.exp(logits - logits.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    p[np.arange(6), T] -= 1
    return X.T @ p / 6, p.mean(0)


def of_torch(name, make, comment, steps=STEPS):
    w, b = torch.tensor(W, requires_grad=True), torch.tensor(B, requires_grad=True)
    optimizer = make([w, b])
    for _ in range(steps):
        optimizer.zero_grad()
        F.cross_entropy(torch.tensor(X) @ w + b, torch.tensor(T)).backward()
        optimizer.step()
    emit(name, torch.cat([w.detach().reshape(-1), b.detach()]), comment)


def of_numpy(name, update, comment):
    """update(w, g, state, t) gives the new tensor; state is a dict of its own for each tensor."""
    tensors, states = [W.copy(), B.copy()], [{}, {}]
    for t in range(1, STEPS + 1):
        gradients = gradient(*tensors)
        tensors = [update(w, g, s, t) for w, g, s in zip(tensors, gradients, states)]
    emit(name, np.concatenate([x.reshape(-1) for x in tensors]), comment + " (NumPy)")


def mean(state, key, beta, value):
    """An exponential moving average that starts at 0."""
    state[key] = beta * state.get(key, 0 * value) + (1 - beta) * value
    return state[key]


o = torch.optim
of_torch("Sgd", lambda p: o.SGD(p, lr=0.5), "SGD(lr=0.5)")
of_torch("SgdMomentum", lambda p: o.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01), "SGD(lr=0.1, momentum=0.9, weight_decay=0.01)")
of_torch("SgdNesterov", lambda p: o.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01, nesterov=True),
         "SGD(lr=0.1, momentum=0.9, weight_decay=0.01, nesterov=True)")
of_torch("SgdDampened", lambda p: o.SGD(p, lr=0.3, momentum=0.8, dampening=0.4, weight_decay=0.02),
         "SGD(lr=0.3, momentum=0.8, dampening=0.4, weight_decay=0.02)")
of_torch("Adam", lambda p: o.Adam(p, lr=0.05, weight_decay=0.02), "Adam(lr=0.05, weight_decay=0.02)")
of_torch("AdamW", lambda p: o.AdamW(p, lr=0.05, weight_decay=0.1), "AdamW(lr=0.05, weight_decay=0.1)")
of_torch("AdamWDefaults", lambda p: o.AdamW(p, lr=0.01), "AdamW(lr=0.01)")
of_torch("Adamax", lambda p: o.Adamax(p, lr=0.02), "Adamax(lr=0.02)")
of_torch("AdamaxKnobs", lambda p: o.Adamax(p, lr=0.02, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.03),
         "Adamax(lr=0.02, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.03)")
of_torch("RAdam", lambda p: o.RAdam(p, lr=0.05), "RAdam(lr=0.05)")
of_torch("RAdamKnobs", lambda p: o.RAdam(p, lr=0.05, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.03),
         "RAdam(lr=0.05, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.03)")
of_torch("Adagrad", lambda p: o.Adagrad(p, lr=0.1), "Adagrad(lr=0.1)")
of_torch("AdagradKnobs", lambda p: o.Adagrad(p, lr=0.1, lr_decay=0.02, weight_decay=0.03, initial_accumulator_value=0.1, eps=1e-3),
         "Adagrad(lr=0.1, lr_decay=0.02, weight_decay=0.03, initial_accumulator_value=0.1, eps=1e-3)")
of_torch("Adadelta", lambda p: o.Adadelta(p, lr=1.0), "Adadelta(lr=1)")
of_torch("AdadeltaKnobs", lambda p: o.Adadelta(p, lr=0.7, rho=0.8, eps=1e-4, weight_decay=0.03), "Adadelta(lr=0.7, rho=0.8, eps=1e-4, weight_decay=0.03)")
of_torch("RmsProp", lambda p: o.RMSprop(p, lr=0.01), "RMSprop(lr=0.01)")
of_torch("RmsPropKnobs", lambda p: o.RMSprop(p, lr=0.01, alpha=0.9, eps=1e-3, weight_decay=0.03, momentum=0.7, centered=True),
         "RMSprop(lr=0.01, alpha=0.9, eps=1e-3, weight_decay=0.03, momentum=0.7, centered=True)")
of_torch("Rprop", lambda p: o.Rprop(p, lr=0.01), "Rprop(lr=0.01), 40 steps", 40)
of_torch("RpropKnobs", lambda p: o.Rprop(p, lr=0.02, etas=(0.4, 1.1), step_sizes=(1e-3, 0.3)), "Rprop(lr=0.02, etas=(0.4, 1.1), step_sizes=(1e-3, 0.3))")


def lamb(weight_decay=0.0, lr=0.05, b1=0.9, b2=0.999, eps=1e-6):
    def update(w, g, s, t):
        m, v = mean(s, "m", b1, g), mean(s, "v", b2, g * g)
        r = m / (1 - b1 ** t) / (np.sqrt(v / (1 - b2 ** t)) + eps) + weight_decay * w
        return w - lr * np.linalg.norm(w) / np.linalg.norm(r) * r
    return update


def lion(w, g, s, t, lr=0.01, b1=0.9, b2=0.99, weight_decay=0.1):
    m = s.get("m", np.zeros_like(g))
    s["m"] = b2 * m + (1 - b2) * g
    return w * (1 - lr * weight_decay) - lr * np.sign(b1 * m + (1 - b1) * g)


def radam_decoupled(w, g, s, t, lr=0.05, b1=0.8, b2=0.95, eps=1e-3, weight_decay=0.03):
    m, v = mean(s, "m", b1, g), mean(s, "v", b2, g * g)
    longest = 2 / (1 - b2) - 1
    length = longest - 2 * t * b2 ** t / (1 - b2 ** t)
    w = w - lr * weight_decay * w
    if length <= 5:
        return w - lr * m / (1 - b1 ** t)
    r = math.sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length))
    return w - lr * r * math.sqrt(1 - b2 ** t) * m / (1 - b1 ** t) / (np.sqrt(v) + eps)


def adabelief(lr=0.02, b1=0.9, b2=0.999, eps=1e-16, weight_decay=0.0):
    def update(w, g, s, t):
        m = mean(s, "m", b1, g)
        v = s["s"] = b2 * s.get("s", 0.0) + (1 - b2) * (g - m) ** 2 + eps
        return w - lr * (m / (1 - b1 ** t) / (np.sqrt(v / (1 - b2 ** t)) + eps) + weight_decay * w)
    return update


def yogi(lr=0.02, b1=0.9, b2=0.999, eps=1e-3, initial=1e-6):
    def update(w, g, s, t):
        m = s["m"] = b1 * s.get("m", initial) + (1 - b1) * g
        v = s.get("v", np.full_like(g, initial))
        v = s["v"] = v - (1 - b2) * np.sign(v - g * g) * g * g
        return w - lr * m / (1 - b1 ** t) / (np.sqrt(v / (1 - b2 ** t)) + eps)
    return update


def signum(lr=0.01, momentum=0.0, weight_decay=0.0):
    return lambda w, g, s, t: w - lr * (np.sign(mean(s, "m", momentum, g)) + weight_decay * w)


def adan(lr=0.02, b1=0.98, b2=0.92, b3=0.99, eps=1e-8, weight_decay=0.0):
    def update(w, g, s, t):
        change = g - s.get("g", g)
        s["g"] = g
        m, q, n = mean(s, "m", b1, g), mean(s, "q", b2, change), mean(s, "n", b3, (g + b2 * change) ** 2)
        step = (m / (1 - b1 ** t) + b2 * q / (1 - b2 ** t)) / (np.sqrt(n / (1 - b3 ** t)) + eps)
        return (w - lr * step) / (1 + lr * weight_decay)
    return update


of_numpy("Lamb", lamb(), "LAMB(lr=0.05)")
of_numpy("LambDecay", lamb(0.1), "LAMB(lr=0.05, weight_decay=0.1)")
of_numpy("Lion", lion, "Lion(lr=0.01, weight_decay=0.1)")
of_numpy("RAdamDecoupled", radam_decoupled, "RAdam(lr=0.05, betas=(0.8, 0.95), eps=1e-3), decoupled weight decay 0.03")
of_numpy("AdaBelief", adabelief(), "AdaBelief(lr=0.02)")
of_numpy("AdaBeliefKnobs", adabelief(b1=0.8, b2=0.95, eps=1e-3, weight_decay=0.1), "AdaBelief(lr=0.02, betas=(0.8, 0.95), eps=1e-3, decay 0.1)")
of_numpy("Yogi", yogi(), "Yogi(lr=0.02)")
of_numpy("YogiKnobs", yogi(b1=0.8, b2=0.95, eps=1e-2, initial=0.1), "Yogi(lr=0.02, betas=(0.8, 0.95), eps=0.01, initial 0.1)")
of_numpy("SignSgd", signum(), "signSGD(lr=0.01)")
of_numpy("Signum", signum(momentum=0.9, weight_decay=0.1), "Signum(lr=0.01, momentum 0.9, decay 0.1)")
of_numpy("Adan", adan(), "Adan(lr=0.02)")
of_numpy("AdanKnobs", adan(b1=0.9, b2=0.8, b3=0.95, eps=1e-3, weight_decay=0.1), "Adan(lr=0.02, betas=(0.9, 0.8, 0.95), eps=1e-3, decay 0.1)")

print("namespace Recipes.Tests.Formulas.Optimizers;\n")
print("/// <summary>Weights [3, 4] and bias [4] after 100 steps, unless it is said otherwise. Written by tests/golden/optimizers.py with PyTorch 1.13 and NumPy 1.24 in double precision.</summary>")
print("internal static class OptimizerGolden\n{")
print("\n".join(lines).rstrip())
print("}")
