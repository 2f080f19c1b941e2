"""Writes TargetGolden.cs: metrics of fixed predictions of numbers and of several labels by scikit-learn 1.2 and PyTorch 1.13.

Run: /usr/bin/python3 golden_targets.py > TargetGolden.cs
Values are rounded to three decimals, so that the C# file holds exactly what was measured.
"""
import numpy as np
import torch
from sklearn.metrics import average_precision_score, f1_score, mean_absolute_error, mean_squared_error, precision_recall_fscore_support, r2_score

random = np.random.RandomState(5)
ROWS, TARGETS, LABELS = 30, 2, 4
targets = (random.randn(ROWS, TARGETS) * [2, 30] + [1, 500]).round(3).astype(np.float32)
predictions = (targets + random.randn(ROWS, TARGETS) * [1, 12]).round(3).astype(np.float32)
y, p = targets.astype(np.float64), predictions.astype(np.float64)

truth = (random.rand(ROWS, LABELS) < [.5, .3, .1, .6]).astype(np.float32)
scores = (random.randn(ROWS, LABELS) * 2 + 1.5 * (2 * truth - 1)).round(1).astype(np.float32)  # one decimal: ties of scores
predicted = (scores > 0).astype(int)
precision, recall, f1, _ = precision_recall_fscore_support(truth, predicted, zero_division=0)


def rows(name, values):
    print(f"    public static readonly float[] {name} =\n    [")
    for row in values:
        print("        " + ", ".join(f"{v:g}f" for v in row) + ",")
    print("    ];\n")


def numbers(name, values):
    print(f"    public static readonly double[] {name} = [{', '.join(repr(float(v)) for v in values)}];")


print("namespace Recipes.Tests.Metrics;\n")
print("/// <summary>Predictions and their metrics by scikit-learn and PyTorch; written by golden_targets.py.</summary>")
print("internal static class TargetGolden\n{")
rows("Targets", targets)
rows("Predictions", predictions)
rows("Truth", truth)
rows("Scores", scores)
numbers("RootMeanSquaredErrors", np.sqrt(mean_squared_error(y, p, multioutput="raw_values")))
numbers("MeanAbsoluteErrors", mean_absolute_error(y, p, multioutput="raw_values"))
numbers("RSquares", r2_score(y, p, multioutput="raw_values"))
numbers("Averages", [np.sqrt(mean_squared_error(y, p, multioutput="raw_values")).mean(), mean_absolute_error(y, p), r2_score(y, p)])
numbers("Precisions", precision)
numbers("Recalls", recall)
numbers("F1s", f1)
numbers("AveragePrecisions", average_precision_score(truth, scores, average=None))
numbers("LabelAverages", [
    torch.nn.functional.binary_cross_entropy_with_logits(torch.tensor(scores, dtype=torch.float64), torch.tensor(truth, dtype=torch.float64)).item(),
    f1_score(truth, predicted, average="macro"), f1_score(truth, predicted, average="micro"), (predicted == truth).all(1).mean(),
    average_precision_score(truth, scores, average="macro")])
print("}")
