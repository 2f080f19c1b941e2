"""Golden values for the schedule that reduces on a plateau, made with PyTorch (1.13).

    python3 tests/golden/plateau.py > tests/Recipes.Tests/Formulas/Schedules/PlateauGolden.cs

The losses are a closed formula that the test computes too: a fall with waves, then a floor with waves that fade.
"""
import math

import torch

LOSSES = [max(0.4, 1 / (1 + 0.2 * k)) + 0.05 * math.exp(-0.03 * k) * math.sin(0.9 * k) for k in range(60)]
CASES = {
    "Defaults": dict(),
    "Impatient": dict(factor=0.5, patience=2, threshold=0.01),
    "Resting": dict(factor=0.5, patience=1, threshold=0.05, cooldown=3, min_lr=0.02),
    "AtOnce": dict(factor=0.7, patience=0, threshold=0.0, cooldown=1),
}
print("namespace Recipes.Tests.Formulas.Schedules;\n")
print("/// <summary>Written by tests/golden/plateau.py with PyTorch 1.13: the factor after each epoch.</summary>")
print("internal static class PlateauGolden\n{")
for name, knobs in CASES.items():
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    schedule = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, **knobs)
    values = []
    for loss in LOSSES:
        schedule.step(loss)
        values.append(repr(float(optimizer.param_groups[0]["lr"])))
    rows = "\n".join("        " + ", ".join(values[i:i + 6]) + "," for i in range(0, len(values), 6))
    print(f"    /// <summary>ReduceLROnPlateau({', '.join(f'{k}={v}' for k, v in knobs.items())}).</summary>")
    print(f"    public static readonly double[] {name} =\n    [\n{rows}\n    ];\n")
print("}")
