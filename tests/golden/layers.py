"""Golden values for the row-wise layers, made with PyTorch (1.13) and NumPy in double precision.

    python3 tests/golden/layers.py > tests/Recipes.Tests/Formulas/Layers/LayerGolden.cs

The tests need neither: the values are committed. What PyTorch has is taken from it, the others are written out from their papers.
"""
import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
# One row moderate, one large, one constant, one zero, one tiny.
ROWS = [[1.5, -0.5, 0.25, 3.0], [3000.0, -2000.0, 500.0, 0.0], [0.5, 0.5, 0.5, 0.5], [0.0, 0.0, 0.0, 0.0], [1e-4, 2e-4, -3e-4, 0.0]]
GAINS = [1.0, 0.5, -2.0, 1.5]
SHIFTS = [0.0, 0.25, -1.0, 2.0]
x, w, b = torch.tensor(ROWS), torch.tensor(GAINS), torch.tensor(SHIFTS)
rows, gains, shifts = np.array(ROWS), np.array(GAINS), np.array(SHIFTS)
centred = rows - rows.mean(1, keepdims=True)
values = {
    "LayerNorm": (F.layer_norm(x, (4,), w, b).numpy(), "F.layer_norm with the gains and shifts."),
    "L2Normalize": (F.normalize(x, dim=1).numpy(), "F.normalize."),
    "RmsNorm": (rows / np.sqrt((rows ** 2).mean(1, keepdims=True) + 2.0 ** -23) * gains, "x / sqrt(mean(x^2) + 2^-23) times the gains (NumPy)."),
    "ScaleNorm": (0.7 * 2.0 * rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-5), "0.7 sqrt(4) x / max(|x|, 1e-5) (NumPy)."),
    "DivisiveNorm": (centred / np.sqrt((centred ** 2).mean(1, keepdims=True) + 0.7 ** 2 + 1e-12), "(x - mean) / sqrt(var + 0.7^2 + 1e-12) (NumPy)."),
    "DynamicTanh": (np.tanh(0.7 * rows) * gains + shifts, "tanh(0.7 x) times the gains plus the shifts (NumPy)."),
    "LayerScale": (rows * gains, "x times the gains (NumPy)."),
}


def text(numbers):
    shown = [repr(float(v)) for v in np.asarray(numbers).reshape(-1)]
    return "\n".join("        " + ", ".join(shown[i:i + 4]) + "," for i in range(0, len(shown), 4))


print("namespace Recipes.Tests.Formulas.Layers;\n")
print('/// <summary>Written by tests/golden/layers.py with PyTorch 1.13 and NumPy 1.24 in double precision.</summary>')
print("internal static class LayerGolden\n{")
print("    /// <summary>What the layers are given: 5 rows of 4 features.</summary>")
print("    public static readonly double[,] Rows =\n    {")
for row in ROWS:
    print("        { " + ", ".join(repr(v) for v in row) + " },")
print("    };\n")
for name, numbers in (("Gains", GAINS), ("Shifts", SHIFTS)):
    print(f"    public static readonly double[] {name} = [{', '.join(repr(v) for v in numbers)}];\n")
for name, (numbers, comment) in values.items():
    print(f"    /// <summary>{comment}</summary>\n    public static readonly double[] {name} =\n    [\n{text(numbers)}\n    ];\n")
print("    public static readonly Dictionary<string, double[]> All = new()\n    {")
for name in values:
    print(f'        ["{name}"] = {name},')
print("    };\n}")
