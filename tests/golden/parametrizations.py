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

def through(value, gradient_of):
    return gradient_of + (value - gradient_of).detach()


# PyTorch makes its u of its v first; over the transposed matrix that is the order of making ours.
for gain in (None, 1.7):
    linear = torch.nn.Linear(4, 3, bias=False)
    with torch.no_grad():
        linear.weight.copy_(V)
    linear = torch.nn.utils.parametrizations.spectral_norm(linear, n_power_iterations=1, dim=1)
    linear.parametrizations.weight[0]._v.copy_(torch.nn.functional.normalize(torch.tensor([1.0, -0.5, 2.0]), dim=0))
    g = torch.tensor(1.0 if gain is None else gain, requires_grad=True)
    weight = linear.weight
    original = linear.parametrizations.weight.original
    if gain is None:
        check("SpectralNormalization", weight, "torch.nn.utils.parametrizations.spectral_norm, u along (1, −0.5, 2)", V=original)
        emit("SpectralNormalizationU", linear.parametrizations.weight[0]._v, "u after the iteration.")
    else:
        check("SigmaReparam", g * weight, "The same times a gain of 1.7", V=original, Gain=g)

v, g = trained(V.numpy(), [[0.5], [-1.25], [2.0]])
centred = v - v.mean(1, keepdim=True)
scale = torch.rsqrt(torch.clamp(v.var(1, unbiased=False, keepdim=True) * 4, min=1e-4))
check("WeightStandardization", g * scale * centred, "Scaled weight standardisation, g = (0.5, −1.25, 2)", V=v, Gain=g)

for bits, from_ in ((2, 1.0), (3, 0.25)):
    v, = trained(V.numpy())
    s, n = (2 * v.abs().mean(1, keepdim=True)).detach(), 2.0 ** (bits - 1)
    place = torch.clamp(v / s, min=-1, max=1 - 1e-6) * n - 0.5
    held = ((place - place.floor() - 0.5).abs() > 0.1).detach()
    moving = v if from_ > 0.4 else torch.where(held, v.detach(), v)
    check(f"StatisticalQuantization{bits}", through(s * (place.round() + 0.5) / n, moving), f"StatsQ, {bits} bits, {'nothing held' if bits == 2 else 'held beyond 0.1'}", V=v)

v, = trained(V.numpy())
step = v.detach().abs().max() / 7
check("UniformQuantization", through(step * (v / step).round(), v), "A grid of 4 bits", V=v)

v, s = trained(V.numpy(), -0.5)
done = 0.4 / 0.8
share = 0.6 * max((1 + math.cos(math.pi * done)) / 2, 1 - 1 / (1 + math.exp(6 - 12 * done)))
above = v.abs() - torch.sigmoid(s)
check("AutoSparse", v.detach().sign() * through(torch.relu(above), torch.where(above > 0, above, share * above)), "AutoSparse, s = −0.5, α = 0.6 until 0.8, at 0.4", V=v, S=s)

for name, binary in (("BiPerWave", False), ("BiPerSigns", True)):
    v, scale = trained(V.numpy(), [[0.5], [0.25], [2.0]])
    wave = torch.sin(20 * v)
    check(name, scale * (through(wave.sign(), wave) if binary else wave), f"{'sign of ' if binary else ''}sin(20·v), α = (0.5, 0.25, 2)", V=v, Scale=scale)

v, scale = trained(V.numpy(), [[0.5], [0.25], [2.0]])
centred = v - v.mean(1, keepdim=True)
check("BinaryWeights", scale * through(centred.sign(), centred), "Signs of centred weights, s = (0.5, 0.25, 2)", V=v, Scale=scale)

v, = trained(V.numpy())
frozen = math.sqrt(2 / 4) * G.sign()
mask = torch.where(v > 0.2, 1.0, torch.where(v < -0.2, -1.0, 0.0))
check("SignedSupermask", frozen * through(mask, v), "w₀ = √½·sign of the arriving gradient, θ = 0.2", V=v)

for mantissa in (2, 3):
    v, c = trained(V.numpy(), 0.8)
    bias = 2.0 ** (7 - mantissa) - torch.log2(c) + math.log2(2 - 2.0 ** -mantissa) - 1
    x = torch.min(torch.max(v, -c), c)
    exponent = torch.clamp((torch.floor(torch.log2(x.abs()) + bias)).detach(), 1.0)
    s = 2.0 ** (exponent - mantissa - bias)
    check(f"FloatingPoint8Of{mantissa}", through((x / s).round(), x / s) * s, f"Eight bits, {mantissa} of mantissa, c = 0.8", V=v, Clip=c)

sign, high, middle, low = trained(V.numpy(), V.numpy()[::-1].copy(), G.numpy(), G.numpy()[::-1].copy())
bits = [through((b > 0).double(), b) for b in (high, middle, low)]
signs = through(torch.where(sign > 0, 1.0, -1.0), sign)
check("BitWiseWeights", math.sqrt(2 / (17.5 * 4)) * signs * (4 * bits[0] + 2 * bits[1] + bits[2]), "Sign and three bits; the rows of v, v from below, the arriving gradient, that from below", Sign=sign, High=high, Middle=middle, Low=low)


print("namespace Recipes.Tests.Formulas.Parametrizations;")
print()
print("/// <summary>Written by tests/golden/parametrizations.py with PyTorch 1.13 and NumPy 1.24 in double precision.</summary>")
print("internal static class ParametrizationGolden")
print("{")
print("\n".join(lines[:-1]))
print("}")
