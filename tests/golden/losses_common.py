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

# Six rows, four classes, no ties and no round numbers, where hinges have their kinks: a large row, near ones, right and wrong ones.
LOGITS = [[1.5, -0.5, 0.25, 3.1], [-2.1, 0.45, 0.75, -1.2], [30.0, -20.0, 5.2, 0.15], [0.1, 0.2, 0.3, 0.45], [2.05, 1.55, -1.3, 0.35], [-4.2, 6.5, 1.1, 2.3]]
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

    def loss(self, formula, function, version, detached=False, learned=None, memory=None, **knobs):
        """Values of each row and the gradient of their mean by the logits.

        version says where the numbers come from; detached, that some value is held fixed, so that differences of the loss are not its gradient.
        learned are the values of learned parameters, by name, which function takes after the logits; memory is what each row remembers [6, 4],
        which function takes last, to return the new one after the values.
        """
        z = torch.tensor(LOGITS, requires_grad=True)
        parameters = {name: torch.tensor(value, requires_grad=True) for name, value in (learned or {}).items()}
        values = function(z, *parameters.values(), *([] if memory is None else [torch.tensor(memory)]))
        case = {"loss": formula, "version": version, "detached": detached or memory is not None, "knobs": knobs, "learned": learned, "memory": memory}
        if memory is not None:
            values, after = values
            case["memoryAfter"] = after.tolist()
        values = values.expand(len(LABELS)) if values.dim() == 0 else values
        values.mean().backward()
        case |= {"values": values.tolist(), "gradient": z.grad.tolist(), "learnedGradient": {name: p.grad.item() for name, p in parameters.items()}}
        self.cases.append({key: value for key, value in case.items() if value not in (False, None, {})})

    def write(self):
        lines = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in self.cases)
        self.path.write_text("[\n" + lines + "\n]\n", encoding="utf8")
