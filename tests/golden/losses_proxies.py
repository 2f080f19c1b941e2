"""Golden values of losses with learned vectors of classes, of self-supervision without negatives, and of other distances."""
import torch
import torch.nn.functional as F
from losses_common import Golden, onehot, waves, y

golden = Golden(__file__)
N = len(y)
VECTORS = waves(4, 12, 4.1, 1.2)
SQUARE = waves(12, 12, 1.3, 0.6)


def normal(h):
    return h / (h.square().sum(1, keepdim=True) + 1e-12).sqrt()


def zero(h):
    return h.sum() * 0


for t in (0.05, 0.5):
    golden.loss("NormalizedSoftmax", lambda h, vectors: F.cross_entropy(normal(h) @ normal(vectors).T / t, y, reduction="none"), "F.cross_entropy of cosines",
                learned={"vectors": VECTORS}, temperature=t)


def proxy_nca(h, proxies, scale):
    d = scale * (2 - 2 * normal(h) @ normal(proxies).T)
    return torch.stack([d[i, y[i]] + torch.logsumexp(-d[i, [j for j in range(4) if j != y[i]]], 0) for i in range(N)])


for scale in (1.0, 9.0):
    golden.loss("ProxyNca", lambda h, proxies: proxy_nca(h, proxies, scale), "distances to proxies, from the paper", learned={"proxies": VECTORS}, scale=scale)


def proxy_anchor(h, proxies, scale, margin):
    c = normal(h) @ normal(proxies).T
    together, apart, present = [], [], 0
    for j in range(4):
        own, other = [i for i in range(N) if y[i] == j], [i for i in range(N) if y[i] != j]
        present += len(own) > 0
        together.append(torch.log(1 + torch.exp(-scale * (c[own, j] - margin)).sum()))
        apart.append(torch.log(1 + torch.exp(scale * (c[other, j] + margin)).sum()))
    return sum(together) / present + sum(apart) / 4


for scale, margin in ((32.0, 0.1), (4.0, 0.3)):
    golden.loss("ProxyAnchor", lambda h, proxies: proxy_anchor(h, proxies, scale, margin), "the sums of each proxy, from the paper",
                learned={"proxies": VECTORS}, scale=scale, margin=margin)
golden.loss("CenterLoss", lambda h, centers: F.mse_loss(h, centers[y], reduction="none").sum(1) / 2, "F.mse_loss to the centre", learned={"centers": VECTORS})


def mixture(h, means, margin, likelihood):
    d = torch.cdist(h, means).square() / 2
    return F.cross_entropy(-d * (1 + margin * onehot), y, reduction="none") + likelihood * d.gather(1, y[:, None])[:, 0]


for margin, likelihood in ((0.3, 0.1), (1.0, 0.02)):
    golden.loss("GaussianMixture", lambda h, means: mixture(h, means, margin, likelihood), "F.cross_entropy of torch.cdist",
                learned={"means": VECTORS}, margin=margin, likelihood=likelihood)


def barlow(h, h2, redundancy):
    a, b = (F.batch_norm(x, None, None, training=True, eps=1e-5) for x in (h, h2))
    c = a.T @ b / N
    off = c[~torch.eye(12, dtype=torch.bool)]
    return (c.diagonal() - 1).square().sum() + redundancy * off.square().sum()


for redundancy in (0.0051, 0.5):
    golden.loss("BarlowTwins", lambda h, h2: barlow(h, h2, redundancy), "products of F.batch_norm", redundancy=redundancy)


def vicreg(h, h2, invariance, variance, covariance):
    def spread(x):
        return F.relu(1 - (x.var(0) + 1e-4).sqrt()).mean()

    def correlated(x):
        return torch.cov(x.T)[~torch.eye(12, dtype=torch.bool)].square().sum() / 12
    return (invariance * F.mse_loss(h, h2, reduction="none").mean(1) + variance * (spread(h) + spread(h2)) / 2
            + covariance * (correlated(h) + correlated(h2)))


golden.loss("VicReg", lambda h, h2: vicreg(h, h2, 25, 25, 1), "F.mse_loss, torch.var and torch.cov")
golden.loss("VicReg", lambda h, h2: vicreg(h, h2, 1, 40, 0.2), "F.mse_loss, torch.var and torch.cov", invariance=1.0, variance=40.0, covariance=0.2)
for power in (2.0, 1.0):
    golden.loss("Alignment", lambda h, h2: ((normal(h) - normal(h2)).square().sum(1) + 1e-12).pow(power / 2), "the distance of directions", power=power)
for t in (2.0, 0.5):
    golden.loss("Uniformity", lambda h: torch.pdist(normal(h)).square().mul(-t).exp().mean().log(), "torch.pdist of directions", sharpness=t)


def simsiam(h, h2, predictor):
    p, q = h @ predictor.T, h2 @ predictor.T
    value = -((normal(p) * normal(h2).detach()).sum(1) + (normal(q) * normal(h).detach()).sum(1)) / 2
    assert torch.allclose(value, -(F.cosine_similarity(p, h2) + F.cosine_similarity(q, h)) / 2)
    return value


golden.loss("SimSiam", simsiam, "F.cosine_similarity to the detached view", detached=True, learned={"predictor": SQUARE})


def snr(h, margin, penalty):
    def ratio(i, j):
        return (h[i] - h[j]).var(unbiased=False) / (h[i].var(unbiased=False) + 1e-6 / 12)

    def row(i):
        positive = [j for j in range(N) if j != i and y[j] == y[i]]
        negative = [j for j in range(N) if y[j] != y[i]]
        hinge = F.relu(max(ratio(i, j) for j in positive) - min(ratio(i, j) for j in negative) + margin) if positive else zero(h)
        return hinge + penalty * h[i].sum().abs()
    return torch.stack([row(i) for i in range(N)])




def confusion(h):
    classes = sorted(set(y.tolist()))
    pairs = [(a, b) for a in classes for b in classes if a != b]
    means = {(a, b): torch.cdist(h[y == a], h[y == b]).square().mean() for a, b in pairs}
    # A pair of classes belongs to the rows of its first class.
    return torch.stack([N / len(pairs) * sum(
        (h[i] - h[y == b]).square().sum(1).mean() / (y == y[i]).sum() for b in classes if b != y[i]) for i in range(N)]), sum(means.values()) / len(pairs)


def confusion_rows(h):
    values, mean = confusion(h)
    assert torch.isclose(values.mean(), mean)
    return values


golden.loss("EnergyConfusion", confusion_rows, "torch.cdist between classes")
golden.write()
