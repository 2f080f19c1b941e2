"""Golden values of losses that rank or weigh the rows of the batch, that know the progress of the run, and of domains."""
import math

import torch
import torch.nn.functional as F
from losses_common import INPUTS, Golden, domain, onehot, picked, y

golden = Golden(__file__)
T = INPUTS["Progress"]


def p(z):
    return F.softmax(z, 1)


def ce(z):
    return F.cross_entropy(z, y, reduction="none")


def smoothing(z, count, share):
    top = ce(z).topk(min(count, 6)).values
    return ce(z).mean() + share * top.mean()


# The mean is that of the released code; each row's own part of it is spelt out.
def smoothed_rows(z, count, share):
    count = min(count, 6)
    chosen = torch.zeros(6).scatter(0, ce(z).topk(count).indices, 1.0)
    rows = ce(z) * (1 + chosen * share * 6 / count)
    assert torch.isclose(rows.mean(), smoothing(z, count, share))
    return rows


golden.loss("LossSmoothing", lambda z: smoothed_rows(z, 5, 0.7), "mean and mean of torch.topk", greatest=5.0)
golden.loss("LossSmoothing", lambda z: smoothed_rows(z, 2, 1.5), "mean and mean of torch.topk", greatest=2.0, share=1.5)


def one_versus_rest(z):
    return F.binary_cross_entropy_with_logits(z, onehot, reduction="none").sum(1)


def sovr(z, share, weight):
    margin = picked(z) - z.masked_fill(onehot > 0, -math.inf).max(1).values
    least = torch.zeros(6).scatter(0, (-margin).topk(int(share * 6)).indices, 1.0) if int(share * 6) else torch.zeros(6)
    return torch.where(least > 0, weight * one_versus_rest(z), ce(z))


for share in (0.4, 0.0, 1.0):
    golden.loss("SwitchingOneVersusRest", lambda z: sovr(z, share, 0.4), "one-versus-rest for torch.topk of the negative margins", share=share)
for r in (1.0, 5.0):
    golden.loss("TiltedCrossEntropy", lambda z: r * (torch.logsumexp(ce(z) / r, 0) - math.log(6)), "torch.logsumexp over the batch", temperature=r)


def holistic(z, dual, poisoned, radius):
    scale = F.softplus(dual) + 0.01
    ball = scale * radius + scale * (torch.logsumexp(ce(z) / scale, 0) - math.log(6))
    return poisoned * ce(z).max() + (1 - poisoned) * ball


golden.loss("HolisticRobustCrossEntropy", lambda z, dual: holistic(z, dual, 0.1, 0.1), "maximum and dual of the ball", learned={"dual": 0.4})
golden.loss("HolisticRobustCrossEntropy", lambda z, dual: holistic(z, dual, 0.3, 0.5), "maximum and dual of the ball", learned={"dual": -0.7}, poisoned=0.3, radius=0.5)


def reweighted(z, r, cap):
    loss = ce(z).detach()
    h = 2 * (loss - loss.min()) / (loss.max() - loss.min()) - 1
    return 6 * F.softmax(h.clamp(max=cap) / r, 0) * ce(z)


golden.loss("LossReweighting", lambda z: reweighted(z, 1.0, 0.5), "F.softmax of the capped places")
golden.loss("LossReweighting", lambda z: reweighted(z, 0.2, -0.8), "F.softmax of the capped places", temperature=0.2, cap=-0.8)


def harmonized(z, width):
    g = (1 - picked(p(z))).detach()
    density = ((g[:, None] - g[None]).abs() <= width).double().sum(1)
    return 1 / density / (1 / density).mean() * ce(z)


golden.loss("GradientHarmonized", lambda z: harmonized(z, 1 / 30), "inverse counts of near gradients")
golden.loss("GradientHarmonized", lambda z: harmonized(z, 0.5), "inverse counts of near gradients", width=0.5)


def cyclical(z, factor):
    share = 1 - factor * T if factor * T <= 1 else (factor * T - 1) / (factor - 1)
    return (share * (1 + picked(p(z))) ** 2 + (1 - share) * (1 - picked(p(z))) ** 3) * ce(z)


for factor in (4.0, 2.0):
    golden.loss("CyclicalFocal", lambda z: cyclical(z, factor), "mixture of two focal factors at 0.3 of the run", factor=factor)
visited = [[0.0] * 4, [0.4, 0.2, 0.3, 0.1], [0.0, 0.0, 1.0, 0.0], [0.0] * 4, [0.25] * 4, [0.1, 0.7, 0.1, 0.1]]


def progressive(z, last):
    share = torch.where(last.sum(1) > 0, 0.8 * T, 0.0)[:, None]
    return F.cross_entropy(z, (1 - share) * onehot + share * last, reduction="none"), p(z).detach()


golden.loss("ProgressiveSelfDistillation", progressive, "F.cross_entropy to label and last prediction, at 0.3 of the run", kept={"last": visited})


def slopes(z):
    """The derivative of each row's cross-entropy by a common factor of the logits."""
    scale = torch.ones((), requires_grad=True)
    return torch.stack([torch.autograd.grad(F.cross_entropy((z * scale)[domain == d], y[domain == d]), scale, create_graph=True)[0] for d in (0, 1)])


golden.loss("InvariantRiskPenalty", lambda z: slopes(z).square().mean(), "torch.autograd of the risks by a scale")
golden.write()
