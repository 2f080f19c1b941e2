"""Golden values of the losses of ranked lists."""
import math

import torch
import torch.nn.functional as F
from losses_common import Golden, group, target

golden = Golden(__file__)
rows = range(6)


def query(i):
    """The rows of a row's query."""
    return [j for j in rows if group[j] == group[i]]


def each(function):
    return lambda o1: torch.stack([function(o1.mean(1), i) for i in rows])


def circle(s, i, margin, scale):
    right = [torch.exp(-scale * F.relu(1 + margin - s[j]).detach() * (s[j] - 1 + margin)) for j in query(i) if target[j] > 0.5]
    wrong = [torch.exp(scale * F.relu(s[j] + margin).detach() * (s[j] - margin)) for j in query(i) if target[j] <= 0.5]
    return torch.log1p(sum(right, torch.zeros(())) * sum(wrong, torch.zeros(()))) + 0 * s[i]


for margin, scale in ((0.25, 32.0), (0.1, 3.0)):
    golden.loss("ListCircle", each(lambda s, i: circle(s, i, margin, scale)), "the paper's sums", detached=True, margin=margin, scale=scale)
golden.loss("ListNet", each(lambda s, i: F.cross_entropy(s[query(i)][None], F.softmax(target[query(i)], 0)[None])), "F.cross_entropy within each query")
golden.loss("ListMle", each(lambda s, i: torch.logsumexp(torch.stack([s[j] for j in query(i) if target[j] <= target[i]]), 0) - s[i]), "torch.logsumexp of what is left")


def ranknet(s, i, sigma):
    pairs = [F.binary_cross_entropy_with_logits(sigma * (s[i] - s[j]), torch.ones(())) for j in query(i) if target[j] < target[i]]
    return sum(pairs, 0 * s[i]) / len(query(i))


for sigma in (1.0, 2.5):
    golden.loss("RankNet", each(lambda s, i: ranknet(s, i, sigma)), "F.binary_cross_entropy_with_logits of pairs", sigma=sigma)


def lambda_loss(s, i, sigma):
    own = query(i)
    gain = {j: max(2 ** target[j].item() - 1, 0) for j in own}
    place = {j: k for k, j in enumerate(sorted(own, key=lambda j: -s[j].item()))}
    best = sum(value / math.log2(k + 2) for k, value in enumerate(sorted(gain.values(), reverse=True)))
    loss = 0 * s[i]
    for j in own:
        if target[j] < target[i]:
            swap = abs(gain[i] - gain[j]) * abs(1 / math.log2(place[i] + 2) - 1 / math.log2(place[j] + 2))
            loss = loss + swap / best * torch.log1p(torch.exp(-sigma * (s[i] - s[j])))
    return loss


for sigma in (1.0, 2.5):
    golden.loss("LambdaLoss", each(lambda s, i: lambda_loss(s, i, sigma)), "with sorted lists", detached=True, sigma=sigma)
golden.write()
