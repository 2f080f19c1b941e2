"""Golden values of losses over embeddings: pairs, triplets, contrast within the batch and between two views."""
import math

import torch
import torch.nn.functional as F
from losses_common import Golden, y

golden = Golden(__file__)
N = len(y)
same = y[:, None] == y[None, :]
self_ = torch.eye(N, dtype=torch.bool)
POSITIVES = [[j for j in range(N) if j != i and y[j] == y[i]] for i in range(N)]
NEGATIVES = [[j for j in range(N) if y[j] != y[i]] for i in range(N)]


def rows(of):
    """A loss of each row, from a function of its index."""
    return torch.stack([of(i) for i in range(N)])


def zero(h):
    return h.sum() * 0


def distance(a, b):
    return torch.linalg.vector_norm(a - b)


def contrastive(h, margin):
    def pair(i, j):
        d = distance(h[i], h[j])
        return d.square() / 2 if y[i] == y[j] else F.relu(margin - d).square() / 2
    return rows(lambda i: torch.stack([pair(i, j) for j in range(N) if j != i]).mean())


for margin in (1.0, 6.0):
    golden.loss("Contrastive", lambda h: contrastive(h, margin), "the loss of each pair, from the paper", margin=margin)


def cosine(h, margin):
    def pair(i, j):
        return F.cosine_embedding_loss(h[i:i + 1], h[j:j + 1], torch.tensor([1 if y[i] == y[j] else -1]), margin=margin)
    return rows(lambda i: torch.stack([pair(i, j) for j in range(N) if j != i]).mean())


for margin in (0.0, -0.4):
    golden.loss("CosineEmbedding", lambda h: cosine(h, margin), "F.cosine_embedding_loss of each pair", margin=margin)


def hard_triplet(h, margin, soft):
    d = torch.cdist(h, h).detach()

    def row(i):
        if not POSITIVES[i]:
            return zero(h)
        p, n = max(POSITIVES[i], key=lambda j: d[i, j]), min(NEGATIVES[i], key=lambda j: d[i, j])
        if soft:
            return F.softplus(distance(h[i], h[p]) - distance(h[i], h[n]))
        return F.triplet_margin_loss(h[i:i + 1], h[p:p + 1], h[n:n + 1], margin=margin, eps=0)
    return rows(row)


golden.loss("BatchHardTriplet", lambda h: hard_triplet(h, 1.0, False), "F.triplet_margin_loss of the hardest pairs")
golden.loss("BatchHardTriplet", lambda h: hard_triplet(h, 3.5, False), "F.triplet_margin_loss of the hardest pairs", margin=3.5)
golden.loss("BatchHardTriplet", lambda h: hard_triplet(h, 1.0, True), "F.softplus of the hardest pairs", soft=1)


def lifted(h, margin):
    pairs = [(i, j) for i in range(N) for j in POSITIVES[i] if i < j]

    def part(i, j):
        terms = [margin - distance(h[a], h[n]) for a in (i, j) for n in NEGATIVES[a]]
        return F.relu(torch.logsumexp(torch.stack(terms), 0) + distance(h[i], h[j])).square() / (2 * len(pairs))

    # The loss is the sum over pairs; a pair's part belongs to its two rows by halves.
    return rows(lambda i: N / 2 * sum((part(*pair) for pair in pairs if i in pair), zero(h)))


for margin in (1.0, 3.0):
    golden.loss("LiftedStructure", lambda h: lifted(h, margin), "the sum over pairs, from the paper", margin=margin)


def normal(h):
    u = h / (h.square().sum(1, keepdim=True) + 1e-12).sqrt()
    assert torch.allclose(u, F.normalize(h, dim=1), rtol=1e-12)
    return u


indices = torch.arange(N)


def info_nce(h, h2, t):
    return F.cross_entropy(normal(h) @ normal(h2).T / t, indices, reduction="none")


for t in (0.07, 0.5):
    golden.loss("InfoNce", lambda h, h2: info_nce(h, h2, t), "F.cross_entropy of the products of F.normalize", temperature=t)


def n_pair(h, h2, penalty):
    return F.cross_entropy(h @ h2.T, indices, reduction="none") + penalty / 4 * (h.square().sum(1) + h2.square().sum(1))


