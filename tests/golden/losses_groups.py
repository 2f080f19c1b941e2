"""Golden values of the losses of groups and domains, of calibration over the batch, and of treatments."""
import torch
import torch.distributions as D
import torch.nn.functional as F
from losses_common import Golden, domain, group, multi, target, targets, y

golden = Golden(__file__)


def ce(z):
    return F.cross_entropy(z, y, reduction="none")


def means(values, keys):
    return torch.stack([values[keys == key].mean(0) for key in keys.unique()])


def robust(z, weights, eta):
    loss = means(ce(z), group)
    q = weights * torch.exp(eta * loss.detach())
    q = q / q.sum()
    return (q * loss).sum(), q


for eta in (0.01, 0.5):
    golden.loss("GroupRobust", lambda z, weights: robust(z, weights, eta), "as released", kept={"weights": [0.2, 0.5, 0.3]}, eta=eta)
golden.loss("RiskExtrapolation", lambda z: means(ce(z), domain).var(unbiased=False), "torch.var of the domains' means")


def parity(z):
    p = F.softmax(z, 1)
    return torch.stack([(p[group == key].mean(0) - p.mean(0)).abs().sum() for key in group])


golden.loss("DemographicParity", parity, "differences of means")


def odds(z):
    p = F.softmax(z, 1)
    return torch.stack([(p[(group == group[i]) & (y == y[i])].mean(0) - p[y == y[i]].mean(0)).abs().sum() for i in range(6)])


golden.loss("EqualizedOdds", odds, "differences of means")


def dice(p, smooth):
    return 1 - (2 * (p * multi).sum(1) + smooth) / (p.sum(1) + multi.sum(1) + smooth)


def fair(z, gamma, smooth):
    p = torch.sigmoid(z)
    loss = means(dice(p, smooth), group).detach()
    return dice(torch.tanh((loss.min() / loss) ** gamma)[group][:, None] * p, smooth)


for gamma in (1.0, 2.5):
    golden.loss("FairErrorBoundDice", lambda z: fair(z, gamma, 1.0), "scaled predictions, as released", detached=True, gamma=gamma)
for threshold in (0.5, -0.3):
    golden.loss("GroupConditionalValueAtRisk", lambda z, threshold: threshold + F.relu(means(ce(z), group) - threshold).mean() / 0.4, "eta + mean relu(L - eta) / alpha",
                learned={"threshold": threshold}, alpha=0.4)
golden.loss("DomainMeanAlignment", lambda h: (means(h, domain)[domain] - h.mean(0)).square().sum(1), "squared distance of means")


def level(mean, log):
    return D.Normal(mean, torch.exp(0.5 * log)).cdf(targets).mean(1)


places = torch.arange(1, 7) / 7.0
for slope in (100.0, 5.0):
    golden.loss("QuantileCalibration", lambda o1, o2: (torch.sigmoid(slope * (places[:, None] - level(o1, o2)[None])).mean(1) - places).abs(), "kernels at 1/7 to 6/7", slope=slope)


def by_sorting(o1, o2):
    u = level(o1, o2)
    order = u.argsort()
    return torch.zeros(6).scatter(0, order, (u[order] - places).abs())


golden.loss("SortedQuantileCalibration", by_sorting, "torch.argsort")
golden.loss("ResidualOnResidual", lambda o1: F.mse_loss(target[:, None] * o1, targets, reduction="none").mean(1), "F.mse_loss")
golden.write()
