"""Golden values of the losses of regressions."""
import math

import torch
import torch.distributions as D
import torch.nn.functional as F
from losses_common import Golden, target, targets

golden = Golden(__file__)


def rows(values):
    return values.mean(1)


golden.loss("MeanAbsoluteError", lambda o1: rows(F.l1_loss(o1, targets, reduction="none")), "F.l1_loss")
for delta in (1.0, 0.3):
    golden.loss("Huber", lambda o1: rows(F.huber_loss(o1, targets, delta=delta, reduction="none")), "F.huber_loss", delta=delta)
for beta in (1.0, 0.3, 0.0):
    golden.loss("SmoothL1", lambda o1: rows(F.smooth_l1_loss(o1, targets, beta=beta, reduction="none")), "F.smooth_l1_loss", beta=beta)
golden.loss("LogCosh", lambda o1: rows(torch.cosh(o1 - targets).log()), "log of torch.cosh")


def pinball(d, level):
    return torch.where(d < 0, (level - 1) * d, level * d)


for level in (0.5, 0.9):
    golden.loss("Quantile", lambda o1: rows(pinball(targets - o1, level)), "level d above, (level - 1) d below", level=level)
    golden.loss("Expectile", lambda o1: rows(torch.where(targets < o1, 1 - level, level) * (targets - o1) ** 2), "weighted squares", level=level)
levels = torch.tensor([1 / 6, 3 / 6, 5 / 6])
golden.loss("MultiQuantile", lambda o1: rows(pinball(target[:, None] - o1, levels)), "pinball losses at 1/6, 1/2 and 5/6")
golden.loss("MultiQuantile", lambda o1: rows((levels - (target[:, None] < o1).double()).abs() * F.smooth_l1_loss(o1, target[:, None].expand(6, 3), beta=0.7, reduction="none")),
            "F.smooth_l1_loss, weighted", kappa=0.7)


def tukey(d, c):
    return torch.where(d.abs() <= c, c ** 2 / 6 * (1 - (1 - (d / c) ** 2) ** 3), torch.tensor(c ** 2 / 6))


for cutoff in (4.6851, 1.2):
    golden.loss("TukeyBiweight", lambda o1: rows(tukey(o1 - targets, cutoff)), "both pieces", cutoff=cutoff)
robust = {
    1.0: lambda d: (d ** 2 + 1).sqrt() - 1,
    0.5: lambda d: 3 * ((d ** 2 / 1.5 + 1) ** 0.25 - 1),
    -2.0: lambda d: 2 * d ** 2 / (d ** 2 + 4),
}
for alpha, function in robust.items():
    golden.loss("GeneralRobust", lambda o1: rows(function((o1 - targets) / 0.8)), "the member of the family", alpha=alpha, scale=0.8)


for full in (False, True):
    golden.loss("PoissonNegativeLogLikelihood", lambda o1: rows(F.poisson_nll_loss(o1, targets, full=full, reduction="none")), "F.poisson_nll_loss", full=float(full))
golden.loss("GammaNegativeLogLikelihood", lambda o1: rows(targets / o1.exp() + o1), "y / mu + log mu")
for power in (1.5, 1.2):
    golden.loss("Tweedie", lambda o1: rows(o1.exp() ** (2 - power) / (2 - power) - targets * o1.exp() ** (1 - power) / (1 - power)), "in powers of the mean", power=power)
for alpha in (1.0, 0.3):
    golden.loss("NegativeBinomial", lambda o1: rows((1 + alpha * o1.exp()).log() / alpha - targets * (alpha * o1.exp() / (1 + alpha * o1.exp())).log()), "in the mean", dispersion=alpha)

for full in (False, True):
    golden.loss("GaussianNegativeLogLikelihood", lambda o1, o2: rows(F.gaussian_nll_loss(o1, targets, o2.exp(), full=full, reduction="none")), "F.gaussian_nll_loss",
                full=float(full))


