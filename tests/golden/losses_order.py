"""Golden values of losses that put the batch in order, of prototypes and heads that are learned, of preferences, and of further standard losses."""
import math

import torch
import torch.nn.functional as F
from losses_common import Golden, picked, soft, target, targets, teacher, waves, y

golden = Golden(__file__)
N, C, K = 6, 4, 12
MATRICES = {name: waves(12, 12, phase, 0.6) for name, phase in (("first", 0.9), ("second", 2.7), ("firstHeat", 4.1), ("secondHeat", 5.3))}


def direction(h):
    return h / (h.square().sum(1, keepdim=True) + 1e-12).sqrt()


def effective_entropy(h, weight, normal):
    x = torch.distributions.Normal(0.0, 1.0).cdf(h) if normal else torch.sigmoid(h)
    step = round(math.sqrt(N))
    order = torch.sort(x, dim=0, descending=True).values
    spacings = torch.log((order[:-step] - order[step:]) * (N + 1) / step + 1e-7)
    covariance = torch.cov(x.T)
    shared = (covariance.square().sum() - covariance.diagonal().square().sum()) / K
    rows = torch.cat([spacings.mean(1) * N / (N - step), torch.zeros(step)])
    assert torch.isclose(rows.mean(), spacings.mean())
    return weight * shared - rows


# The least spacing is 4e-4 of numbers up to 1, and its gradient goes with its inverse.
golden.loss("EffectiveEntropy", lambda h: effective_entropy(h, 1.0, False), "torch.sort and torch.cov", stretch=40)
golden.loss("EffectiveEntropy", lambda h: effective_entropy(h, 20.0, True), "torch.sort and torch.cov", stretch=40, correlation=20.0, normal=1)


def sliced(h, h2, directions, power):
    theta = direction(directions)
    a, b = (torch.sort(x @ theta.T, dim=0, descending=True).values for x in (h, h2))
    return ((a - b).abs() ** power).mean(1)


for power in (2.0, 1.5):
    golden.loss("SlicedWasserstein", lambda h, h2, directions: sliced(h, h2, directions, power), "torch.sort of the projections",
                learned={"directions": MATRICES["first"]}, power=power)


def prototypes(h, first, second, third, temperature, evenness):
    # All prototypes in a row, [classes of the first, of the second, of the third].
    s = direction(h) @ direction(torch.cat([first, second, third])).T
    q = torch.exp(s.detach() / evenness).T
    for _ in range(3):
        q = F.normalize(q, dim=1, p=1)
        q = F.normalize(q, dim=0, p=1)
    q = q.T
    own = (torch.arange(3 * C) % C)[None] == y[:, None]
    share = F.normalize(q * own, dim=1, p=1)
    return torch.logsumexp(s / temperature, 1) - (share * s).sum(1) / temperature


PROTOTYPES = {name: waves(4, 12, phase) for name, phase in (("first", 0.5), ("second", 1.6), ("third", 3.8))}
golden.loss("PrototypeMixture", lambda h, first, second, third: prototypes(h, first, second, third, 0.5, 0.3), "three rounds of F.normalize", learned=PROTOTYPES,
            temperature=0.5, evenness=0.3)
golden.loss("PrototypeMixture", lambda h, first, second, third: prototypes(h, first, second, third, 1.5, 1.0), "three rounds of F.normalize", learned=PROTOTYPES,
            temperature=1.5, evenness=1.0)


def head(a, b, projection, heat, low, high, beta):
    tau = low + (high - low) * torch.sigmoid((a @ heat.T) @ (b @ heat.T).T)
    s = direction(a @ projection.T) @ direction(b @ projection.T).T / tau
    return F.cross_entropy(s, torch.arange(N), reduction="none") + beta * (tau.log() + 1 / tau).mean(1)


def heads(h, h2, first, second, firstHeat, secondHeat, low, high, beta):
    a, b = direction(h), direction(h2)
    return (head(a, b, first, firstHeat, low, high, beta) + head(a, b, second, secondHeat, low, high, beta)) / 2


for low, high, beta in ((0.2, 2.0, 0.1), (0.5, 1.5, 2.0)):
    golden.loss("MultiHeadContrastive", lambda h, h2, first, second, firstHeat, secondHeat: heads(h, h2, first, second, firstHeat, secondHeat, low, high, beta),
                "F.cross_entropy of the cosines", learned=MATRICES, low=low, high=high, beta=beta)


def preference(z, beta, low, high, middle):
    ratio = F.log_softmax(z, 1) - F.log_softmax(teacher, 1)
    rows = []
    for i in range(N):
        others = [j for j in range(C) if j != y[i]]
        rejected = soft[i, others].sum().clamp(min=1e-6)
        lead = ratio[i, y[i]] - (soft[i, others] * ratio[i, others]).sum() / rejected
        margin = torch.log(soft[i, y[i]].clamp(min=1e-6) / rejected)
        rows.append(-(low + (high - low) * torch.sigmoid(middle - margin)) * F.logsigmoid(beta * lead))
    return torch.stack(rows)


golden.loss("MarginAdaptivePreference", lambda z: preference(z, 0.1, 0.5, 2.0, 1.0), "F.logsigmoid of the log-ratios")
golden.loss("MarginAdaptivePreference", lambda z: preference(z, 0.7, 0.2, 3.0, -1.0), "F.logsigmoid of the log-ratios", beta=0.7, low=0.2, high=3.0, middle=-1.0)


def dispreference(z, alpha, beta):
    ratio = F.log_softmax(z, 1) - F.log_softmax(teacher, 1)
    return -F.logsigmoid(beta * (F.softmax(teacher, 1) * ratio).sum(1) - alpha * picked(ratio))


golden.loss("DistributionalDispreference", lambda z: dispreference(z, 0.1, 0.1), "F.logsigmoid of the log-ratios")
golden.loss("DistributionalDispreference", lambda z: dispreference(z, 0.8, 0.4), "F.logsigmoid of the log-ratios", alpha=0.8, beta=0.4)


def sparsemax(z):
    """The distribution nearest to z by bisection of the threshold: no sorting."""
    low, high = z.max(1, keepdim=True).values - 1, z.max(1, keepdim=True).values
    for _ in range(200):
        middle = (low + high) / 2
        above = F.relu(z - middle).sum(1, keepdim=True) > 1
        low, high = torch.where(above, middle, low), torch.where(above, high, middle)
    return F.relu(z - (low + high) / 2)


def sparsemax_loss(z):
    p = sparsemax(z.detach())
    assert torch.allclose(p.sum(1), torch.ones(N))
    return (p * z).sum(1) - p.square().sum(1) / 2 + 0.5 - picked(z)


golden.loss("Sparsemax", sparsemax_loss, "the projection onto the simplex by bisection")


def cosine_distance(o1):
    distance = 1 - (direction(o1) * direction(targets)).sum(1)
    # PyTorch has another guard for rows of zeros.
    assert torch.allclose(distance, 1 - F.cosine_similarity(o1, targets), atol=1e-11)
    return distance


golden.loss("CosineDistance", cosine_distance, "1 - F.cosine_similarity, with the formula's guard")


def ranking(o1, margin):
    score = o1.mean(1)
    rows = []
    for i in range(N):
        less = target < target[i]
        rows.append(F.margin_ranking_loss(score[i].expand(int(less.sum())), score[less], torch.ones(int(less.sum())), margin=margin) if less.any() else score[i] * 0)
    return torch.stack(rows)


for margin in (0.0, 0.6):
    golden.loss("MarginRanking", lambda o1: ranking(o1, margin), "F.margin_ranking_loss over the rows with a lower target", margin=margin)
golden.write()
