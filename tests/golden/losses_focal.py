"""Golden values of the focal family and of poly losses."""
import torch
import torch.nn.functional as F
from losses_common import Golden, onehot, picked, y

golden = Golden(__file__)


def p_y(z):
    return picked(F.softmax(z, 1))


def ce(z):
    return F.cross_entropy(z, y, reduction="none")


golden.loss("PolyCrossEntropy", lambda z: ce(z) + 2 * (1 - p_y(z)), "CE + 2 (1 - p)")
golden.loss("PolyCrossEntropy", lambda z: ce(z) - (1 - p_y(z)) + 0.5 * (1 - p_y(z)) ** 2 - 0.25 * (1 - p_y(z)) ** 3, "CE and three coefficients",
            epsilon=-1.0, epsilon2=0.5, epsilon3=-0.25)
for gamma in (0.0, 0.5, 2.0):
    golden.loss("PolyFocal", lambda z: (1 - p_y(z)) ** gamma * ce(z) - (1 - p_y(z)) ** (gamma + 1), "focal loss - (1 - p)^(gamma + 1)", epsilon=-1.0, gamma=gamma)


def dual(z, gamma):
    p = F.softmax(z, 1)
    below = torch.where(p < p_y(z)[:, None], p, torch.zeros(())).max(1).values
    return (1 - p_y(z) + below) ** gamma * ce(z)


for gamma in (0.5, 5.0):
    golden.loss("DualFocal", lambda z: dual(z, gamma), "(1 - p_y + next below)^gamma CE", gamma=gamma)
golden.loss("InverseFocal", lambda z: (1 + p_y(z)) ** 2 * ce(z), "(1 + p)^2 CE")
golden.loss("SampleDependentFocal", lambda z: torch.where(p_y(z) < 0.2, (1 - p_y(z)) ** 5, (1 - p_y(z)) ** 3) * ce(z), "exponent 5 below 0.2, else 3")


def sigmoid_focal(z, alpha, gamma):
    """As torchvision.ops.sigmoid_focal_loss computes it, summed over the classes."""
    p = torch.sigmoid(z)
    p_t = p * onehot + (1 - p) * (1 - onehot)
    loss = F.binary_cross_entropy_with_logits(z, onehot, reduction="none") * (1 - p_t) ** gamma
    return ((alpha * onehot + (1 - alpha) * (1 - onehot)) * loss).sum(1)


golden.loss("SigmoidFocal", lambda z: sigmoid_focal(z, 0.25, 2), "F.binary_cross_entropy_with_logits, weighted")
golden.loss("SigmoidFocal", lambda z: sigmoid_focal(z, 0.6, 0.5), "F.binary_cross_entropy_with_logits, weighted", alpha=0.6, gamma=0.5)
golden.write()
