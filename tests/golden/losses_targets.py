"""Golden values of losses to soft labels, to a teacher and to several labels."""
import math

import torch
import torch.nn.functional as F
from losses_common import Golden, multi, onehot, picked, soft, teacher, y

golden = Golden(__file__)


def p(z):
    return F.softmax(z, 1)


def divergence(q, z):
    """KL(q || softmax(z)) of each row."""
    return F.kl_div(F.log_softmax(z, 1), q, reduction="none").sum(1)


golden.loss("SoftTargetCrossEntropy", lambda z: F.cross_entropy(z, soft, reduction="none"), "F.cross_entropy with probabilities")
golden.loss("KlDivergence", lambda z: divergence(soft, z), "F.kl_div")
golden.loss("ReverseKlDivergence", lambda z: F.kl_div(soft.clamp(min=1e-6).log(), p(z), reduction="none").sum(1), "F.kl_div")


def jensen_shannon(z):
    m = ((p(z) + soft) / 2).log()
    return (F.kl_div(m, p(z), reduction="none") + F.kl_div(m, soft, reduction="none")).sum(1) / 2


golden.loss("JensenShannonDivergence", jensen_shannon, "two F.kl_div to the mean")
golden.loss("SoftBrier", lambda z: F.mse_loss(p(z), soft, reduction="none").sum(1), "F.mse_loss, summed")
golden.loss("NeighborAwarePenalty", lambda z: F.l1_loss(z, soft, reduction="none").mean(1), "F.l1_loss")

# Teachers.
for t in (4.0, 1.0):
    golden.loss("KnowledgeDistillation", lambda z: t * t * divergence(p(teacher / t), z / t), "F.kl_div at a temperature", temperature=t)
    golden.loss("ReverseDistillation", lambda z: t * t * divergence(p(z / t), teacher / t), "F.kl_div at a temperature", temperature=t)


def decoupled(z, alpha, beta, t):
    def binary(x):
        label = picked(p(x / t))
        return torch.stack([label, 1 - label], 1)

    def others(x):
        return torch.stack([row[keep] for row, keep in zip(x / t, onehot == 0)])

    sure = F.kl_div(torch.stack([F.log_softmax(z / t, 1).gather(1, y[:, None])[:, 0],
                                 torch.logsumexp(others(z), 1) - torch.logsumexp(z / t, 1)], 1), binary(teacher), reduction="none").sum(1)
    return t * t * (alpha * sure + beta * divergence(p(others(teacher)), others(z)))


golden.loss("DecoupledDistillation", lambda z: decoupled(z, 1, 8, 4), "F.kl_div of label and others, and among the others")
golden.loss("DecoupledDistillation", lambda z: decoupled(z, 2, 0.5, 1), "F.kl_div of label and others, and among the others", alpha=2.0, beta=0.5, temperature=1.0)




# The released code adds 1e-8 to the product of the norms.
def correlation_distillation(z, beta, gamma, t):
    a, b = p(z / t), p(teacher / t)

    def pearson(a, b):
        a, b = a - a.mean(1, keepdim=True), b - b.mean(1, keepdim=True)
        return (a * b).sum(1) / (a.norm(dim=1) * b.norm(dim=1) + 1e-8)

    return t * t * (beta * (1 - pearson(a, b)) + gamma * (1 - pearson(a.T, b.T).mean()))


golden.loss("CorrelationDistillation", lambda z: correlation_distillation(z, 1, 1, 1), "Pearson correlations of rows and columns")
golden.loss("CorrelationDistillation", lambda z: correlation_distillation(z, 2, 0.5, 4), "Pearson correlations of rows and columns", beta=2.0, gamma=0.5, temperature=4.0)


def ttm(z, t, weighted):
    powered = p(teacher) ** (1 / t)
    mass = powered.sum(1)
    kl = divergence(powered / mass[:, None], z)
    return mass * kl if weighted else kl


golden.loss("TransformedTeacherMatching", lambda z: ttm(z, 4, True), "F.kl_div to a power of the teacher, times its mass")
golden.loss("TransformedTeacherMatching", lambda z: ttm(z, 2, False), "F.kl_div to a power of the teacher", temperature=2.0, weighted=0.0)


def standard(x):
    return (x - x.mean(1, keepdim=True)) / (x.std(1, keepdim=True) + 1e-7)


