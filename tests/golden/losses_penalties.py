"""Golden values of penalties, calibration terms, losses of the whole batch, and losses that learn or remember."""
import math

import torch
import torch.nn.functional as F
from losses_common import Golden, onehot, picked, y

golden = Golden(__file__)


def p(z):
    return F.softmax(z, 1)


def ce(z):
    return F.cross_entropy(z, y, reduction="none")


entropy = lambda z: torch.distributions.Categorical(logits=z).entropy()
golden.loss("PredictionEntropy", entropy, "torch.distributions.Categorical.entropy")
golden.loss("ConfidencePenalty", lambda z: -entropy(z), "torch.distributions.Categorical.entropy")
uniform = torch.full((6, 4), 0.25)
golden.loss("UniformDivergence", lambda z: F.kl_div(F.log_softmax(z, 1), uniform, reduction="none").sum(1), "F.kl_div to the uniform")
golden.loss("SpectralDecoupling", lambda z: z.square().sum(1) / 2, "half the squared norm")
golden.loss("SpectralDecoupling", lambda z: (z - 1.5).square().sum(1) / 2, "half the squared norm", center=1.5)
golden.loss("ZLoss", lambda z: torch.logsumexp(z, 1) ** 2, "torch.logsumexp squared")
for margin in (10.0, 2.0):
    golden.loss("MarginSmoothing", lambda z: F.relu(z.max(1, keepdim=True).values - z - margin).mean(1), "hinges below the maximum", margin=margin)


def acls(z, margin, positive, negative):
    top = z.max(1).values
    return positive * F.relu(top - margin).square() + negative * F.relu(top.detach()[:, None] - z - margin).square().sum(1) / 3


golden.loss("AdaptiveConditionalSmoothing", lambda z: acls(z, 10, 1, 0.1), "two squared hinges")
golden.loss("AdaptiveConditionalSmoothing", lambda z: acls(z, 2, 0.5, 0.7), "two squared hinges", margin=2.0, positive=0.5, negative=0.7)
right = lambda z: (z.argmax(1) == y).double()
golden.loss("ConfidenceAccuracyDifference", lambda z: (p(z).max(1).values.mean() - right(z).mean()).abs(), "|mean confidence - accuracy|")
golden.loss("MultiClassConfidenceAccuracyDifference", lambda z: (p(z).mean(0) - onehot.mean(0)).abs().mean(), "|mean probabilities - frequencies|")
golden.loss("CorrectnessAwareConfidence", lambda z: (p(z).max(1).values - right(z)).square(), "squared distance to right or wrong")
for level in (0.05, 6.0):
    golden.loss("Flooding", lambda z: (ce(z).mean() - level).abs() + level, "|L - b| + b", level=level)
golden.loss("LossVariance", lambda z: (ce(z) - ce(z).mean()).square(), "squared distance from the mean")
for threshold in (0.5, -0.3):
    golden.loss("ConditionalValueAtRisk", lambda z, threshold: threshold + F.relu(ce(z) - threshold) / 0.2, "eta + relu(CE - eta) / alpha", learned={"threshold": threshold}, alpha=0.2)
    golden.loss("ChiSquareRobust", lambda z, threshold: math.sqrt(3) * F.relu(ce(z) - threshold).square().mean().sqrt() + threshold, "root mean square above eta, plus eta",
                learned={"threshold": threshold})


def teacher_free(z, correct, temperature):
    teacher = torch.where(onehot > 0, torch.tensor(correct), torch.tensor((1 - correct) / 3))
    return F.kl_div(F.log_softmax(z / temperature, 1), F.softmax(teacher / temperature, 1), reduction="none").sum(1)


golden.loss("TeacherFreeDistillation", lambda z: teacher_free(z, 0.99, 20.0), "F.kl_div to a virtual teacher")
golden.loss("TeacherFreeDistillation", lambda z: teacher_free(z, 0.8, 0.5), "F.kl_div to a virtual teacher", correct=0.8, temperature=0.5)


def infomax(z):
    mean, own = p(z).mean(0), torch.stack([p(z)[y == label].mean(0) for label in y])
    return torch.distributions.Categorical(own).entropy() - torch.distributions.Categorical(mean).entropy()


golden.loss("DiscreteInfomax", infomax, "entropies of the means by label and of all")
golden.loss("UniformPriorDivergence", lambda z: F.kl_div(p(z).mean(0).log(), uniform[0], reduction="sum"), "F.kl_div of the mean to the uniform")

earlier = [[0.0] * 4, [0.1, 0.2, 0.05, 0.05], [0.0, 0.3, 0.1, 0.2], [0.25] * 4, [0.5, 0.1, 0.1, 0.1], [0.0, 0.4, 0.0, 0.0]]


def temporal(z, history):
    visited = history.sum(1, keepdim=True)
    loss = torch.where(visited[:, 0] > 0, (p(z) - history / visited.clamp(min=1e-30)).square().mean(1), torch.zeros(()))
    return loss, 0.6 * history + 0.4 * p(z).detach()


golden.loss("TemporalEnsembling", temporal, "mean squared error to the mean of earlier predictions", kept={"history": earlier})
shifts = [[0.0] * 4, [-0.4, 0.2, 0.2, 0.0], [0.5, 0.0, -0.6, 0.1], [0.0, -0.1, 0.1, 0.0], [-0.7, 0.7, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]


def self_adaptive(z, shift):
    target = 0.9 * (onehot + shift) + 0.1 * p(z).detach()
    weight = target.max(1).values
    return weight / weight.mean() * -(target * F.log_softmax(z, 1)).sum(1), target - onehot


golden.loss("SelfAdaptiveTraining", self_adaptive, "weighted cross-entropy to a moving target", kept={"shift": shifts})
golden.write()
