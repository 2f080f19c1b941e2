"""Golden values of the hinge family, of cosine margins and of squared losses."""
import math

import torch
import torch.nn.functional as F
from losses_common import Golden, onehot, picked, y

golden = Golden(__file__)


def ce(z):
    return F.cross_entropy(z, y, reduction="none")


for margin in (1.0, 0.3):
    for squared in (False, True):
        golden.loss("MultiMargin", lambda z: F.multi_margin_loss(z, y, p=2 if squared else 1, margin=margin, reduction="none"), "F.multi_margin_loss",
                    margin=margin, squared=float(squared))
for margin in (1.0, 4.0):
    golden.loss("MulticlassHinge", lambda z: (z + margin * (1 - onehot)).max(1).values - picked(z), "max of the shifted logits less the true one", margin=margin)
golden.loss("MulticlassPerceptron", lambda z: z.max(1).values - picked(z), "max less the true one")
golden.loss("OneVersusRest", lambda z: F.binary_cross_entropy_with_logits(z, onehot, reduction="none").sum(1), "F.binary_cross_entropy_with_logits, summed")
signs = 2 * onehot - 1
golden.loss("OneVersusRestHinge", lambda z: F.relu(1 - signs * z).square().sum(1), "squared hinges")
golden.loss("OneVersusRestHinge", lambda z: F.relu(1 - signs * z).sum(1), "hinges", squared=0.0)


def robust(z, temperature, margin):
    behind = z - picked(z)[:, None] + margin * (1 - onehot)
    return temperature * torch.log(torch.exp(behind / temperature).mean(1))


golden.loss("LabelDistributionallyRobust", lambda z: robust(z, 1.0, 0.1), "log of a mean of exponentials")
golden.loss("LabelDistributionallyRobust", lambda z: robust(z, 0.5, 1.0), "log of a mean of exponentials", **{"lambda": 0.5, "margin": 1.0})


def comp_sum(z, tau):
    others = ((z - picked(z)[:, None]).exp() * (1 - onehot)).sum(1)
    return torch.log1p(others) if tau == 1 else ((1 + others) ** (1 - tau) - 1) / (1 - tau)


for tau in (0.9, 1.0, 1.5, 2.0):
    golden.loss("CompSum", lambda z: comp_sum(z, tau), "function of the sum of exponentials", tau=tau)

golden.loss("CosFace", lambda z: F.cross_entropy(64 * (z - 0.35 * onehot), y, reduction="none"), "F.cross_entropy of s (cos - m)")
golden.loss("CosFace", lambda z: F.cross_entropy(4 * (z - 0.1 * onehot), y, reduction="none"), "F.cross_entropy of s (cos - m)", scale=4.0, margin=0.1)


def arc(z, scale, margin):
    c = z.clamp(-1, 1)
    true = picked(c)
    # Beside ±1 the arc cosine is the formula of the paper; at them its derivative is infinite, and the cosine of the sum is spelt out.
    spelt = true * math.cos(margin) - (1 - true ** 2).clamp(min=1e-12).sqrt() * math.sin(margin)
    inside = torch.cos(torch.acos(true.clamp(-0.999999, 0.999999)) + margin)
    wide = torch.where(true.abs() < 0.99, inside, spelt)
    wide = torch.where(true > math.cos(math.pi - margin), wide, true - margin * math.sin(math.pi - margin))
    return F.cross_entropy(scale * torch.where(onehot > 0, wide[:, None], c), y, reduction="none")


golden.loss("ArcFace", lambda z: arc(z, 64, 0.5), "F.cross_entropy of s cos(arccos + m)")
golden.loss("ArcFace", lambda z: arc(z, 4, 1.2), "F.cross_entropy of s cos(arccos + m)", scale=4.0, margin=1.2)


def circle(z, margin, scale):
    wrong = F.relu(z + margin).detach() * (z - margin)
    right = F.relu(1 + margin - picked(z)).detach() * (picked(z) - 1 + margin)
    pairs = scale * (wrong - right[:, None])
    # F.softplus is linear above 20.
    return torch.logaddexp(torch.zeros(()), torch.logsumexp(torch.where(onehot > 0, torch.tensor(-math.inf), pairs), 1))


golden.loss("CircleCosine", lambda z: circle(z, 0.25, 256), "softplus of a log-sum-exp over the wrong classes")
golden.loss("CircleCosine", lambda z: circle(z, 0.4, 2), "softplus of a log-sum-exp over the wrong classes", margin=0.4, scale=2.0)

golden.loss("Brier", lambda z: (F.softmax(z, 1) - onehot).square().sum(1), "squared error")
golden.loss("SphericalScore", lambda z: 1 - F.cosine_similarity(F.softmax(z, 1), onehot, dim=1), "1 - F.cosine_similarity")
golden.loss("SquareLoss", lambda z: F.mse_loss(z, onehot, reduction="none").mean(1), "F.mse_loss to the one-hot label")
golden.loss("SquareLoss", lambda z: (z.square() * (1 - onehot) + 15 * (z - 3).square() * onehot).mean(1), "weighted squares", trueWeight=15.0, trueTarget=3.0)
for temperature in (0.04, 1.0):
    golden.loss("LogitNormalizedCrossEntropy", lambda z: F.cross_entropy(z / (z.norm(dim=1, keepdim=True) + 1e-7) / temperature, y, reduction="none"),
                "F.cross_entropy of normalised logits", temperature=temperature)
taylor = lambda z: 1 + z + z.square() / 2
golden.loss("TaylorSoftmaxCrossEntropy", lambda z: -(picked(taylor(z)) / taylor(z).sum(1)).log(), "ratio of parabolas")


def evidential(z):
    alpha = F.relu(z) + 1
    dirichlet = torch.distributions.Dirichlet(alpha)
    return ((onehot - dirichlet.mean).square() + dirichlet.variance).sum(1)


golden.loss("EvidentialMeanSquare", evidential, "mean and variance of torch.distributions.Dirichlet")
golden.write()