for t in (2.0, 0.7):
    golden.loss("StandardizedDistillation", lambda z: t * t * divergence(p(standard(teacher) / t), standard(z) / t), "F.kl_div of standardised logits", temperature=t)
golden.loss("LogitMeanSquare", lambda z: F.mse_loss(z, teacher, reduction="none").mean(1), "F.mse_loss")
golden.loss("SquaredErrorLogit", lambda z: (picked(F.log_softmax(z, 1)) - picked(F.log_softmax(teacher, 1))).square(), "squared difference of log-probabilities")


def adaptive(z, mass):
    q, student = p(teacher), p(z)
    order = q.argsort(1, descending=True)
    beyond = q.gather(1, order).cumsum(1) > mass
    beyond[:, 0] = False
    errors = (q - student.detach()).abs().gather(1, order)
    head, tail = errors.masked_fill(beyond, 0).sum(1), errors.masked_fill(~beyond, 0).sum(1)
    return head / (head + tail) * divergence(q, z) + tail / (head + tail) * divergence(student, teacher)


for mass in (0.5, 0.97):
    golden.loss("AdaptiveKl", lambda z: adaptive(z, mass), "torch.sort and torch.cumsum", mass=mass)


def balanced(z, ratio, t):
    entropy = lambda x: torch.distributions.Categorical(logits=x / t).entropy()
    surer = entropy(z) < entropy(teacher)
    forward, reverse = divergence(p(teacher / t), z / t), divergence(p(z / t), teacher / t)
    return t * t * torch.where(surer, forward + ratio * reverse, ratio * forward + reverse)


golden.loss("BalancedDivergence", lambda z: balanced(z, 2, 4), "F.kl_div both ways")
golden.loss("BalancedDivergence", lambda z: balanced(z, 5, 1), "F.kl_div both ways", ratio=5.0, temperature=1.0)
golden.loss("SymmetricTeacherCrossEntropy", lambda z: -(p(teacher) * F.log_softmax(z, 1) + p(z) * F.log_softmax(teacher, 1)).sum(1) / 2, "both cross-entropies")


def agreeing(z):
    k = teacher.argmax(1, keepdim=True)
    keep = p(z).gather(1, k) >= p(teacher).gather(1, k)
    return torch.where(keep[:, 0], torch.distributions.Categorical(logits=z).entropy(), torch.zeros(()))


golden.loss("AgreeingEntropy", agreeing, "entropy of the rows that agree")


def rectified(z, trust, t):
    q = p(teacher / t)
    w = (trust - (q.max(1).values - picked(q))).clamp(0, 1)[:, None]
    return F.cross_entropy(z, w * q + (1 - w) * onehot, reduction="none")


golden.loss("RectifiedDistillation", lambda z: rectified(z, 0.95, 1), "F.cross_entropy to rectified labels")
golden.loss("RectifiedDistillation", lambda z: rectified(z, 0.7, 2), "F.cross_entropy to rectified labels", temperature=2.0, **{"lambda": 0.7})


def cka(h):
    centre = torch.eye(6) - 1 / 6
    k, l = centre @ h @ h.T @ centre, centre @ teacher @ teacher.T @ centre
    return 1 - (k * l).sum() / (k.norm() * l.norm())


golden.loss("KernelAlignment", cka, "HSIC of centred Gram matrices of the rows")
golden.loss("SimilarityPreserving", lambda h: (F.normalize(h @ h.T, dim=1) - F.normalize(teacher @ teacher.T, dim=1)).square().mean(1), "F.normalize of similarities")

# Several labels.
golden.loss("BinaryCrossEntropy", lambda z: F.multilabel_soft_margin_loss(z, multi, reduction="none"), "F.multilabel_soft_margin_loss")
golden.loss("BinaryCrossEntropy", lambda z: F.binary_cross_entropy_with_logits(z, multi, pos_weight=torch.tensor(3.0), reduction="none").mean(1),
            "F.binary_cross_entropy_with_logits, pos_weight=3", positiveWeight=3.0)
bce = lambda z: F.binary_cross_entropy_with_logits(z, multi, reduction="none")
p_t = lambda z: torch.sigmoid(z) * multi + (1 - torch.sigmoid(z)) * (1 - multi)


def focal(z, alpha, gamma):
    return ((alpha * multi + (1 - alpha) * (1 - multi)) * (1 - p_t(z)) ** gamma * bce(z)).mean(1)


