"""Golden values for gradient transforms and averages of weights, made with PyTorch (1.13) and NumPy in double precision.

    python3 tests/golden/gradient_transforms.py > tests/Recipes.Tests/Formulas/GradientTransforms/TransformGolden.cs

The tests need neither: the values are committed. Penalties are differentiated by PyTorch; the rest is written out here
from its paper.
"""
import math

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
lines = []


def emit(name, values, comment):
    text = [repr(float(v)) for v in np.asarray(values, dtype=np.float64).reshape(-1)]
    lines.append(f"    /// <summary>{comment}</summary>")
    lines.append(f"    public static readonly double[] {name} =")
    lines.append("    [")
    for i in range(0, len(text), 4):
        lines.append("        " + ", ".join(text[i:i + 4]) + ",")
    lines.append("    ];")
    lines.append("")


# Three units with four incoming weights each.
W = np.array([[math.cos(1 + 5 * i + 3 * j) for j in range(4)] for i in range(3)])
G = np.array([[0.1 * math.sin(2 + 3 * i + 7 * j) for j in range(4)] for i in range(3)])
emit("Weights", W, "Weights [3 units, 4 incoming].")
emit("Gradient", G, "Their gradient.")
norm = np.linalg.norm

w_norms, g_norms = norm(W, axis=1, keepdims=True), norm(G, axis=1, keepdims=True)
for maximum, eps in ((0.01, 1e-3), (0.15, 1.6)):
    limit = maximum * np.maximum(w_norms, eps)
    clipped = np.where(g_norms > limit, G * limit / np.maximum(g_norms, 1e-6), G)
    emit(f"AdaptiveClip{round(100 * maximum)}", clipped, f"AGC(clipping={maximum}, eps={eps}).")
emit("Centralize", G - G.mean(1, keepdims=True), "Gradient centralisation.")
emit("NormalizeGradient", G * 2.5 / (norm(G) + 0.1), "Normalised to 2.5, ε = 0.1.")
emit("TrustRatio", G * 0.5 * norm(W) / (norm(G) + 0.1), "Trust ratio, coefficient 0.5, ε = 0.1.")
emit("ClipRms", G / max(1.0, math.sqrt((G * G).mean()) / 0.05), "Clipped to a root mean square of 0.05.")
rest = G - (W * G).sum() / (W * W).sum() * W
emit("PerpGrad", rest * norm(G) / norm(rest), "⊥Grad.")


def penalty(name, function, comment):
    w = torch.tensor(W, requires_grad=True)
    function(w).backward()
    emit(name, G + w.grad.numpy(), comment)


penalty("NormLoss", lambda w: 0.3 * ((1 - w.norm(dim=1)) ** 2).sum(), "Plus the gradient of 0.3·Σ(1 − ‖w‖)².")
penalty("OrthonormalUnits", lambda w: 0.3 / 2 * ((w @ w.T - torch.eye(3)) ** 2).sum(), "Plus the gradient of 0.3/2·‖W·Wᵀ − I‖².")

# Averages over sin 1, sin 2, … sin 10.
weights = [math.sin(t) for t in range(1, 11)]
raw, corrected = 0.0, []
for t, w in enumerate(weights, 1):
    raw = 0.9 * raw + 0.1 * w
    corrected.append(raw / (1 - 0.9 ** t))
emit("CorrectedAverage", corrected, "An exponential moving average from 0 with decay 0.9, divided by 1 − 0.9ᵗ.")
average, warmed = weights[0], []
for t, w in enumerate(weights, 1):
    kept = min(0.9, (1 + t) / (10 + t))
    average = w if t == 1 else kept * average + (1 - kept) * w
    warmed.append(average)
emit("WarmedAverage", warmed, "An exponential moving average from the first weight, of which at most (1 + t)/(10 + t) is kept.")
module = torch.nn.Linear(1, 1, bias=False)
swa = torch.optim.swa_utils.AveragedModel(module)
means = []
for t, w in enumerate(weights, 1):
    module.weight.data.fill_(w)
    if t > 4:
        swa.update_parameters(module)
    means.append(swa.module.weight.item() if t > 4 else w)
emit("StochasticWeightAverage", means, "AveragedModel from the fifth of ten steps on.")
average, polynomial = 0.0, []
for t, w in enumerate(weights, 1):
    share = (2.5 + 1) / (t + 2.5)
    average = (1 - share) * average + share * w
    polynomial.append(average)
emit("PolynomialAverage", polynomial, "Polynomial-decay averaging, η = 2.5.")

print("namespace Recipes.Tests.Formulas.GradientTransforms;\n")
print("/// <summary>Written by tests/golden/gradient_transforms.py with PyTorch 1.13 and NumPy 1.24 in double precision.</summary>")
print("internal static class TransformGolden\n{")
print("\n".join(lines).rstrip())
print("}")
