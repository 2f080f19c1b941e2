"""Golden values of the losses against wrong labels."""
import math

import torch
import torch.nn.functional as F
from losses_common import Golden, onehot, picked, y

golden = Golden(__file__)


def p(z):
    return F.softmax(z, 1)


def p_y(z):
    return picked(p(z))


def ce(z):
    return F.cross_entropy(z, y, reduction="none")


def cross(target, z):
    return -(target * F.log_softmax(z, 1)).sum(1)


for q in (0.01, 0.7, 1.0):
    golden.loss("GeneralizedCrossEntropy", lambda z: (1 - p_y(z) ** q) / q, "(1 - p^q) / q", q=q)
    golden.loss("NormalizedGeneralizedCrossEntropy", lambda z: (1 - p_y(z) ** q) / (1 - p(z) ** q).sum(1), "(1 - p_y^q) / sum_j (1 - p_j^q)", q=q)


def reverse(z, zero):
    return -(p(z) * (1 - onehot) * zero).sum(1)


golden.loss("ReverseCrossEntropy", lambda z: reverse(z, -4.0), "-sum_j p_j log q_j, log 0 = -4")
golden.loss("ReverseCrossEntropy", lambda z: reverse(z, math.log(1e-4)), "-sum_j p_j log q_j, log 0 = log 1e-4", logZero=math.log(1e-4))
golden.loss("SymmetricCrossEntropy", lambda z: 0.1 * ce(z) + reverse(z, -4.0), "0.1 CE + RCE")
golden.loss("SymmetricCrossEntropy", lambda z: 6 * ce(z) + 0.1 * reverse(z, -2.0), "6 CE + 0.1 RCE", alpha=6.0, beta=0.1, logZero=-2.0)
all_labels = range(4)
golden.loss("NormalizedCrossEntropy", lambda z: ce(z) / sum(F.cross_entropy(z, torch.full_like(y, k), reduction="none") for k in all_labels),
            "F.cross_entropy by that of all labels")


def focal(z, gamma):
    return -(1 - p(z)) ** gamma * F.log_softmax(z, 1)


for gamma in (0.0, 0.5, 2.0):
    golden.loss("NormalizedFocal", lambda z: picked(focal(z, gamma)) / focal(z, gamma).sum(1), "focal loss by that of all labels", gamma=gamma)
golden.loss("ProbabilityMeanAbsoluteError", lambda z: (p(z) - onehot).abs().sum(1) / 2, "sum_j |p_j - q_j| / 2")


def huberised(z, tau):
    return torch.where(p_y(z) > 1 / tau, ce(z), -tau * p_y(z) + math.log(tau) + 1)


for tau in (1.5, 10.0):
    golden.loss("PartiallyHuberisedCrossEntropy", lambda z: huberised(z, tau), "tangent below p = 1 / tau", tau=tau)


def jensen_shannon(z, share):
    m = share * onehot + (1 - share) * p(z)
    label = F.kl_div(m.log(), onehot, reduction="none").sum(1)
    prediction = F.kl_div(m.log(), p(z), reduction="none").sum(1)
    return (share * label + (1 - share) * prediction) / (-(1 - share) * math.log(1 - share))


for share in (0.1, 0.5, 0.9):
    golden.loss("JensenShannon", lambda z: jensen_shannon(z, share), "two F.kl_div to the mixture", labelShare=share)
golden.loss("SoftBootstrapping", lambda z: cross(0.95 * onehot + 0.05 * p(z), z), "cross-entropy to 0.95 q + 0.05 p")
golden.loss("HardBootstrapping", lambda z: cross(0.8 * onehot + 0.2 * F.one_hot(z.argmax(1), 4), z), "cross-entropy to 0.8 q + 0.2 onehot(argmax)")
for terms in (1.0, 2.0, 6.0):
    golden.loss("TaylorCrossEntropy", lambda z: sum((1 - p_y(z)) ** k / k for k in range(1, int(terms) + 1)), "the series", terms=terms)
frequency = onehot.mean(0)
golden.loss("PeerCrossEntropy", lambda z: ce(z) - 0.7 * torch.stack([frequency[k] * F.cross_entropy(z, torch.full_like(y, k), reduction="none")
                                                                     for k in all_labels]).sum(0), "CE less its mean over the batch's labels", alpha=0.7)
golden.loss("MixCrossEntropy", lambda z: (0.3 + 0.7 * p_y(z)).detach() * ce(z), "CE times (eta + (1 - eta) p).detach()", forwardShare=0.3)


def encouraging(z, end):
    wrong = torch.clamp(1 - p_y(z), min=1e-5)
    tangent = math.log(1 - end) - (p_y(z) - end) / (1 - end)
    return ce(z) + torch.where(p_y(z) > end, tangent, wrong.log())


for end in (0.5, 0.75):
    golden.loss("EncouragingCrossEntropy", lambda z: encouraging(z, end), "CE + log(1 - p), linear beyond the end", logEnd=end)
golden.write()
