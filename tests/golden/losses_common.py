"""What the scripts of the losses' golden values share: the batch, and how values and gradients are written.

    for f in tests/golden/losses_*.py; do python3 $f; done

Each script writes the file of its own name, with .json for .py. The tests need neither PyTorch nor Python: the values are
committed. What PyTorch 1.13 has is taken from it; the rest is written out from the papers in double precision, with
gradients by PyTorch's automatic differentiation.
"""
import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)

# Six rows, four classes, no ties: a large row, near ones, right and wrong ones, classes once and twice.
LOGITS = [[1.5, -0.5, 0.25, 3.0], [-2.0, 0.5, 0.75, -1.0], [30.0, -20.0, 5.0, 0.0], [0.1, 0.2, 0.3, 0.45], [2.0, 1.5, -1.0, 0.0], [-4.0, 6.5, 1.0, 2.0]]
LABELS = [3, 0, 2, 1, 0, 1]
y = torch.tensor(LABELS)
onehot = torch.nn.functional.one_hot(y, 4).double()


def picked(row):
    """The entry of each row at its label."""
    return row.gather(1, y[:, None])[:, 0]


class Golden:
    def __init__(self, script):
        self.path = pathlib.Path(script).with_suffix(".json")
        self.cases = []

    def loss(self, formula, function, version, detached=False, **knobs):
        """Values of each row and the gradient of their mean by the logits.

        version says where the numbers come from; detached, that some value is held fixed, so that differences of the loss are not its gradient.
        """
        z = torch.tensor(LOGITS, requires_grad=True)
        values = function(z)
        values = values.expand(len(LABELS)) if values.dim() == 0 else values
        values.mean().backward()
        case = {"loss": formula, "version": version, "detached": detached, "knobs": knobs, "values": values.tolist(), "gradient": z.grad.tolist()}
        self.cases.append({key: value for key, value in case.items() if value not in (False, {})})

    def write(self):
        lines = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in self.cases)
        self.path.write_text("[\n" + lines + "\n]\n", encoding="utf8")