def beta_nll(mean, log, beta):
    return rows(log.exp().detach() ** beta * F.gaussian_nll_loss(mean, targets, log.exp(), reduction="none"))


for beta in (0.0, 0.5, 1.0):
    golden.loss("BetaNegativeLogLikelihood", lambda o1, o2: beta_nll(o1, o2, beta), "F.gaussian_nll_loss, weighted", detached=True, beta=beta)
golden.loss("LaplaceNegativeLogLikelihood", lambda o1, o2: rows(-D.Laplace(o1, o2.exp()).log_prob(targets)), "torch.distributions.Laplace")
for degrees in (4.0, 1.5):
    golden.loss("StudentTNegativeLogLikelihood", lambda o1, o2: rows(-D.StudentT(degrees, o1, o2.exp()).log_prob(targets)), "torch.distributions.StudentT", degrees=degrees)


def natural(h1, a, offset):
    h2 = -(F.softplus(a) + offset)
    return rows(-(h1 * targets + h2 * targets ** 2 + h1 ** 2 / (4 * h2) + 0.5 * torch.log(-2 * h2)) + 0.5 * math.log(2 * math.pi))


for offset in (0.5, 0.1):
    golden.loss("NaturalGaussianNegativeLogLikelihood", lambda o1, o2: natural(o1, o2, offset), "in natural parameters", offset=offset)


def evidential(gamma, nu, alpha, beta, coefficient):
    nu, alpha, beta = F.softplus(nu), F.softplus(alpha) + 1, F.softplus(beta)
    # The likelihood is that of a Student's t.
    likelihood = D.StudentT(2 * alpha, gamma, (beta * (1 + nu) / (nu * alpha)).sqrt()).log_prob(targets)
    return rows(-likelihood + coefficient * (targets - gamma).abs() * (2 * nu + alpha))


for coefficient in (0.01, 1.0):
    golden.loss("EvidentialRegression", lambda o1, o2, o3, o4: evidential(o1, o2, o3, o4, coefficient), "torch.distributions.StudentT and the penalty", coefficient=coefficient)


def inflated(positive, location, scale, y):
    safe = torch.where(y > 0, y, torch.ones(()))
    amount = -D.LogNormal(location, F.softplus(scale).clamp(min=1e-7 ** 0.5)).log_prob(safe)
    return F.binary_cross_entropy_with_logits(positive, (y > 0).double(), reduction="none") + torch.where(y > 0, amount, torch.zeros(()))


golden.loss("ZeroInflatedLogNormal", lambda o1, o2, o3: rows(inflated(o1, o2, o3, targets)), "F.binary_cross_entropy_with_logits and torch.distributions.LogNormal")


def selected(positive, location, scale, selector, weight):
    parts = inflated(positive, location, scale, target[:, None].expand(6, 3))
    alignment = F.kl_div(F.log_softmax(selector, 1), F.softmax(-parts, 1).detach(), reduction="none").sum(1)
    return (F.softmax(selector, 1) * parts).sum(1) + weight * alignment


for weight in (1.0, 0.2):
    golden.loss("ZeroInflatedLogNormalMixture", lambda o1, o2, o3, o4: selected(o1, o2, o3, o4, weight), "parts, weighted, and F.kl_div", detached=True, alignment=weight)


def crps(mean, log):
    sigma = log.exp()
    w, normal = (targets - mean) / sigma, D.Normal(0.0, 1.0)
    return rows(sigma * (w * (2 * normal.cdf(w) - 1) + 2 * normal.log_prob(w).exp() - 1 / math.sqrt(math.pi)))


golden.loss("GaussianCrps", lambda o1, o2: crps(o1, o2), "with torch.distributions.Normal")


def mixture(weight, mean, log):
    parts = D.MixtureSameFamily(D.Categorical(logits=weight), D.Normal(mean, (0.5 * log).exp()))
    return -parts.log_prob(target)


golden.loss("MixtureDensity", lambda o1, o2, o3: mixture(o1, o2, o3), "torch.distributions.MixtureSameFamily")
golden.write()
