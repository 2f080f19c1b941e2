"""Writes CifarSample.cs: scores of a real over-confident network, and their temperature by SciPy 1.10.

Run: python3 golden_temperature.py cifar10-lenet5-scores.npz > CifarSample.cs
The file is an example record of the netcal calibration framework (Apache-2.0): class probabilities of a LeNet-5 on
CIFAR-10. Logarithms of every 40th row's probabilities are kept to three decimals.
"""
import sys
import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import logsumexp

data = np.load(sys.argv[1])
labels = data["ground_truth"].reshape(-1).astype(int)[::40]
scores = np.log(np.maximum(data["predictions"][::40], 1e-30)).round(3).astype(np.float32)
rows, classes = scores.shape


def nll(log_temperature):
    z = scores.astype(np.float64) / np.exp(log_temperature)
    return (logsumexp(z, axis=1) - z[np.arange(rows), labels]).mean()


fit = minimize_scalar(nll, bounds=(np.log(0.05), np.log(20)), method="bounded", options={"xatol": 1e-11})
print("namespace Recipes.Tests.Calibration;\n")
print("/// <summary>Logits of a real over-confident network, and their temperature by SciPy; written by golden_temperature.py.</summary>")
print("/// <remarks>Derived from an example record of the netcal calibration framework (Apache-2.0).</remarks>")
print("internal static class CifarSample\n{")
print(f"    public const int Classes = {classes};")
print(f"    public const double Temperature = {float(np.exp(fit.x))!r};")
print(f"    public const double NegativeLogLikelihoodBefore = {float(nll(0))!r};")
print(f"    public const double NegativeLogLikelihoodAfter = {float(fit.fun)!r};\n")
print("    public static readonly int[] Labels =\n    [")
for i in range(0, rows, 50):
    print(f"        {', '.join(map(str, labels[i:i + 50]))},")
print("    ];\n")
print("    public static readonly float[] Scores =\n    [")
for row in scores:
    print(f"        {', '.join(f'{v:g}f' for v in row)},")
print("    ];\n}")
