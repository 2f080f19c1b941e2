"""Golden values of evidential losses, of energies, of labels that exclude, and of classes with an order."""
import math

import torch
import torch.nn.functional as F
from losses_common import Golden, onehot, picked, y

golden = Golden(__file__)
Dirichlet = torch.distributions.Dirichlet
kl = torch.distributions.kl_divergence


def p(z):
    return F.softmax(z, 1)


def expected_ce(alpha):
    return torch.digamma(alpha.sum(1)) - torch.digamma(picked(alpha))


golden.loss("EvidentialCrossEntropy", lambda z: expected_ce(F.relu(z) + 1), "torch.digamma")
golden.loss("EvidentialLogLikelihood", lambda z: -Dirichlet(F.relu(z) + 1).mean.gather(1, y[:, None])[:, 0].log(), "log of Dirichlet.mean")
golden.loss("EvidentialDivergence", lambda z: kl(Dirichlet(F.relu(z) * (1 - onehot) + 1), Dirichlet(torch.ones(6, 4))), "torch.distributions.kl_divergence")


def belief(z, weight, prior):
    alpha = z.clamp(-15, 15).exp()
    return expected_ce(alpha) + weight * kl(Dirichlet(alpha), Dirichlet(torch.full((6, 4), prior)))


golden.loss("BeliefMatching", lambda z: belief(z, 0.01, 1.0), "torch.digamma, torch.distributions.kl_divergence")
golden.loss("BeliefMatching", lambda z: belief(z, 0.5, 2.5), "torch.digamma, torch.distributions.kl_divergence", prior=2.5, **{"lambda": 0.5})


def stablemax(z):
    s = torch.where(z >= 0, z + 1, 1 / (1 - z))
    return -(picked(s) / s.sum(1)).log()


golden.loss("StableMaxCrossEntropy", stablemax, "two branches")
energy = lambda z: -torch.logsumexp(z, 1)
for margin in (-23.0, -2.5):
    golden.loss("EnergyBound", lambda z: F.relu(energy(z) - margin).square(), "torch.logsumexp", margin=margin)
for margin in (-5.0, -2.5):
    golden.loss("EnergyBoundOfOutliers", lambda z: F.relu(margin - energy(z)).square(), "torch.logsumexp", margin=margin)
others = lambda z: torch.logsumexp(z.masked_fill(onehot > 0, -math.inf), 1)
golden.loss("NegativeLearning", lambda z: torch.logsumexp(z, 1) - others(z), "torch.logsumexp of the other classes")
golden.loss("LogMargin", lambda z: others(z) - picked(z), "torch.logsumexp of the other classes")

right = (y > 0).double()
levels = torch.arange(4) / 3
golden.loss("TokenizedBrier", lambda z: (p(z) * (right[:, None] - levels).square()).sum(1), "expected squared error of the levels")
log_of_others = lambda z: torch.stack([torch.logsumexp(z[:, [k for k in range(4) if k != j]], 1) for j in range(4)], 1) - torch.logsumexp(z, 1, keepdim=True)
distance = (torch.arange(4) - y[:, None]).abs().double()
for alpha in (1.5, 1.0):
    golden.loss("OrdinalLog", lambda z: -(distance ** alpha * log_of_others(z)).sum(1), "weighted logarithms of 1 - p", alpha=alpha)
for power in (1.0, 2.0):
    golden.loss("OrdinalDistance", lambda z: (p(z) * distance ** power).sum(1), "expected distance", power=power)
golden.loss("SoftOrdinal", lambda z: F.cross_entropy(z, F.softmax(-distance ** 2, 1), reduction="none"), "F.cross_entropy to a soft label")
golden.loss("SoftOrdinal", lambda z: F.cross_entropy(z, F.softmax(-2.5 * distance, 1), reduction="none"), "F.cross_entropy to a soft label", sharpness=2.5, power=1.0)


def kappa(z):
    pairs = (torch.arange(4)[:, None] - torch.arange(4)).square().double()
    observed = torch.einsum("ik,ij->kj", onehot, p(z))
    chance = torch.outer(onehot.sum(0), p(z).sum(0)) / 6
    return (pairs * observed).sum() / (pairs * chance).sum()


golden.loss("QuadraticWeightedKappa", kappa, "observed and expected confusion")
cumulative = lambda z: p(z).cumsum(1)
golden.loss("SquaredEarthMover", lambda z: (cumulative(z) - onehot.cumsum(1)).square().sum(1), "torch.cumsum")
reached = onehot.cumsum(1)[:, :3]
golden.loss("CumulativeOrdinal", lambda z: -(reached * cumulative(z)[:, :3].clamp(min=1e-10).log()
                                             + (1 - reached) * (1 - cumulative(z)[:, :3]).clamp(min=1e-10).log()).sum(1), "yes-or-no at torch.cumsum")
sign = torch.where(y > 0, 1.0, -1.0)
golden.loss("CheckeredCrossEntropy", lambda z: -((1 + sign * torch.tanh(z / 2).prod(1)) / 2).clamp(min=1e-10).log(), "product of torch.tanh")
golden.write()
