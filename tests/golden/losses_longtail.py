"""Golden values of losses for rare classes, known shares and known noise."""

import torch
import torch.nn.functional as F
from losses_common import Golden, counts, onehot, picked, prior, transition, y

golden = Golden(__file__)


def p(z):
    return F.softmax(z, 1)


def ce(z):
    return F.cross_entropy(z, y, reduction="none")


for tau in (1.0, 2.5):
    golden.loss("LogitAdjustedCrossEntropy", lambda z: ce(z + tau * prior.log()), "F.cross_entropy of adjusted logits", tau=tau)
golden.loss("BalancedSoftmax", lambda z: -(counts[y] * picked(z.exp()) / (counts * z.exp()).sum(1)).log(), "ratio of weighted exponentials")
_, order = torch.sort(prior)
place = torch.argsort(order)
reversed_prior = torch.sort(prior).values[3 - place]
for tau in (2.0, 0.5):
    golden.loss("InversePriorSoftmax", lambda z: ce(z + prior.log() - tau * reversed_prior.log()), "F.cross_entropy of adjusted logits", tau=tau)


def ldam(z, maximum, scale):
    margins = 1 / counts.sqrt().sqrt()
    margins = margins * maximum / margins.max()
    return ce(scale * (z - onehot * margins))


golden.loss("LabelDistributionAwareMargin", lambda z: ldam(z, 0.5, 30), "F.cross_entropy with margins of n^(-1/4)")
golden.loss("LabelDistributionAwareMargin", lambda z: ldam(z, 2.0, 1.5), "F.cross_entropy with margins of n^(-1/4)", maximum=2.0, scale=1.5)


def vs(z, tau, gamma):
    delta = (1 / counts) ** gamma
    return ce(z / (delta / delta.min()) + tau * (counts / counts.sum()).log())


golden.loss("VectorScalingLoss", lambda z: vs(z, 1, 0.3), "F.cross_entropy of scaled and shifted logits")
golden.loss("VectorScalingLoss", lambda z: vs(z, 0.5, 1.0), "F.cross_entropy of scaled and shifted logits", tau=0.5, gamma=1.0)
for rare in (0.00176, 0.1):
    weights = 1 - (counts / counts.sum() < rare).double() * (1 - onehot)
    golden.loss("Equalization", lambda z: F.binary_cross_entropy_with_logits(z, onehot, weight=weights, reduction="none").sum(1),
                "F.binary_cross_entropy_with_logits with weights", rare=rare)


def seesaw(z, mitigation, compensation):
    scores = p(z).detach()
    ratio = scores / picked(scores).clamp(min=1e-2)[:, None]
    factor = (counts[None] / counts[y][:, None]).clamp(max=1) ** mitigation * ratio.clamp(min=1) ** compensation
    return ce(z + factor.log() * (1 - onehot))


golden.loss("Seesaw", lambda z: seesaw(z, 0.8, 2), "F.cross_entropy with two factors")
golden.loss("Seesaw", lambda z: seesaw(z, 0.3, 0.5), "F.cross_entropy with two factors", mitigation=0.3, compensation=0.5)


def influence(z, h, alpha):
    per_class = 1 / counts
    per_class = per_class / per_class.sum() * 4
    size = (p(z) - onehot).abs().sum(1) * h.abs().sum(1)
    return per_class[y] * (alpha / (size + 1e-3)).detach() * ce(z)


golden.loss("InfluenceBalanced", lambda z, h: influence(z, h, 1000), "CE by the size of its gradient")
golden.loss("PriorDivergence", lambda z: F.kl_div(prior.log(), p(z).mean(0), reduction="sum"), "F.kl_div of the mean prediction")
rarity = (1 / prior) / (1 / prior).sum()
golden.loss("ClassWeightedEntropy", lambda z: -(rarity * p(z) * F.log_softmax(z, 1)).sum(1), "weighted entropy")
golden.loss("ForwardCorrection", lambda z: F.nll_loss((p(z) @ transition.T).log(), y, reduction="none"), "F.nll_loss of corrupted probabilities")
golden.loss("ImportanceReweighting", lambda z: (picked(p(z)) / picked(p(z) @ transition.T)).detach() * ce(z), "weighted F.cross_entropy")
golden.write()
