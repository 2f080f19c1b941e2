"""The peers' side of the benchmarks: PyTorch as its users write it ("torch") and tuned by hand ("torch-tuned"), and scikit-learn.

    python3 peers.py --threads 1 [--only W1,W6] [--reps 5]

Prints the same JSON lines as Recipes.Benchmarks. Needs python3-torch and python3-sklearn, and the OpenMP build of OpenBLAS: with the
build on pthreads two pools of threads fight. One number of threads per process, as the pools are made once.
"""
import argparse
import json
import os
import statistics
import sys
import time

arguments = argparse.ArgumentParser()
arguments.add_argument("--threads", type=int, default=1)
arguments.add_argument("--only", default="W1,W2,W3,W4,W5,W6,W9")
arguments.add_argument("--reps", type=int, default=5)
options = arguments.parse_args()
for pool in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[pool] = str(options.threads)

import torch  # noqa: E402  (after the pools are limited)
import torch.nn.functional as F  # noqa: E402

torch.set_num_threads(options.threads)
SEED = 1


def report(peer, workload, metric, unit, values):
    values = sorted(values)
    print(json.dumps({"peer": peer, "workload": workload, "threads": options.threads, "metric": metric, "median": float("%.5g" % statistics.median(values)),
                      "min": float("%.5g" % values[0]), "max": float("%.5g" % values[-1]), "unit": unit}), flush=True)


def measure(peer, workload, metric, unit, scale, action):
    """The median of repetitions of at least 0.2 s, after warm-up."""
    action()
    calls = 1
    while seconds(action, calls) < 0.2:
        calls *= 2
    report(peer, workload, metric, unit, [seconds(action, calls) / calls * scale for _ in range(options.reps)])


def seconds(action, calls):
    start = time.perf_counter()
    for _ in range(calls):
        action()
    return time.perf_counter() - start


def mlp(*widths):
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU()]
    return torch.nn.Sequential(*layers[:-1])


def convolutional():
    return torch.nn.Sequential(
        torch.nn.Conv2d(1, 16, 3, padding=1), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Conv2d(16, 32, 3, padding=1), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
        torch.nn.Flatten(), torch.nn.Linear(32 * 7 * 7, 10))


def steps(workload, build, shape, batch, optimizer, smoothing=0.0):
    """One step of training: batch by slicing, clear, forward, backward, update."""
    generator = torch.Generator().manual_seed(SEED)
    inputs, labels = torch.randn(shape, generator=generator), torch.randint(0, 10, (shape[0],), generator=generator)
    for peer, tuned in (("torch", False), ("torch-tuned", True)):
        torch.manual_seed(SEED)
        model, x = build(), inputs
        if tuned and len(shape) == 4:
            model, x = model.to(memory_format=torch.channels_last), x.contiguous(memory_format=torch.channels_last)
        update = optimizer(model.parameters(), tuned)
        loss = torch.nn.CrossEntropyLoss(label_smoothing=smoothing)
        place = [0]

        def step():
            first = place[0]
            place[0] = first + batch if first + 2 * batch <= shape[0] else 0
            update.zero_grad(set_to_none=tuned)
            loss(model(x[first:first + batch]), labels[first:first + batch]).backward()
            update.step()

        measure(peer, workload, "step", "ms", 1e3, step)


def adamw(parameters, tuned):
    return torch.optim.AdamW(parameters, lr=1e-3, foreach=tuned)


def sgd(parameters, tuned):
    return torch.optim.SGD(parameters, lr=0.01, momentum=0.9, foreach=tuned)


def w1():
    steps("W1", lambda: mlp(64, 32, 10), (4096, 64), 64, adamw, 0.1)


def w2():
    steps("W2", lambda: mlp(784, 256, 10), (4096, 784), 64, adamw, 0.1)


def w3():
    steps("W3", lambda: mlp(784, 1024, 1024, 10), (4096, 784), 128, sgd)


def w4():
    steps("W4", convolutional, (2048, 1, 28, 28), 64, sgd)


