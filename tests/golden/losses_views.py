"""Golden values of losses that compare two views' logits, of a teacher's penalty, and of weights and errors estimated over the batch."""
import math

import torch
import torch.nn.functional as F
from losses_common import INPUTS, Golden, onehot, picked, y

golden = Golden(__file__)
N, C = 6, 4
off = ~torch.eye(N, dtype=torch.bool)


def p(z):
    return F.softmax(z, 1)


def ce(z):
    return F.cross_entropy(z, y, reduction="none")


def mcmi(z):
    centroids = torch.stack([p(z)[y == c].mean(0) if (y == c).any() else torch.ones(C) for c in range(C)]).detach()
    return -F.kl_div(centroids.log()[y], p(z), reduction="none").sum(1)


golden.loss("MaximumConditionalMutualInformation", mcmi, "F.kl_div to the centroids of the classes")


def bias(z, h, alpha, beta):
    spread = torch.var(h.detach(), dim=1)
    place = (spread - spread.min()) / (spread.max() - spread.min())
    return (torch.exp(alpha * place) - beta) * ce(z)


golden.loss("BiasLoss", lambda z, h: bias(z, h, 0.3, 0.3), "torch.var between its extremes")
golden.loss("BiasLoss", lambda z, h: bias(z, h, 2.0, 0.7), "torch.var between its extremes", alpha=2.0, beta=0.7)


def modalities(z, other, slack):
    excused = (other.argmax(1) == y) & (z.argmax(1) != y)
    return F.relu(p(other).max(1).values - p(z).max(1).values - slack) * ~excused


for slack in (0.0, 0.05):
    golden.loss("ModalityRanking", lambda z, other: modalities(z, other, slack), "F.relu of the greatest of F.softmax", slack=slack)
for margin in (2.0, 0.7):
    golden.loss("RankMixup", lambda z, other: F.relu(other.max(1).values - z.max(1).values + margin), "F.relu of the difference of greatest logits", margin=margin)


def deyo(z, other, margin, reference, threshold):
    entropy = -(p(z) * F.log_softmax(z, 1)).sum(1)
    fall = (p(z) - p(other)).gather(1, z.argmax(1)[:, None])[:, 0].detach()
    chosen = (entropy < margin * math.log(C)) & (fall > threshold)
    assert 0 < chosen.sum() < N
    weight = (torch.exp(reference * math.log(C) - entropy) + torch.exp(fall)).detach()
    rows = chosen * weight * entropy * N / chosen.sum()
    assert torch.isclose(rows.mean(), (weight * entropy)[chosen].mean())
    return rows


golden.loss("DestroyedViewEntropy", lambda z, other: deyo(z, other, 0.5, 0.4, 0.2), "mean over the chosen rows")
golden.loss("DestroyedViewEntropy", lambda z, other: deyo(z, other, 0.9, 0.1, -0.3), "mean over the chosen rows", margin=0.9, reference=0.1, threshold=-0.3)


def aaer(z, other, ce_weight, l2_weight):
    before, after, start = ce(other).detach(), ce(z).detach(), other.detach()
    abnormal = before > after
    assert 0 < abnormal.sum() < N
    fall = (before - after)[abnormal].mean()
    moved = F.mse_loss(z[abnormal], start[abnormal], reduction="none").sum(1).mean()
    usual = F.mse_loss(z[~abnormal], start[~abnormal], reduction="none").sum(1).mean().detach()
    return abnormal.double().mean() * (ce_weight * fall + l2_weight * F.relu(moved - usual))


golden.loss("AbnormalAdversarial", lambda z, other: aaer(z, other, 4.0, 1.5), "means over abnormal and normal rows")
golden.loss("AbnormalAdversarial", lambda z, other: aaer(z, other, 0.5, 3.0), "means over abnormal and normal rows", lossWeight=0.5, logitWeight=3.0)


def simgcd(z, other, student, teacher, evenness):
    both = torch.cat([z, other])
    taught = F.softmax(torch.cat([other, z]) / teacher, 1).detach()
    agreement = -(taught * F.log_softmax(both / student, 1)).sum(1).view(2, N).mean(0)
    mean = F.softmax(both / student, 1).mean(0)
    return agreement + evenness * (math.log(C) - torch.distributions.Categorical(mean).entropy())


golden.loss("SimGcd", lambda z, other: simgcd(z, other, 2.0, 1.0, 2.0), "cross-entropies and torch.distributions.Categorical", studentTemperature=2.0, teacherTemperature=1.0)
golden.loss("SimGcd", lambda z, other: simgcd(z, other, 0.9, 0.4, 0.5), "cross-entropies and torch.distributions.Categorical",
            studentTemperature=0.9, teacherTemperature=0.4, evenness=0.5)


def shrink(z, other, sure, threshold, momentum):
    """Row by row, removing classes after the first until it is sure among those left."""
    q = p(other).detach()
    top, order = q.max(1).values, q.argsort(1, descending=True)
    certain = top >= threshold
    share = certain.double().mean()
    sure = share if sure < 0 else momentum * sure + (1 - momentum) * share
    rows, kinds = [], set()
    for i in range(N):
        if certain[i]:
            rows.append(-(q[i] * F.log_softmax(z[i], 0)).sum())
            kinds.add("sure")
            continue
        row, kind = z[i].sum() * 0, "unsure"
        for c in range(2, C):
            left = torch.cat([order[i, :1], order[i, c:]])
            if q[i, left[0]] / q[i, left].sum() >= threshold:
                row, kind = sure * top[i] * F.cross_entropy(z[i, left][None], torch.zeros(1, dtype=torch.long)), f"from {c}"
                break
        rows.append(row)
        kinds.add(kind)
    print(sorted(kinds))
    return torch.stack(rows), sure


golden.loss("ShrinkMatch", lambda z, other, sure: shrink(z, other, sure, 0.95, 0.999), "removing classes one by one", kept={"sure": 0.4})
golden.loss("ShrinkMatch", lambda z, other, sure: shrink(z, other, sure, 0.8, 0.9), "removing classes one by one", kept={"sure": -1.0}, threshold=0.8, momentum=0.9)


def kernel_calibration(z, bandwidth, power):
    confidence, right = p(z).max(1).values, z.argmax(1) == y
    densities = torch.distributions.Beta(confidence / bandwidth + 1, (1 - confidence) / bandwidth + 1)
    # The third row's confidence is 1 in double precision up to 1e-11: its place is moved off the support's end only by that.
    log_kernel = densities.log_prob(confidence[:, None]).masked_fill(~off, -math.inf)
    estimate = torch.exp(torch.logsumexp(log_kernel[:, right], 1) - torch.logsumexp(log_kernel, 1))
    return (estimate - confidence).abs() ** power


for bandwidth, power in ((0.1, 2.0), (0.5, 1.5)):
    golden.loss("KernelCalibration", lambda z: kernel_calibration(z, bandwidth, power), "torch.distributions.Beta", bandwidth=bandwidth, power=power)
golden.write()
