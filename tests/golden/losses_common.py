"""What the scripts of the losses' golden values share: the batch, and how values and gradients are written.

    for f in tests/golden/losses_*.py; do python3 $f; done

Each script writes the file of its own name, with .json for .py; this one what formulas are given. The tests need neither
PyTorch nor Python: the values are committed. What PyTorch 1.13 has is taken from it; the rest is written out from the
papers in double precision, with gradients by PyTorch's automatic differentiation.
"""
import inspect
import json
import math
import pathlib

import torch

torch.set_default_dtype(torch.float64)

# Six rows, four classes, no ties and no round numbers, where hinges have their kinks: a large row, near ones, right and wrong ones.
LOGITS = [[1.5, -0.5, 0.25, 3.1], [-2.1, 0.45, 0.75, -1.2], [30.0, -20.0, 5.2, 0.15], [0.1, 0.2, 0.3, 0.45], [2.05, 1.55, -1.3, 0.35], [-4.2, 6.5, 1.1, 2.3]]
LABELS = [3, 0, 2, 1, 0, 1]


def waves(rows, columns, phase, scale=1.5):
    """Numbers without a pattern that matters, the same everywhere."""
    return [[round(scale * math.sin(phase + 3.1 * i + 1.7 * j + 0.9 * i * j), 3) for j in range(columns)] for i in range(rows)]


# By role. Each further Outputs parameter of a formula takes the next of the Outputs.
INPUTS = {
    "Logits": LOGITS,
    "Label": LABELS,
    "OtherLogits": waves(6, 4, 0.4, 2.5),
    "Teacher": waves(6, 4, 1.1, 3.0),
    "SoftTarget": [[0.7, 0.1, 0.15, 0.05], [0.25, 0.25, 0.3, 0.2], [0.0, 0.0, 1.0, 0.0], [0.4, 0.6, 0.0, 0.0], [0.1, 0.2, 0.3, 0.4], [0.05, 0.85, 0.05, 0.05]],
    "MultiLabel": [[0, 1, 0, 1], [1, 0, 0, 0], [0, 1, 1, 1], [1, 0, 1, 0], [0, 0, 1, 0], [1, 1, 0, 1]],
    "ClassCounts": [120, 40, 15, 5],
    "ClassPrior": [0.5, 0.3, 0.15, 0.05],
    "Transition": [[0.8, 0.05, 0.1, 0.0], [0.1, 0.85, 0.1, 0.1], [0.05, 0.1, 0.7, 0.1], [0.05, 0.0, 0.1, 0.8]],
    "Embedding": waves(6, 12, 2.3),
    "OtherEmbedding": waves(6, 12, 0.7),
    "Outputs": [waves(6, 3, 0.2), waves(6, 3, 1.9), waves(6, 3, 3.3), waves(6, 3, 4.8)],
    "Targets": waves(6, 3, 5.6, 2.0),
    "Target": [0.8, -1.35, 2.4, 0.15, -0.6, 1.7],
    "Group": [0, 1, 1, 0, 2, 1],
    "Domain": [0, 1, 0, 0, 1, 1],
    "SampleWeight": [0.5, 1.5, 1.0, 2.0, 0.25, 0.75],
    "Progress": 0.3,
    "ClassTotal": 4,
}
# The names by which a script's functions take what a gradient is taken by.
MOVING = {"z": "Logits", "other": "OtherLogits", "h": "Embedding", "h2": "OtherEmbedding", "o1": "Outputs", "o2": "Outputs", "o3": "Outputs", "o4": "Outputs"}

y = torch.tensor(LABELS)
onehot = torch.nn.functional.one_hot(y, 4).double()
group, domain = torch.tensor(INPUTS["Group"]), torch.tensor(INPUTS["Domain"])
teacher, soft, multi, counts, prior, transition, targets, target, weight = (
    torch.tensor(INPUTS[role], dtype=torch.float64) for role in
    ("Teacher", "SoftTarget", "MultiLabel", "ClassCounts", "ClassPrior", "Transition", "Targets", "Target", "SampleWeight"))


def picked(row):
    """The entry of each row at its label."""
    return row.gather(1, y[:, None])[:, 0]


def leaf(value):
    return torch.tensor(value, dtype=torch.float64, requires_grad=True)


class Golden:
    def __init__(self, script):
        self.path = pathlib.Path(script).with_suffix(".json")
        self.cases = []

    def loss(self, formula, function, version, learned=None, kept=None, stretch=None, **knobs):
        """Values of each row and the gradients of their mean.

        version says where the numbers come from. function takes what MOVING names, and learned parameters and what is kept by their names in the
        formula; it returns the new values of what is kept, in order, after the loss. stretch is how much more than others the formula makes of the rounding of
        what goes in, for code that computes in floats.
        """
        learned, kept = learned or {}, kept or {}
        leaves = {}
        for name in inspect.signature(function).parameters:
            if name in learned:
                leaves[name] = leaf(learned[name])
            elif name in MOVING:
                numbers = INPUTS[MOVING[name]]
                leaves[name] = leaf(numbers[int(name[1]) - 1] if MOVING[name] == "Outputs" else numbers)
        values = function(**leaves, **{name: torch.tensor(value, dtype=torch.float64) for name, value in kept.items()})
        case = {"loss": formula, "version": version, "knobs": knobs, "learned": learned, "kept": kept, "stretch": stretch}
        if kept:
            values, *after = values
            case["keptAfter"] = {name: value.tolist() for name, value in zip(kept, after)}
        values = values.expand(len(LABELS)) if values.dim() == 0 else values
        values.mean().backward()
        case |= {"values": values.tolist(), "gradients": {name: tensor.grad.tolist() for name, tensor in leaves.items() if tensor.grad is not None}}
        self.cases.append({key: value for key, value in case.items() if value not in (None, {})})

    def write(self):
        lines = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in self.cases)
        self.path.write_text("[\n" + lines + "\n]\n", encoding="utf8")


if __name__ == "__main__":
    lines = ",\n".join(f"  {json.dumps(role)}: {json.dumps(numbers)}" for role, numbers in INPUTS.items())
    pathlib.Path(__file__).with_name("loss_inputs.json").write_text("{\n" + lines + "\n}\n", encoding="utf8")
