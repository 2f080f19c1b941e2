"""Golden values for the activations, made with PyTorch (1.13) in double precision.

    python3 tests/golden/activations.py > tests/Recipes.Tests/Formulas/Activations/ActivationGolden.cs

The tests need neither: the values are committed. What PyTorch has is taken from it, derivatives too; the others are written out
here from their papers.
"""
import math

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
# Saturated, moderate, at the kinks of the default knobs (0, ±0.5, ±1, ±3, 6), tiny.
POINTS = [-1e4, -40.0, -6.5, -3.0, -1.5, -1.0, -0.5, -0.1, 0.0, 1e-9, 0.5, 0.7, 1.0, 3.0, 6.0, 8.25, 40.0, 1e4]
lines = []


def text(values):
    shown = [repr(float(v)) for v in values]
    return "\n".join("            " + ", ".join(shown[i:i + 6]) + "," for i in range(0, len(shown), 6))


def emit(name, function, knobs, comment):
    x = torch.tensor(POINTS, requires_grad=True)
    y = function(x)
    y.sum().backward()
    arguments = "".join(f', ("{k}", {v})' for k, v in knobs.items())
    lines.append(f"        // {comment}")
    lines.append(f'        new("{name}",\n        [\n{text(y.detach())}\n        ],\n        [\n{text(x.grad)}\n        ]{arguments}),')


def pytorch(name, function, **knobs):
    emit(name, function, knobs, "PyTorch.")


def paper(name, function, **knobs):
    emit(name, function, knobs, "Written out from the paper.")


pytorch("Relu", F.relu)
pytorch("LeakyRelu", F.leaky_relu)
pytorch("LeakyRelu", lambda x: F.leaky_relu(x, 0.25), negativeSlope=0.25)
pytorch("Gelu", F.gelu)
pytorch("Silu", F.silu)
pytorch("Tanh", torch.tanh)
pytorch("Sigmoid", torch.sigmoid)
pytorch("Elu", F.elu)
pytorch("Elu", lambda x: F.elu(x, 2.5), alpha=2.5)
pytorch("Celu", F.celu)
pytorch("Celu", lambda x: F.celu(x, 2.5), alpha=2.5)
pytorch("Selu", F.selu)
pytorch("Hardshrink", F.hardshrink)
pytorch("Hardshrink", lambda x: F.hardshrink(x, 0.25), **{"lambda": 0.25})
pytorch("Softshrink", F.softshrink)
pytorch("Softshrink", lambda x: F.softshrink(x, 0.25), **{"lambda": 0.25})
pytorch("Hardtanh", F.hardtanh)
pytorch("Hardtanh", lambda x: F.hardtanh(x, -0.5, 3), minimum=-0.5, maximum=3)
pytorch("Relu6", F.relu6)
pytorch("Hardsigmoid", F.hardsigmoid)
pytorch("LogSigmoid", F.logsigmoid)
pytorch("Mish", F.mish)
pytorch("GeluTanh", lambda x: F.gelu(x, approximate="tanh"))
paper("Softplus", lambda x: torch.logaddexp(x, torch.zeros(())))
paper("Softplus", lambda x: torch.logaddexp(2.5 * x, torch.zeros(())) / 2.5, beta=2.5)
pytorch("Softsign", F.softsign)
pytorch("Tanhshrink", F.tanhshrink)
pytorch("Prelu", lambda x: F.prelu(x, torch.tensor([0.4])), weight=0.4)
pytorch("Threshold", lambda x: F.threshold(x, 0.5, 3), bound=0.5, value=3)
paper("Hardswish", lambda x: x * F.hardsigmoid(x))
paper("Swish", lambda x: x * torch.sigmoid(1.5 * x), beta=1.5)
paper("LearnedSwish", lambda x: x * torch.sigmoid(0.75 * x), beta=0.75)
paper("Sine", lambda x: torch.sin(1.5 * x), omega=1.5)
paper("Snake", lambda x: x + torch.sin(1.5 * x) ** 2 / 1.5, alpha=1.5)
paper("SquaredRelu", lambda x: F.relu(x) ** 2)
paper("Squareplus", lambda x: torch.where(x > 0, (x + torch.sqrt(x * x + 4)) / 2, 2 / (torch.sqrt(x * x + 4) - x)))


def smelu(x, b):
    return torch.where(x.abs() <= b, (x + b) ** 2 / (4 * b), F.relu(x))


paper("Smelu", lambda x: smelu(x, 0.7), beta=0.7)


def sau(x, a, n):
    return ((1 - a) / (n * math.sqrt(2 * math.pi)) * torch.exp(-n * n * x * x / 2) + (1 + a) / 2 * x
            + (1 - a) / 2 * x * torch.erf(n * x / math.sqrt(2)))


paper("Sau", lambda x: sau(x, 0.25, 2.0), alpha=0.25, n=2)
paper("LearnedSau", lambda x: sau(x, 0.4, 2.0), alpha=0.4, n=2)

print("namespace Recipes.Tests.Formulas.Activations;\n")
print("/// <summary>What an activation and its derivative are at <see cref=\"Points\"/>.</summary>")
print("internal sealed record ActivationValues(string Name, double[] Values, double[] Derivatives, params (string Name, double Value)[] Knobs);\n")
print("/// <summary>Written by tests/golden/activations.py with PyTorch 1.13 in double precision.</summary>")
print("internal static class ActivationGolden\n{")
print("    /// <summary>Where the activations are taken.</summary>")
print(f"    public static readonly double[] Points =\n    [\n{text(POINTS)}\n    ];\n")
print("    public static readonly ActivationValues[] All =\n    [")
print("\n".join(lines))
print("    ];\n}")
