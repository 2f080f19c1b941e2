"""Golden values of mutual information, kernels between rows, and alignment of domains."""
import math

import torch
import torch.nn.functional as F
from losses_common import Golden, domain, target, waves, y

golden = Golden(__file__)
N = len(y)
SQUARE = waves(12, 12, 1.3, 0.3)
off = ~torch.eye(N, dtype=torch.bool)


def normal(h):
    return h / (h.square().sum(1, keepdim=True) + 1e-12).sqrt()


def mmce(z, width):
    confidence = F.softmax(z, 1).max(1).values
    gap = (z.argmax(1) == y).double() - confidence
    kernel = torch.exp(-torch.cdist(confidence[:, None], confidence[:, None], p=1) / width)
    return (gap @ kernel @ gap / N ** 2 + 1e-10).sqrt()


for width in (0.4, 0.1):
    golden.loss("MaximumMeanCalibration", lambda z: mmce(z, width), "the quadratic form of torch.cdist", width=width)


def coral_rows(h):
    source, aim = h[domain == 0], h[domain == 1]
    loss = (torch.cov(source.T) - torch.cov(aim.T)).square().sum() / (4 * 12 ** 2)
    # A row's share: its products with its own domain's covariance less the other's.
    covariances = [torch.cov(h[domain == k].T) for k in (0, 1)]
    rows = []
    for i in range(N):
        k = int(domain[i])
        u = h[i] - h[domain == k].mean(0)
        own = u @ (covariances[k] - covariances[1 - k]) @ u / ((domain == k).sum() - 1)
        rows.append(N * own / (4 * 12 ** 2))
    rows = torch.stack(rows)
    assert torch.isclose(rows.mean(), loss)
    return rows


golden.loss("DeepCoral", coral_rows, "torch.cov of two domains")


def mmd_rows(h):
    squared = (h[:, None, :] - h[None, :, :]).square().sum(2)
    scale = squared.detach()[off].mean()
    kernel = sum(torch.exp(-squared / (scale * 2.0 ** m + 2.0 ** (m - 2) * 1e-12)) for m in range(-2, 3))
    a, b = domain == 0, domain == 1
    loss = kernel[a][:, a].mean() + kernel[b][:, b].mean() - 2 * kernel[a][:, b].mean()
    rows = []
    for i in range(N):
        own = domain == domain[i]
        rows.append(N / own.sum() * (kernel[i, own].mean() - kernel[i, ~own].mean()))
    rows = torch.stack(rows)
    assert torch.isclose(rows.mean(), loss)
    return rows


golden.loss("MaximumMeanDiscrepancy", mmd_rows, "five kernels of the pairs")


def er(h, h2, kappa):
    def density(a):
        s = kappa * a @ a.T
        return torch.logsumexp(s.masked_fill(~off, -math.inf), 1) - math.log(N - 1)
    return (density(normal(h)) + density(normal(h2))) / 2 - kappa * (normal(h) * normal(h2)).sum(1)


for kappa in (10.0, 2.0):
    golden.loss("EntropyReconstruction", lambda h, h2: er(h, h2, kappa), "torch.logsumexp of the products", concentration=kappa)


def property_prior(h, tau):
    prior = torch.distributions.Normal(0.0, 1.0).log_prob(h).sum(1)
    difference = prior[:, None] - prior[None, :] - tau * (target[:, None] - target[None, :])
    return difference.square().mean(1) / (tau + 1) ** 2


for tau in (1.0, 3.0):
    golden.loss("PropertyPrior", lambda h: property_prior(h, tau), "torch.distributions.Normal.log_prob", temperature=tau)




def partition(t):
    return torch.logsumexp(t[off], 0) - math.log(N * (N - 1))


golden.loss("MutualInformationBound", lambda h, h2, critic: partition(h @ critic @ h2.T) - (h @ critic @ h2.T).diagonal(), "torch.logsumexp off the diagonal",
            learned={"critic": SQUARE})


def smile(h, h2, critic, clip):
    t = h @ critic @ h2.T
    value = partition(t.clamp(-clip, clip)) - t.diagonal()
    trained = F.softplus(-t.diagonal()) + torch.stack([F.softplus(t[i][off[i]]).mean() for i in range(N)])
    return trained + (value - trained).detach()


for clip in (5.0, 1.0):
    golden.loss("ClippedMutualInformation", lambda h, h2, critic: smile(h, h2, critic, clip), "the clipped partition with F.softplus's gradient",
                learned={"critic": SQUARE}, clip=clip)


def clip(h, h2, logScale):
    s = normal(h) @ normal(h2).T * logScale.exp().clamp(max=100)
    indices = torch.arange(N)
    return (F.cross_entropy(s, indices, reduction="none") + F.cross_entropy(s.T, indices, reduction="none")) / 2


for scale in (0.4, 4.7):
    golden.loss("ClipContrastive", clip, "F.cross_entropy of both directions", learned={"logScale": scale})


def snr(h):
    # torch.var over the features, of the difference of each pair and of the row; 1e-12 keeps a row without variance finite.
    return torch.var(h[:, None, :] - h[None, :, :], dim=2) / (torch.var(h, dim=1)[:, None] + 1e-12 / (h.shape[1] - 1))


same = y[:, None] == y[None, :]


def snr_contrastive(h, margin, mean):
    d = snr(h)
    return torch.where(same, d, F.relu(margin - d))[off].view(N, N - 1).mean(1) + mean * h.sum(1).abs()


def snr_triplet(h, margin, mean):
    d = snr(h)
    hardest = d.masked_fill(~(same & off), -math.inf).max(1).values - d.masked_fill(same, math.inf).min(1).values
    return torch.where((same & off).any(1), F.relu(hardest + margin), 0.0) + mean * h.sum(1).abs()


for knobs in ({"margin": 1.0, "zeroMean": 0.1}, {"margin": 2.5, "zeroMean": 1.5}):
    golden.loss("SnrContrastive", lambda h: snr_contrastive(h, *knobs.values()), "torch.var of the differences", **knobs)
    golden.loss("SnrTriplet", lambda h: snr_triplet(h, *knobs.values()), "torch.var of the differences", **knobs)


def vne(h):
    singular = torch.linalg.svdvals(normal(h) / N ** 0.5)
    eigenvalues = singular.square()
    # Six rows leave six of the twelve features' eigenvalues at the floor.
    return (eigenvalues * eigenvalues.log()).sum() + 6 * 1e-12 * math.log(1e-12)


golden.loss("VonNeumannEntropy", vne, "torch.linalg.svdvals of the directions, as in the authors' code")
golden.write()