for penalty in (0.002, 0.3):
    golden.loss("NPair", lambda h, h2: n_pair(h, h2, penalty), "F.cross_entropy of the products", penalty=penalty)


def both_views(h, h2):
    """The 2n views, one after the other, and for each whether it is another view of the same row."""
    u = torch.cat([normal(h), normal(h2)])
    return u @ u.T, torch.eye(2 * N, dtype=torch.bool), torch.eye(N).repeat(2, 2).bool()


def mean_of_views(values):
    return (values[:N] + values[N:]) / 2


def nt_xent(h, h2, t):
    s, own, _ = both_views(h, h2)
    return mean_of_views(F.cross_entropy((s / t).masked_fill(own, -math.inf), torch.cat([indices + N, indices]), reduction="none"))


for t in (0.1, 0.5):
    golden.loss("NtXent", lambda h, h2: nt_xent(h, h2, t), "F.cross_entropy over the 2n views without the view itself", temperature=t)


def decoupled(h, h2, t):
    s, _, views = both_views(h, h2)
    positive = torch.cat([s.diagonal(N), s.diagonal(N)]) / t
    return mean_of_views(torch.logsumexp((s / t).masked_fill(views, -math.inf), 1) - positive)


for t in (0.1, 0.5):
    golden.loss("DecoupledContrastive", lambda h, h2: decoupled(h, h2, t), "torch.logsumexp over the negatives of the 2n views", temperature=t)


def supervised(u, labels, t):
    n = len(labels)
    logp = F.log_softmax((u @ u.T / t).masked_fill(torch.eye(n, dtype=torch.bool), -math.inf), 1)
    positive = [[j for j in range(n) if j != i and labels[j] == labels[i]] for i in range(n)]
    return torch.stack([-torch.stack([logp[i, j] for j in positive[i]]).mean() if positive[i] else zero(u) for i in range(n)])


for t in (0.1, 0.5):
    golden.loss("SupervisedContrastive", lambda h: supervised(normal(h), y, t), "F.log_softmax over the other rows", temperature=t)
    golden.loss("SupervisedContrastiveViews", lambda h, h2: mean_of_views(supervised(torch.cat([normal(h), normal(h2)]), torch.cat([y, y]), t)),
                "F.log_softmax over the other of 2n views", temperature=t)


def multi_similarity(h, alpha, beta, threshold, margin):
    c = normal(h) @ normal(h).T

    def row(i):
        positive = [j for j in POSITIVES[i] if c[i, j] - margin < max(c[i, n] for n in NEGATIVES[i])]
        negative = [j for j in NEGATIVES[i] if POSITIVES[i] and c[i, j] + margin > min(c[i, p] for p in POSITIVES[i])]
        if not positive or not negative:
            return zero(h)
        return (torch.log1p(torch.exp(-alpha * (c[i, positive] - threshold)).sum()) / alpha
                + torch.log1p(torch.exp(beta * (c[i, negative] - threshold)).sum()) / beta)
    return rows(row)


golden.loss("MultiSimilarity", lambda h: multi_similarity(h, 2, 40, 0.5, 0.1), "the mined pairs one by one")
golden.loss("MultiSimilarity", lambda h: multi_similarity(h, 3, 5, 0.1, 0.6), "the mined pairs one by one",
            positiveScale=3.0, negativeScale=5.0, threshold=0.1, margin=0.6)


def circle(h, margin, scale):
    c = normal(h) @ normal(h).T

    def row(i):
        if not POSITIVES[i]:
            return zero(h)
        p, n = c[i, POSITIVES[i]], c[i, NEGATIVES[i]]
        together = -scale * F.relu(1 + margin - p).detach() * (p - 1 + margin)
        apart = scale * F.relu(n + margin).detach() * (n - margin)
        return F.softplus(torch.logsumexp(together, 0) + torch.logsumexp(apart, 0))
    return rows(row)


golden.loss("CirclePairs", lambda h: circle(h, 0.4, 80), "F.softplus of two torch.logsumexp")
golden.loss("CirclePairs", lambda h: circle(h, 0.25, 4), "F.softplus of two torch.logsumexp", margin=0.25, scale=4.0)

golden.write()