def w5():
    """The head of 50,000 classes: forward, and backward to its input and its weight."""
    rows, width, classes, part = 256, 512, 50_000, 128
    generator = torch.Generator().manual_seed(SEED)
    x = torch.randn(rows, width, generator=generator).requires_grad_()
    w = (0.02 * torch.randn(classes, width, generator=generator)).requires_grad_()
    y = torch.randint(0, classes, (rows,), generator=generator)
    place, z = torch.arange(part), torch.empty(part, classes)

    def written():
        x.grad = w.grad = None
        F.cross_entropy(F.linear(x, w), y).backward()

    @torch.no_grad()
    def chunked():
        """Rows in parts, with one buffer in which logits become their own gradient."""
        if w.grad is None:
            w.grad, x.grad = torch.zeros_like(w), torch.zeros_like(x)
        w.grad.zero_()
        for first in range(0, rows, part):
            own = slice(first, first + part)
            torch.mm(x[own], w.t(), out=z)
            z.sub_(z.amax(1, keepdim=True)).exp_()
            z.div_(z.sum(1, keepdim=True) * rows)
            z[place, y[own]] -= 1.0 / rows
            torch.mm(z, w, out=x.grad[own])
            w.grad.addmm_(z.t(), x[own])

    measure("torch", "W5", "step", "ms", 1e3, written)
    measure("torch-tuned", "W5", "step", "ms", 1e3, chunked)


def w6():
    """0.7 cross-entropy with smoothing + 0.3 focal: value and gradient on given logits."""

    def written(z, y):
        logpt = F.log_softmax(z, 1).gather(1, y[:, None]).squeeze(1)
        return 0.7 * F.cross_entropy(z, y, label_smoothing=0.1) + 0.3 * ((1 - logpt.exp()) ** 2 * -logpt).mean()

    def shared(z, y):
        logp = F.log_softmax(z, 1)
        logpt = logp.gather(1, y[:, None]).squeeze(1)
        return -0.7 * (0.9 * logpt.mean() + 0.1 * logp.mean()) + 0.3 * ((1 - logpt.exp()) ** 2 * -logpt).mean()

    for rows, classes in ((1024, 10), (1024, 1000), (256, 32000)):
        generator = torch.Generator().manual_seed(SEED)
        z = (2 * torch.randn(rows, classes, generator=generator)).requires_grad_()
        y = torch.randint(0, classes, (rows,), generator=generator)
        for peer, loss in (("torch", written), ("torch-tuned", shared)):

            def value_and_gradient():
                z.grad = None
                loss(z, y).backward()

            measure(peer, "W6 (%d, %d)" % (rows, classes), "value and gradient", "ns/element", 1e9 / (rows * classes), value_and_gradient)


def w9():
    """Thirty epochs of 64-128-10 on the handwritten digits, batches of 64."""
    import numpy
    from sklearn.datasets import load_digits
    from sklearn.model_selection import train_test_split
    from sklearn.neural_network import MLPClassifier
    digits = load_digits()
    train, test, labels, truth = train_test_split((digits.data / 16).astype(numpy.float32), digits.target, test_size=0.25, random_state=0, stratify=digits.target)
    x, y, x_test, y_test = (torch.from_numpy(a) for a in (train, labels, test, truth))
    seeds, accuracies = [0], {}

    def torch_loop(batches):
        torch.manual_seed(seeds[0])
        seeds[0] += 1
        model = mlp(64, 128, 10)
        update = torch.optim.AdamW(model.parameters(), lr=1e-3)
        for _ in range(30):
            for xb, yb in batches():
                update.zero_grad()
                F.cross_entropy(model(xb), yb).backward()
                update.step()
        with torch.no_grad():
            return (model(x_test).argmax(1) == y_test).float().mean().item()

    loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=64, shuffle=True)

    def sliced():
        order = torch.randperm(len(x))
        xs, ys = x[order], y[order]
        return ((xs[i:i + 64], ys[i:i + 64]) for i in range(0, len(x), 64))

    def scikit():
        import warnings
        seeds[0] += 1
        model = MLPClassifier((128,), batch_size=64, max_iter=30, n_iter_no_change=30, alpha=0.01, random_state=seeds[0])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model.fit(train, labels)
        return model.score(test, truth)

    for peer, run in (("torch", lambda: torch_loop(lambda: loader)), ("torch-tuned", lambda: torch_loop(sliced)), ("scikit-learn", scikit)):
        accuracies[peer] = []
        measure(peer, "W9", "training", "s", 1, lambda: accuracies[peer].append(run()))
        report(peer, "W9", "test accuracy", "fraction", accuracies[peer])


for name in options.only.split(","):
    globals()[name.strip().lower()]()
print(json.dumps({"peer": "versions", "torch": torch.__version__, "python": sys.version.split()[0]}))
