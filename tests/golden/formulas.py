"""Golden values for the formula library, made with PyTorch (1.13) and NumPy in double precision.

    python3 tests/golden/formulas.py > tests/Recipes.Tests/Formulas/Golden.cs

The tests need neither: the values are committed. What PyTorch has is taken from it; the losses
that it lacks are written out here from their papers. Optimizers: optimizers.py.
"""
import math

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
lines = []


def emit(name, values, comment):
    values = np.asarray(values, dtype=np.float64).reshape(-1)
    lines.append(f"    /// <summary>{comment}</summary>")
    text = [repr(float(v)).replace("inf", "double.PositiveInfinity") for v in values]
    lines.append(f"    public static readonly double[] {name} =")
    lines.append("    [")
    for i in range(0, len(text), 4):
        lines.append("        " + ", ".join(text[i:i + 4]) + ",")
    lines.append("    ];")
    lines.append("")


# The batch that all losses see: 5 rows, 4 classes, one row large, one with ties.
LOGITS = [[1.5, -0.5, 0.25, 3.0], [-2.0, 0.5, 0.5, -1.0], [30.0, -20.0, 5.0, 0.0], [0.1, 0.2, 0.3, 0.4], [2.0, 2.0, -1.0, 0.0]]
LABELS = [3, 0, 2, 1, 0]
y = torch.tensor(LABELS)


def loss(name, function, comment):
    """Per-row values and the gradient of their mean."""
    z = torch.tensor(LOGITS, requires_grad=True)
    values = function(z)
    values = values.expand(len(LABELS)) if values.dim() == 0 else values
    values.mean().backward()
    emit(name, values.detach(), comment + ": the loss of each row.")
    emit(name + "Gradient", z.grad, comment + ": the gradient of the mean.")


for smoothing in (0.0, 0.1):
    loss(f"CrossEntropy{int(100 * smoothing)}", lambda z: F.cross_entropy(z, y, reduction="none", label_smoothing=smoothing),
         f"F.cross_entropy, label_smoothing={smoothing}")
weight = torch.tensor([0.5, 2.0, 1.0, 0.25])
z = torch.tensor(LOGITS)
emit("WeightedCrossEntropy", F.cross_entropy(z, y, weight=weight, reduction="none"), "F.cross_entropy, weight=[0.5, 2, 1, 0.25]: each row.")
emit("WeightedCrossEntropyMean", F.cross_entropy(z, y, weight=weight), "F.cross_entropy, weight=[0.5, 2, 1, 0.25]: its mean.")


def focal(z, gamma):
    logp = F.log_softmax(z, 1).gather(1, y[:, None])[:, 0]
    return -torch.pow(-torch.expm1(logp), gamma) * logp


for gamma in (0.5, 2.0, 5.0):
    loss(f"Focal{int(10 * gamma)}", lambda z: focal(z, gamma), f"-pow(-expm1(logp), {gamma}) * logp")


def squentropy(z):
    wrong = 1 - F.one_hot(y, 4)
    return F.cross_entropy(z, y, reduction="none") + (wrong * z * z).sum(1) / 3


def diversity(z):
    mean = F.softmax(z, 1).mean(0)
    return (mean * mean.log()).sum()


def information(z):
    p = F.softmax(z, 1)
    q = torch.stack([p[y == label].mean(0) for label in LABELS])
    return F.kl_div(q.log(), p, reduction="none").sum(1)


def clipped(z):
    norm = z.norm(dim=1, keepdim=True)
    return F.cross_entropy(z * torch.clamp(1.5 / norm, max=1), y, reduction="none")


loss("Squentropy", squentropy, "cross-entropy + mean square of the wrong logits")
targets = torch.tensor([[0.5, -1.5, 2.0, 3.5], [-2.0, 0.25, 8.0, -1.0], [29.0, -21.0, 0.0, 1.0], [0.0, 0.0, 0.0, 0.0], [-3.0, 2.0, 1.0, 0.5]])
loss("MeanSquaredError", lambda z: F.mse_loss(z, targets, reduction="none").mean(1), "F.mse_loss of the outputs and the test's targets")
loss("PredictionDiversity", diversity, "negative entropy of the mean softmax")
loss("ConditionalMutualInformation", information, "KL divergence to the mean softmax of the row's label")
loss("ClippedCrossEntropy", clipped, "F.cross_entropy of logits of norm 1.5 or less")


def early_learning(z, target):
    p = torch.clamp(F.softmax(z, 1), 1e-4, 1 - 1e-4)
    held = p.detach()
    target = 0.7 * target + 0.3 * held / held.sum(1, keepdim=True)
    return (1 - (target * p).sum(1)).log(), target


_, target = early_learning(z, torch.zeros(5, 4))
values, target = early_learning(z * 1.5, target)
emit("EarlyLearning", values, "The authors' early-learning regulariser of each row at 1.5 z, after a first visit at z.")
emit("EarlyLearningTarget", target, "The targets [5, 4] after both visits.")


# Clipping and averaging.
CLIPPED = [0.3, -2.0, 0.1, 1.5]
for maximum in (1.0, 100.0):
    parameter = torch.nn.Parameter(torch.zeros(4))
    parameter.grad = torch.tensor(CLIPPED)
    torch.nn.utils.clip_grad_norm_([parameter], maximum)
    emit(f"ClipNorm{int(maximum)}", parameter.grad, f"clip_grad_norm_ of 0.3, -2, 0.1, 1.5 to {maximum}.")
module = torch.nn.Linear(1, 1, bias=False)
averaged = torch.optim.swa_utils.AveragedModel(module, avg_fn=lambda a, w, _: 0.9 * a + 0.1 * w)
averages = []
for step in range(10):
    module.weight.data.fill_(math.sin(step + 1))
    averaged.update_parameters(module)
    averages.append(averaged.module.weight.item())
emit("WeightAverage", averages, "AveragedModel with decay 0.9 over sin 1, sin 2, … sin 10.")


# Schedules: the factor in each of n steps.
def factors(make, n):
    parameter = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([parameter], lr=1.0)
    schedule = make(optimizer)
    values = []
    for _ in range(n):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step() if len(values) < n else None
    return values


emit("Cosine", factors(lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, T_max=20, eta_min=0.1), 20), "CosineAnnealingLR(T_max=20, eta_min=0.1).")
emit("Linear", factors(lambda o: torch.optim.lr_scheduler.LinearLR(o, start_factor=1.0, end_factor=0.1, total_iters=20), 20),
     "LinearLR(start_factor=1, end_factor=0.1, total_iters=20).")
emit("OneCycle", factors(lambda o: torch.optim.lr_scheduler.OneCycleLR(o, max_lr=1.0, total_steps=20, cycle_momentum=False), 20),
     "OneCycleLR(max_lr=1, total_steps=20).")

print("namespace Recipes.Tests.Formulas;\n")
print("/// <summary>Written by tests/golden/formulas.py with PyTorch 1.13 and NumPy 1.24 in double precision.</summary>")
print("internal static class Golden\n{")
print("\n".join(lines).rstrip())
print("}")
