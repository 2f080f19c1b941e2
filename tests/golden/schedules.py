"""Golden values for the schedules, made with PyTorch (1.13) and NumPy in double precision.

    python3 tests/golden/schedules.py > tests/Recipes.Tests/Formulas/Schedules/ScheduleGolden.cs

The tests need neither: the values are committed. What PyTorch has is taken from it, stepped after every batch; the others are
written out from their papers.
"""
import warnings

import numpy as np
import torch
from torch.optim import lr_scheduler as pytorch

torch.set_default_dtype(torch.float64)
warnings.simplefilter("ignore")
lines = []


def emit(name, values, comment, **knobs):
    shown = [repr(float(v)) for v in values]
    rows = "\n".join("            " + ", ".join(shown[i:i + 5]) + "," for i in range(0, len(shown), 5))
    arguments = "".join(f', ("{k}", {str(v).lower()})' for k, v in knobs.items())
    lines.append(f"        // {comment}\n        new(\"{name}\",\n        [\n{rows}\n        ]{arguments}),")


def torch_(name, n, make, comment, **knobs):
    parameter = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([parameter], lr=1.0)
    schedule = make(optimizer)
    values = []
    for _ in range(n):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    emit(name, values, "PyTorch: " + comment, **knobs)


def paper(name, n, function, **knobs):
    emit(name, [function(k, n) for k in range(n)], "Written out from the paper.", **knobs)


def warm(k, n, u, after):
    return min(1.0, (k + 1) / (u * n)) if k < u * n else after(k / n)


torch_("StepDecay", 20, lambda o: pytorch.StepLR(o, 6), "StepLR(6).")
torch_("StepDecay", 30, lambda o: pytorch.StepLR(o, 6, 0.5), "StepLR(6, gamma=0.5).", every=0.2, gamma=0.5)
torch_("MultiStep", 20, lambda o: pytorch.MultiStepLR(o, [10, 15]), "MultiStepLR([10, 15]).")
torch_("MultiStep", 30, lambda o: pytorch.MultiStepLR(o, [3, 9, 21, 27], 0.5), "MultiStepLR([3, 9, 21, 27], gamma=0.5).", first=0.1, second=0.3, third=0.7, fourth=0.9, gamma=0.5)
torch_("Exponential", 20, lambda o: pytorch.ExponentialLR(o, 0.01 ** (1 / 20)), "ExponentialLR(0.01 ** (1 / 20)).")
torch_("Polynomial", 20, lambda o: pytorch.PolynomialLR(o, 20, 1.5), "PolynomialLR(20, power=1.5).", power=1.5)
torch_("CosineRestarts", 21, lambda o: pytorch.CosineAnnealingWarmRestarts(o, 7), "CosineAnnealingWarmRestarts(7).")
torch_("CosineRestarts", 35, lambda o: pytorch.CosineAnnealingWarmRestarts(o, 5, 2, eta_min=0.1), "CosineAnnealingWarmRestarts(5, 2, eta_min=0.1).", growth=2, minimum=0.1)
for mode, gamma in (("triangular", 1), ("triangular2", 0.5)):
    torch_("Cyclic", 24, lambda o: pytorch.CyclicLR(o, 0.25, 1.0, 3, mode=mode, cycle_momentum=False), f"CyclicLR(0.25, 1, 3, mode='{mode}').", gamma=gamma)
torch_("Cyclic", 30, lambda o: pytorch.CyclicLR(o, 0.1, 1.0, 4, 6, cycle_momentum=False), "CyclicLR(0.1, 1, 4, 6).", cycles=3, minimum=0.1, rise=0.4)
paper("Constant", 10, lambda k, n: warm(k, n, 0.35, lambda t: 1), warmup=0.35)
paper("StepDecay", 20, lambda k, n: warm(k, n, 0.2, lambda t: 0.1 ** (k // 6)), warmup=0.2)
paper("MultiStep", 20, lambda k, n: warm(k, n, 0.2, lambda t: 0.1 ** ((k >= 10) + (k >= 15))), warmup=0.2)
paper("Exponential", 20, lambda k, n: warm(k, n, 0.25, lambda t: 0.1 ** ((t - 0.25) / 0.75)), end=0.1, warmup=0.25)
paper("Polynomial", 20, lambda k, n: warm(k, n, 0.25, lambda t: 0.1 + 0.9 * (1 - (t - 0.25) / 0.75) ** 2), power=2, warmup=0.25, minimum=0.1)
paper("Rex", 20, lambda k, n: warm(k, n, 0.25, lambda t: 0.1 + 0.9 * (1 - (t - 0.25) / 0.75) / (1 - (t - 0.25) / 0.75 / 2)), warmup=0.25, minimum=0.1)
paper("CosineRestarts", 20, lambda k, n: warm(k, n, 0.25, lambda t: 0.5 ** ((k - 5) // 5) * (1 + np.cos(np.pi * ((k - 5) % 5) / 5)) / 2), gamma=0.5, warmup=0.25)


def stable(t, d, p, mu):
    return 1 if t < 1 - d else mu + (1 - mu) * (1 - ((t - (1 - d)) / d) ** p)


paper("WarmupStableDecay", 40, lambda k, n: warm(k, n, 0.05, lambda t: stable(t, 0.2, 0.5, 0)))
paper("WarmupStableDecay", 40, lambda k, n: warm(k, n, 0.1, lambda t: stable(t, 0.5, 1, 0.1)), warmup=0.1, decay=0.5, power=1, minimum=0.1)
paper("Knee", 20, lambda k, n: warm(k, n, 0.1, lambda t: min(1, 1 - 0.8 * (t - 0.3) / 0.7)), explore=0.3, warmup=0.1, minimum=0.2)
paper("InverseSqrt", 20, lambda k, n: min((k + 1) / 4, np.sqrt(4 / (k + 1))), warmup=0.2)
paper("RangeTest", 20, lambda k, n: np.linspace(1e-4, 1, n)[k])
paper("RangeTest", 20, lambda k, n: np.geomspace(1e-3, 1, n)[k], start=1e-3, exponential=True)
paper("Cosine", 20, lambda k, n: warm(k, n, 0.25, lambda t: 0.1 + 0.9 * (1 + np.cos(np.pi * (t - 0.25) / 0.75)) / 2), warmup=0.25, minimum=0.1)
paper("Linear", 20, lambda k, n: warm(k, n, 0.25, lambda t: 1 - 0.9 * (t - 0.25) / 0.75), warmup=0.25, minimum=0.1)

print("namespace Recipes.Tests.Formulas.Schedules;\n")
print("/// <summary>The factors of a schedule in each step of a run.</summary>")
print("internal sealed record ScheduleValues(string Name, double[] Values, params (string Name, object Value)[] Knobs);\n")
print("/// <summary>Written by tests/golden/schedules.py with PyTorch 1.13 and NumPy 1.24 in double precision.</summary>")
print("internal static class ScheduleGolden\n{\n    public static readonly ScheduleValues[] All =\n    [")
print("\n".join(lines))
print("    ];\n}")