golden.loss("MultiLabelFocal", lambda z: focal(z, 0.25, 2), "as torchvision.ops.sigmoid_focal_loss, mean of the classes")
golden.loss("MultiLabelFocal", lambda z: focal(z, 0.6, 0.5), "as torchvision.ops.sigmoid_focal_loss, mean of the classes", alpha=0.6, gamma=0.5)


def contribution(z, contribution):
    loss = (1 - p_t(z)) ** 2 * bce(z)
    after = 0.9 * contribution + 0.1 * loss.detach().mean(0)
    return (after.mean() / after * loss).mean(1), after


golden.loss("ContributionBalancedFocal", contribution, "focal losses by running means", kept={"contribution": [0.2, 0.05, 0.4, 0.1]})


def asymmetric(z, positive, negative, clip):
    sure = torch.sigmoid(z)
    absent = (1 - sure + clip).clamp(max=1)
    loss = multi * F.logsigmoid(z) + (1 - multi) * absent.clamp(min=1e-8).log()
    pt = sure * multi + absent * (1 - multi)
    return -(loss * (1 - pt) ** (positive * multi + negative * (1 - multi))).sum(1)


golden.loss("Asymmetric", lambda z: asymmetric(z, 1, 4, 0.05), "shifted probabilities and two powers")
golden.loss("Asymmetric", lambda z: asymmetric(z, 0.5, 2, 0.2), "shifted probabilities and two powers", gammaPositive=0.5, gammaNegative=2.0, clip=0.2)
absent = lambda z: z.masked_fill(multi > 0, -math.inf)
present = lambda z: (-z).masked_fill(multi == 0, -math.inf)
one = torch.zeros(6, 1)
golden.loss("ZeroBoundedRanking", lambda z: torch.logsumexp(torch.cat([one, absent(z)], 1), 1) + torch.logsumexp(torch.cat([one, present(z)], 1), 1), "torch.logsumexp with a 0")
golden.loss("LogSumExpPairwise", lambda z: torch.logsumexp(torch.cat([one, (absent(z)[:, None] + present(z)[:, :, None]).reshape(6, 16)], 1), 1), "torch.logsumexp of all pairs")
golden.loss("MultiLabelHinge", lambda z: F.relu(1 - (2 * multi - 1) * z).mean(1), "hinges")
golden.loss("MultiLabelHinge", lambda z: F.relu(1 - (2 * multi - 1) * z).square().mean(1), "squared hinges", squared=1.0)


def tversky(z, alpha, beta, smooth):
    sure = torch.sigmoid(z)
    tp, fp, fn = (sure * multi).sum(1), (sure * (1 - multi)).sum(1), ((1 - sure) * multi).sum(1)
    return 1 - (tp + smooth) / (tp + alpha * fp + beta * fn + smooth)


for smooth in (1.0, 0.1):
    golden.loss("Dice", lambda z: tversky(z, 0.5, 0.5, smooth / 2), "Tversky index with both 1/2", smooth=smooth)
    golden.loss("Jaccard", lambda z: tversky(z, 1, 1, smooth), "Tversky index with both 1", smooth=smooth)
golden.loss("Tversky", lambda z: tversky(z, 0.3, 0.7, 1), "1 - Tversky index")
golden.loss("Tversky", lambda z: tversky(z, 0.6, 0.2, 0.5) ** 0.75, "a power of 1 - Tversky index", alpha=0.6, beta=0.2, gamma=0.75, smooth=0.5)


def incremental(z, old, alpha, beta):
    new = bce(z)[:, old:].mean(1) if old < 4 else 0
    kept = F.binary_cross_entropy_with_logits(z, torch.sigmoid(teacher), reduction="none")[:, :old].mean(1) if old else 0
    sure = torch.sigmoid(z)
    return alpha * new + (1 - alpha) * kept + beta * (sure * F.logsigmoid(z)).sum(1)


golden.loss("ClassIncrementalMultiLabel", lambda z: incremental(z, 1, 0.5, 0.04), "two F.binary_cross_entropy_with_logits and an entropy")
golden.loss("ClassIncrementalMultiLabel", lambda z: incremental(z, 3, 0.2, 0.5), "two F.binary_cross_entropy_with_logits and an entropy", oldClasses=3.0, alpha=0.2, beta=0.5)
golden.write()
