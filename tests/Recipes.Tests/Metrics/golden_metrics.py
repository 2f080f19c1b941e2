"""Writes MetricGolden.cs: metrics of fixed scores by scikit-learn 1.2 and PyTorch 1.13.

Run: python3 golden_metrics.py > MetricGolden.cs
Scores are rounded to three decimals, so that the C# file holds exactly what was measured. Calibration errors are computed
here from their definition with NumPy on float32 confidences, independently of the C# code.
"""
import numpy as np
import torch
from sklearn.metrics import accuracy_score, confusion_matrix, log_loss, precision_recall_fscore_support

ROWS, CLASSES, BINS = 120, 4, 15
random = np.random.RandomState(20)
labels = random.randint(0, CLASSES, ROWS)
scores = (random.randn(ROWS, CLASSES) * 2).round(3)
scores[np.arange(ROWS), labels] += 1.5
scores = scores.round(3).astype(np.float32)
scores[17] = [1.25, 3.5, 3.5, -1]  # a tie of two classes: the lower one is predicted
scores[18:30] = scores[18]         # twelve rows of one confidence: more than a bin of equal mass takes

logits = torch.tensor(scores, dtype=torch.float64)
target = torch.tensor(labels)
p = torch.softmax(logits, 1).numpy()
predicted = p.argmax(1)
confidence = p.max(1)
correct = predicted == labels

nll = torch.nn.functional.cross_entropy(logits, target).item()
assert abs(nll - log_loss(labels, p)) < 1e-12
brier = ((p - np.eye(CLASSES)[labels]) ** 2).sum(1).mean()


def gaps(groups):
    return [(len(g), abs(correct[g].mean() - confidence[g].mean())) for g in groups if len(g)]


edges = np.array([b / BINS for b in range(BINS + 1)], dtype=np.float32)
c32 = confidence.astype(np.float32)
width = gaps([np.flatnonzero((c32 > lo) & (c32 <= hi)) for lo, hi in zip(edges[:-1], edges[1:])])
order = np.argsort(c32, kind="stable")
mass_groups, start = [], 0
for b in range(1, BINS + 1):
    end = ROWS * b // BINS
    if end <= start:
        continue
    while end < ROWS and c32[order[end]] == c32[order[end - 1]]:
        end += 1
    mass_groups.append(order[start:end])
    start = end
mass = gaps(mass_groups)
precision, recall, f1, support = precision_recall_fscore_support(labels, predicted)
confusion = confusion_matrix(labels, predicted)


def row(values, suffix=""):
    return ", ".join(f"{v:g}{suffix}" if suffix else repr(v) for v in values)


print("namespace Recipes.Tests.Metrics;\n")
print("/// <summary>Scores and their metrics by scikit-learn and PyTorch; written by golden_metrics.py.</summary>")
print("internal static class MetricGolden\n{")
print("    public static readonly float[] Scores =\n    [")
for r in scores:
    print(f"        {row(r, 'f')},")
print("    ];\n")
print("    public static readonly int[] Labels =\n    [")
for i in range(0, ROWS, 30):
    print(f"        {row(labels[i:i + 30].tolist())},")
print("    ];\n")
for name, value in [
    ("Accuracy", accuracy_score(labels, predicted)), ("NegativeLogLikelihood", nll), ("Brier", float(brier)),
    ("ExpectedCalibrationError", float(sum(n * g for n, g in width) / ROWS)),
    ("ExpectedCalibrationErrorEqualMass", float(sum(n * g for n, g in mass) / ROWS)),
    ("MaximumCalibrationError", float(max(g for _, g in width))),
]:
    print(f"    public const double {name} = {value!r};")
print()
for name, values in [("Precision", precision), ("Recall", recall), ("F1", f1)]:
    print(f"    public static readonly double[] {name} = [{row(values.tolist())}];")
print(f"    public static readonly long[] Support = [{row(support.tolist())}];")
print(f"    public static readonly long[,] Confusion = {{ {', '.join('{ ' + row(r) + ' }' for r in confusion.tolist())} }};")
print(f"    public static readonly long[] EqualMassCounts = [{row([n for n, _ in mass])}];")
print("}")
