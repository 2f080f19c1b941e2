"""Golden values for parametrisations of weights, made with PyTorch (1.13) and NumPy in double precision.

    python3 tests/golden/parametrizations.py > tests/Recipes.Tests/Formulas/Parametrizations/ParametrizationGolden.cs

The tests need neither: the values are committed. Where PyTorch has a parametrisation it is PyTorch's own; the others are written out here
from their paper or from the authors' code. Each has weights and the gradients that Σ gradient · weight has by what is trained, by automatic
differentiation; a value whose gradient passes straight through something else is written as that plus a difference without gradient.
"""
import math

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
lines = []


def emit(name, values, comment):
    if isinstance(values, torch.Tensor):
        values = values.detach().numpy()
    text = [repr(float(v)) for v in np.asarray(values, dtype=np.float64).reshape(-1)]
    lines.append(f"    /// <summary>{comment}</summary>")
    lines.append(f"    public static readonly double[] {name} =")
    lines.append("    [")
    for i in range(0, len(text), 4):
        lines.append("        " + ", ".join(text[i:i + 4]) + ",")
    lines.append("    ];")
    lines.append("")


# Three units with four incoming weights each.
V = torch.tensor([[math.cos(1 + 5 * i + 3 * j) for j in range(4)] for i in range(3)])
G = torch.tensor([[math.sin(2 + 3 * i + 7 * j) for j in range(4)] for i in range(3)])
emit("Latent", V, "Latent weights [3 units, 4 incoming].")
emit("Arriving", G, "The gradient that arrives at the weights.")


def trained(*values):
    return [torch.tensor(v, requires_grad=True) for v in values]


def check(name, weights, comment, **latents):
    (weights * G).sum().backward()
    emit(name, weights, f"{comment}: the weights.")
    for latent, value in latents.items():
        emit(f"{name}By{latent}", value.grad if value.grad is not None else torch.zeros_like(value), f"{comment}: the gradient by {latent}.")


linear = torch.nn.utils.weight_norm(torch.nn.Linear(4, 3, bias=False), dim=0)
with torch.no_grad():
    linear.weight_v.copy_(V)
    linear.weight_g.copy_(torch.tensor([[0.5], [-1.25], [2.0]]))
linear(torch.zeros(1, 4))
check("WeightNormalization", linear.weight, "torch.nn.utils.weight_norm, g = (0.5, −1.25, 2)", V=linear.weight_v, G=linear.weight_g)

v, a, b = trained(V.numpy(), 0.8, 0.6)
check("WeightCompander", a * torch.atan(v / b), "a·arctan(v/b), a = 0.8, b = 0.6", V=v, A=a, B=b)

print("namespace Recipes.Tests.Formulas.Parametrizations;")
print()
print("/// <summary>Written by tests/golden/parametrizations.py with PyTorch 1.13 and NumPy 1.24 in double precision.</summary>")
print("internal static class ParametrizationGolden")
print("{")
print("\n".join(lines[:-1]))
print("}")
