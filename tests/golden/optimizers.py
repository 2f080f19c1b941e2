"""Golden values for the optimizers, made with PyTorch (1.13) and NumPy in double precision.

    python3 tests/golden/optimizers.py > tests/Recipes.Tests/Formulas/Optimizers/OptimizerGolden.cs

The tests need neither: the values are committed. What torch.optim has is taken from it; the rest is written out here
from its paper, or from the released code where the doc comment of the optimizer says so.

The problem: softmax regression, 6 rows of 3 features, 4 classes, weights [3, 4] (stored as the library stores them:
a column is an output unit) and a bias [4], 100 steps (Rprop at its defaults 40, as its steps grow until gradients vanish).
"""
import math

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
lines = []


def emit(name, values, comment):
    lines.append(f"    /// <summary>{comment}</summary>")
    text = [repr(float(v)) for v in np.asarray(values, dtype=np.float64).reshape(-1)]
    lines.append(f"    public static readonly double[] {name} =")
    lines.append("    [")
    for i in range(0, len(text), 4):
        lines.append("        " + ", ".join(text[i:i + 4]) + ",")
    lines.append("    ];")
    lines.append("")


X = np.array([[math.sin(1 + 3 * i + 7 * j) for j in range(3)] for i in range(6)])
T = np.array([i * i % 4 for i in range(6)])
W = np.array([[0.3 * math.cos(2 * j + 5 * k) for k in range(4)] for j in range(3)])
B = np.array([0.1, -0.2, 0.3, 0.05])
STEPS = 100


def gradient(w, b):
    logits = X @ w + b
    p = np.exp(logits - logits.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    p[np.arange(6), T] -= 1
    return X.T @ p / 6, p.mean(0)


def of_torch(name, make, comment, steps=STEPS):
    w, b = torch.tensor(W, requires_grad=True), torch.tensor(B, requires_grad=True)
    optimizer = make([w, b])
    for _ in range(steps):
        optimizer.zero_grad()
        F.cross_entropy(torch.tensor(X) @ w + b, torch.tensor(T)).backward()
        optimizer.step()
    emit(name, torch.cat([w.detach().reshape(-1), b.detach()]), comment)


def of_numpy(name, update, comment):
    """update(w, g, state, t) gives the new tensor; state is a dict of its own for each tensor."""
    tensors, states = [W.copy(), B.copy()], [{}, {}]
    for t in range(1, STEPS + 1):
        gradients = gradient(*tensors)
        tensors = [update(w, g, s, t) for w, g, s in zip(tensors, gradients, states)]
    emit(name, np.concatenate([x.reshape(-1) for x in tensors]), comment + " (NumPy)")


def of_model(name, update, comment):
    """update(tensors, gradients, state, t) gives the new tensors, and what is to be evaluated."""
    tensors, state, evaluated = [W.copy(), B.copy()], {}, None
    for t in range(1, STEPS + 1):
        tensors, evaluated = update(tensors, gradient(*tensors), state, t)
    emit(name, np.concatenate([x.reshape(-1) for x in tensors]), comment + " (NumPy)")
    if evaluated is not None:
        emit(name + "Average", np.concatenate([x.reshape(-1) for x in evaluated]), comment + ": what is evaluated (NumPy)")


def mean(state, key, beta, value):
    """An exponential moving average that starts at 0."""
    state[key] = beta * state.get(key, 0 * value) + (1 - beta) * value
    return state[key]


o = torch.optim
of_torch("Sgd", lambda p: o.SGD(p, lr=0.5), "SGD(lr=0.5)")
of_torch("SgdMomentum", lambda p: o.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01), "SGD(lr=0.1, momentum=0.9, weight_decay=0.01)")
of_torch("SgdNesterov", lambda p: o.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01, nesterov=True),
         "SGD(lr=0.1, momentum=0.9, weight_decay=0.01, nesterov=True)")
of_torch("SgdDampened", lambda p: o.SGD(p, lr=0.3, momentum=0.8, dampening=0.4, weight_decay=0.02),
         "SGD(lr=0.3, momentum=0.8, dampening=0.4, weight_decay=0.02)")
of_torch("Adam", lambda p: o.Adam(p, lr=0.05, weight_decay=0.02), "Adam(lr=0.05, weight_decay=0.02)")
of_torch("AdamW", lambda p: o.AdamW(p, lr=0.05, weight_decay=0.1), "AdamW(lr=0.05, weight_decay=0.1)")
of_torch("AdamWDefaults", lambda p: o.AdamW(p, lr=0.01), "AdamW(lr=0.01)")
of_torch("AdamMax", lambda p: o.Adam(p, lr=0.05, betas=(0.7, 0.8), eps=1e-4, weight_decay=0.02, amsgrad=True),
         "Adam(lr=0.05, betas=(0.7, 0.8), eps=1e-4, weight_decay=0.02, amsgrad=True)")
of_torch("AdamWMax", lambda p: o.AdamW(p, lr=0.05, betas=(0.7, 0.8), eps=1e-4, weight_decay=0.1, amsgrad=True),
         "AdamW(lr=0.05, betas=(0.7, 0.8), eps=1e-4, weight_decay=0.1, amsgrad=True)")
# foreach: the other implementation of PyTorch 1.13 squares a momentum by mistake.
of_torch("NAdam", lambda p: o.NAdam(p, lr=0.02, foreach=True), "NAdam(lr=0.02, foreach=True)")
of_torch("NAdamKnobs", lambda p: o.NAdam(p, lr=0.02, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.03, momentum_decay=0.1, foreach=True),
         "NAdam(lr=0.02, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.03, momentum_decay=0.1, foreach=True)")
of_torch("Adamax", lambda p: o.Adamax(p, lr=0.02), "Adamax(lr=0.02)")
of_torch("AdamaxKnobs", lambda p: o.Adamax(p, lr=0.02, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.03),
         "Adamax(lr=0.02, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.03)")
of_torch("RAdam", lambda p: o.RAdam(p, lr=0.05), "RAdam(lr=0.05)")
of_torch("RAdamKnobs", lambda p: o.RAdam(p, lr=0.05, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.03),
         "RAdam(lr=0.05, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.03)")
of_torch("Adagrad", lambda p: o.Adagrad(p, lr=0.1), "Adagrad(lr=0.1)")
of_torch("AdagradKnobs", lambda p: o.Adagrad(p, lr=0.1, lr_decay=0.02, weight_decay=0.03, initial_accumulator_value=0.1, eps=1e-3),
         "Adagrad(lr=0.1, lr_decay=0.02, weight_decay=0.03, initial_accumulator_value=0.1, eps=1e-3)")
of_torch("Adadelta", lambda p: o.Adadelta(p, lr=1.0), "Adadelta(lr=1)")
of_torch("AdadeltaKnobs", lambda p: o.Adadelta(p, lr=0.7, rho=0.8, eps=1e-4, weight_decay=0.03), "Adadelta(lr=0.7, rho=0.8, eps=1e-4, weight_decay=0.03)")
of_torch("RmsProp", lambda p: o.RMSprop(p, lr=0.01), "RMSprop(lr=0.01)")
of_torch("RmsPropKnobs", lambda p: o.RMSprop(p, lr=0.01, alpha=0.9, eps=1e-3, weight_decay=0.03, momentum=0.7, centered=True),
         "RMSprop(lr=0.01, alpha=0.9, eps=1e-3, weight_decay=0.03, momentum=0.7, centered=True)")
of_torch("Rprop", lambda p: o.Rprop(p, lr=0.01), "Rprop(lr=0.01), 40 steps", 40)
of_torch("RpropKnobs", lambda p: o.Rprop(p, lr=0.02, etas=(0.4, 1.1), step_sizes=(1e-3, 0.3)), "Rprop(lr=0.02, etas=(0.4, 1.1), step_sizes=(1e-3, 0.3))")


# ASGD keeps its averaged weights aside.
w, b = torch.tensor(W, requires_grad=True), torch.tensor(B, requires_grad=True)
asgd = o.ASGD([w, b], lr=0.3, lambd=0.01, alpha=0.6, t0=50, weight_decay=0.02)
for _ in range(STEPS):
    asgd.zero_grad()
    F.cross_entropy(torch.tensor(X) @ w + b, torch.tensor(T)).backward()
    asgd.step()
ASGD = "ASGD(lr=0.3, lambd=0.01, alpha=0.6, t0=50, weight_decay=0.02)"
emit("Asgd", torch.cat([w.detach().reshape(-1), b.detach()]), ASGD)
emit("AsgdAverage", torch.cat([asgd.state[x]["ax"].reshape(-1) for x in (w, b)]), ASGD + ": what is evaluated")


def lamb(weight_decay=0.0, lr=0.05, b1=0.9, b2=0.999, eps=1e-6):
    def update(w, g, s, t):
        m, v = mean(s, "m", b1, g), mean(s, "v", b2, g * g)
        r = m / (1 - b1 ** t) / (np.sqrt(v / (1 - b2 ** t)) + eps) + weight_decay * w
        return w - lr * np.linalg.norm(w) / np.linalg.norm(r) * r
    return update


def lion(w, g, s, t, lr=0.01, b1=0.9, b2=0.99, weight_decay=0.1):
    m = s.get("m", np.zeros_like(g))
    s["m"] = b2 * m + (1 - b2) * g
    return w * (1 - lr * weight_decay) - lr * np.sign(b1 * m + (1 - b1) * g)


def radam_decoupled(w, g, s, t, lr=0.05, b1=0.8, b2=0.95, eps=1e-3, weight_decay=0.03):
    m, v = mean(s, "m", b1, g), mean(s, "v", b2, g * g)
    longest = 2 / (1 - b2) - 1
    length = longest - 2 * t * b2 ** t / (1 - b2 ** t)
    w = w - lr * weight_decay * w
    if length <= 5:
        return w - lr * m / (1 - b1 ** t)
    r = math.sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length))
    return w - lr * r * math.sqrt(1 - b2 ** t) * m / (1 - b1 ** t) / (np.sqrt(v) + eps)


def adabelief(lr=0.02, b1=0.9, b2=0.999, eps=1e-16, weight_decay=0.0):
    def update(w, g, s, t):
        m = mean(s, "m", b1, g)
        v = s["s"] = b2 * s.get("s", 0.0) + (1 - b2) * (g - m) ** 2 + eps
        return w - lr * (m / (1 - b1 ** t) / (np.sqrt(v / (1 - b2 ** t)) + eps) + weight_decay * w)
    return update


def yogi(lr=0.02, b1=0.9, b2=0.999, eps=1e-3, initial=1e-6):
    def update(w, g, s, t):
        m = s["m"] = b1 * s.get("m", initial) + (1 - b1) * g
        v = s.get("v", np.full_like(g, initial))
        v = s["v"] = v - (1 - b2) * np.sign(v - g * g) * g * g
        return w - lr * m / (1 - b1 ** t) / (np.sqrt(v / (1 - b2 ** t)) + eps)
    return update


def signum(lr=0.01, momentum=0.0, weight_decay=0.0):
    return lambda w, g, s, t: w - lr * (np.sign(mean(s, "m", momentum, g)) + weight_decay * w)


def adan(lr=0.02, b1=0.98, b2=0.92, b3=0.99, eps=1e-8, weight_decay=0.0):
    def update(w, g, s, t):
        change = g - s.get("g", g)
        s["g"] = g
        m, q, n = mean(s, "m", b1, g), mean(s, "q", b2, change), mean(s, "n", b3, (g + b2 * change) ** 2)
        step = (m / (1 - b1 ** t) + b2 * q / (1 - b2 ** t)) / (np.sqrt(n / (1 - b3 ** t)) + eps)
        return (w - lr * step) / (1 + lr * weight_decay)
    return update


def nadam_decoupled(w, g, s, t, lr=0.02, b1=0.8, b2=0.95, eps=1e-3, weight_decay=0.1, psi=0.1):
    mu, after = (b1 * (1 - 0.5 * 0.96 ** (k * psi)) for k in (t, t + 1))
    s["p"] = s.get("p", 1.0) * mu
    m, v = mean(s, "m", b1, g), mean(s, "v", b2, g * g)
    size = np.sqrt(v / (1 - b2 ** t)) + eps
    return w - lr * weight_decay * w - lr * ((1 - mu) / (1 - s["p"]) * g + after / (1 - s["p"] * after) * m) / size


def ademamix(lr=0.02, b1=0.9, b2=0.999, b3=0.9999, alpha=5.0, warmup=1.0, eps=1e-8, weight_decay=0.0):
    def update(w, g, s, t):
        done = min(1.0, t / (warmup * STEPS)) if warmup > 0 else 1.0
        life = (1 - done) * math.log(0.5) / math.log(b1) + done * math.log(0.5) / math.log(b3)
        slow = 0.5 ** (1 / life)
        m, v = mean(s, "m", b1, g), mean(s, "v", b2, g * g)
        q = s["q"] = slow * s.get("q", 0 * g) + (1 - slow) * g
        return w - lr * ((m / (1 - b1 ** t) + done * alpha * q) / (np.sqrt(v / (1 - b2 ** t)) + eps) + weight_decay * w)
    return update


def lars(lr=2.0, momentum=0.9, weight_decay=0.0, trust=0.001, eps=0.0, nesterov=False):
    def update(w, g, s, t):
        d = g + weight_decay * w
        step = lr * (trust * np.linalg.norm(w) / (np.linalg.norm(d) + eps) if w.ndim == 2 else 1.0) * d
        v = s["v"] = momentum * s.get("v", 0.0) + step
        return w - (step + momentum * v if nesterov else v)
    return update


def novograd(lr=0.05, b1=0.9, b2=0.25, eps=1e-8, weight_decay=0.0):
    def update(w, g, s, t):
        s["v"] = b2 * s["v"] + (1 - b2) * (g * g).sum() if t > 1 else (g * g).sum()
        m = s["m"] = b1 * s.get("m", 0.0) + g / (np.sqrt(s["v"]) + eps) + weight_decay * w
        return w - lr * m
    return update


def fromage(lr=0.02, least=1e-6):
    norm = np.linalg.norm
    return lambda w, g, s, t: (w - lr * max(norm(w), least) / max(norm(g), least) * g) / math.sqrt(1 + lr * lr)


def mars(lr=0.02, b1=0.95, b2=0.99, gamma=0.025, eps=1e-8, weight_decay=0.0, b1v=0.9, b2v=0.95):
    def update(w, g, s, t):
        first, second = (b1, b2) if w.ndim == 2 else (b1v, b2v)
        c = g
        if w.ndim == 2:
            c = g + gamma * b1 / (1 - b1) * (g - s.get("g", 0 * g))
            c = c / max(1.0, np.linalg.norm(c))
            s["g"] = g
        m, v = mean(s, "m", first, c), mean(s, "v", second, c * c)
        return w - lr * (m / (1 - first ** t) / (np.sqrt(v / (1 - second ** t)) + eps) + weight_decay * w)
    return update


def spikes(delay, lr=0.1, momentum=0.9, weight_decay=0.0):
    def update(w, g, s, t):
        d = g + weight_decay * w
        v = s["v"] = momentum * s.get("v", 0.0) + d
        a, b = momentum ** delay, (1 - momentum ** delay) / (1 - momentum)
        return w - lr * (a * v + b * d)
    return update


def adafactor(lr=0.05, decay=0.8, eps1=2.0 ** -23, eps2=1e-3, d=1.0, weight_decay=0.0):
    """torch.optim.Adafactor of later versions. A row of PyTorch's weight is a column here."""
    def rms(x):
        return math.sqrt((x * x).mean())

    def update(w, g, s, t):
        share = t ** -decay
        if w.ndim == 2:
            r = s["r"] = (1 - share) * s.get("r", 0.0) + share * (g * g).mean(0, keepdims=True)
            c = s["c"] = (1 - share) * s.get("c", 0.0) + share * (g * g).mean(1, keepdims=True)
            v = c @ r / max(r.mean(), eps1)
        else:
            v = s["v"] = (1 - share) * s.get("v", 0.0) + share * g * g
        u = g / np.sqrt(np.maximum(v, eps1 * eps1))
        alpha = max(eps2, rms(w)) * min(lr, 1 / math.sqrt(t))
        return w * (1 - lr * weight_decay) - alpha / max(1.0, rms(u) / d) * u
    return update


def sm3(lr=0.1, momentum=0.9, beta=1.0, eps=1e-8):
    def update(w, g, s, t):
        share = 1 - beta if beta != 1 else 1.0
        if w.ndim == 2:
            a = share * g * g + beta * np.minimum(s.get("r", np.zeros((1, 4))), s.get("c", np.zeros((3, 1))))
            s["r"], s["c"] = a.max(0, keepdims=True), a.max(1, keepdims=True)
        else:
            a = s["a"] = share * g * g + beta * s.get("a", 0 * g)
        return w - lr * mean(s, "m", momentum, np.where(a > 0, g / np.sqrt(a + eps), 0.0))
    return update


def muon(lr=0.02, momentum=0.95, weight_decay=0.1, nesterov=True, match=False, eps=1e-7, rate=1.0, b1=0.9, b2=0.95, aeps=1e-10):
    def update(w, g, s, t):
        if w.ndim == 1:
            m, v = mean(s, "m", b1, g), mean(s, "v", b2, g * g)
            return w * (1 - lr * weight_decay) - lr * rate * m / (1 - b1 ** t) / (np.sqrt(v / (1 - b2 ** t)) + aeps)
        m = mean(s, "m", momentum, g)
        x = ((1 - momentum) * g + momentum * m if nesterov else m).T  # [units, incoming], as PyTorch has it
        x = x / (np.linalg.norm(x) + eps)
        for _ in range(5):
            gram = x @ x.T
            x = 3.4445 * x + (-4.775 * gram + 2.0315 * gram @ gram) @ x
        units, incoming = x.shape
        scale = 0.2 * math.sqrt(max(units, incoming)) if match else math.sqrt(max(1.0, units / incoming))
        return w * (1 - lr * weight_decay) - lr * scale * x.T
    return update


def schedule_free(adam, lr=0.5, beta=0.9, b2=0.999, eps=1e-8, weight_decay=0.0, r=0.0, power=2.0):
    """facebookresearch/schedule_free, with x kept; the rate is warmed up over 20 steps."""
    def update(tensors, gradients, s, t):
        rate = lr * min(1.0, t / 20)
        s["max"] = max(s.get("max", 0.0), rate)
        weight = t ** r * s["max"] ** power
        s["sum"] = s.get("sum", 0.0) + weight
        c = weight / s["sum"]
        if t == 1:
            s["z"], s["x"], s["v"] = [y.copy() for y in tensors], [y.copy() for y in tensors], [0 * y for y in tensors]
        for i, (y, g) in enumerate(zip(tensors, gradients)):
            s["v"][i] = b2 * s["v"][i] + (1 - b2) * g * g
            d = (g / (np.sqrt(s["v"][i] / (1 - b2 ** t)) + eps) if adam else g) + weight_decay * y
            s["z"][i] = s["z"][i] - rate * d
            s["x"][i] = (1 - c) * s["x"][i] + c * s["z"][i]
        return [(1 - beta) * z + beta * x for z, x in zip(s["z"], s["x"])], list(s["x"])
    return update


def prodigy(lr=1.0, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.0, d0=1e-6, coef=1.0, correct=False, safeguard=False):
    """konstmish/prodigy, without its limit on growth."""
    def update(tensors, gradients, s, t):
        if t == 1:
            s.update(d=d0, r=0.0, first=[w.copy() for w in tensors], m=[0 * w for w in tensors], v=[0 * w for w in tensors], s=[0 * w for w in tensors])
        d, b3 = s["d"], math.sqrt(b2)
        dlr = d * lr * (math.sqrt(1 - b2 ** t) / (1 - b1 ** t) if correct else 1.0)
        s["r"] *= b3
        for i, (w, g) in enumerate(zip(tensors, gradients)):
            s["r"] += d / d0 * dlr * (g * (s["first"][i] - w)).sum()
            s["m"][i] = b1 * s["m"][i] + (1 - b1) * d * g
            s["v"][i] = b2 * s["v"][i] + (1 - b2) * d * d * g * g
            s["s"][i] = b3 * s["s"][i] + d / d0 * (d if safeguard else dlr) * g
        s["d"] = max(d, coef * s["r"] / sum(np.abs(x).sum() for x in s["s"]))
        return [w * (1 - weight_decay * dlr) - dlr * m / (np.sqrt(v) + s["d"] * eps) for w, m, v in zip(tensors, s["m"], s["v"])], None
    return update


of_numpy("Lamb", lamb(), "LAMB(lr=0.05)")
of_numpy("LambDecay", lamb(0.1), "LAMB(lr=0.05, weight_decay=0.1)")
of_numpy("Lion", lion, "Lion(lr=0.01, weight_decay=0.1)")
of_numpy("RAdamDecoupled", radam_decoupled, "RAdam(lr=0.05, betas=(0.8, 0.95), eps=1e-3), decoupled weight decay 0.03")
of_numpy("AdaBelief", adabelief(), "AdaBelief(lr=0.02)")
of_numpy("AdaBeliefKnobs", adabelief(b1=0.8, b2=0.95, eps=1e-3, weight_decay=0.1), "AdaBelief(lr=0.02, betas=(0.8, 0.95), eps=1e-3, decay 0.1)")
of_numpy("Yogi", yogi(), "Yogi(lr=0.02)")
of_numpy("YogiKnobs", yogi(b1=0.8, b2=0.95, eps=1e-2, initial=0.1), "Yogi(lr=0.02, betas=(0.8, 0.95), eps=0.01, initial 0.1)")
of_numpy("SignSgd", signum(), "signSGD(lr=0.01)")
of_numpy("Signum", signum(momentum=0.9, weight_decay=0.1), "Signum(lr=0.01, momentum 0.9, decay 0.1)")
of_numpy("Adan", adan(), "Adan(lr=0.02)")
of_numpy("AdanKnobs", adan(b1=0.9, b2=0.8, b3=0.95, eps=1e-3, weight_decay=0.1), "Adan(lr=0.02, betas=(0.9, 0.8, 0.95), eps=1e-3, decay 0.1)")

of_numpy("NAdamDecoupled", nadam_decoupled, "NAdam(lr=0.02, betas=(0.8, 0.95), eps=1e-3, momentum_decay=0.1), decoupled weight decay 0.1")
of_numpy("AdEmaMix", ademamix(), "AdEMAMix(lr=0.02)")
of_numpy("AdEmaMixKnobs", ademamix(b1=0.8, b2=0.95, b3=0.99, alpha=2, warmup=0.4, eps=1e-3, weight_decay=0.1),
         "AdEMAMix(lr=0.02, betas=(0.8, 0.95, 0.99), alpha=2, warm-up of 40 steps, eps=1e-3, decay 0.1)")
of_numpy("Lars", lars(), "LARS(lr=2)")
of_numpy("LarsKnobs", lars(momentum=0.8, weight_decay=0.02, trust=0.01, eps=0.1, nesterov=True), "LARS(lr=2, momentum=0.8, decay 0.02, trust 0.01, eps=0.1, nesterov)")
of_numpy("NovoGrad", novograd(), "NovoGrad(lr=0.05)")
of_numpy("NovoGradKnobs", novograd(b1=0.8, b2=0.9, eps=1e-3, weight_decay=0.1), "NovoGrad(lr=0.05, betas=(0.8, 0.9), eps=1e-3, decay 0.1)")
of_numpy("Fromage", fromage(), "Fromage(lr=0.02)")
of_numpy("FromageKnobs", fromage(least=0.5), "Fromage(lr=0.02), norms of at least 0.5")
of_numpy("Mars", mars(), "MARS(lr=0.02)")
of_numpy("MarsKnobs", mars(b1=0.9, b2=0.95, gamma=0.5, eps=1e-3, weight_decay=0.1, b1v=0.8, b2v=0.9),
         "MARS(lr=0.02, betas=(0.9, 0.95), gamma=0.5, eps=1e-3, decay 0.1, betas_1d=(0.8, 0.9))")
of_numpy("SpikeCompensation", spikes(4), "Spike compensation(lr=0.1, delay 4)")
of_numpy("SpikeCompensationKnobs", spikes(2, momentum=0.8, weight_decay=0.02), "Spike compensation(lr=0.1, delay 2, momentum 0.8, decay 0.02)")
of_numpy("Adafactor", adafactor(), "Adafactor(lr=0.05)")
of_numpy("AdafactorKnobs", adafactor(decay=0.6, eps1=0.01, eps2=0.5, d=0.7, weight_decay=0.1), "Adafactor(lr=0.05, beta2_decay=-0.6, eps=(0.01, 0.5), d=0.7, weight_decay=0.1)")
of_numpy("Sm3", sm3(), "SM3(lr=0.1)")
of_numpy("Sm3Knobs", sm3(momentum=0.7, beta=0.9, eps=1e-3), "SM3(lr=0.1, b1=0.7, b2=0.9, eps=1e-3)")
of_numpy("Muon", muon(), "Muon(lr=0.02)")
of_numpy("MuonKnobs", muon(momentum=0.8, weight_decay=0.02, nesterov=False, match=True, eps=0.01, rate=0.5, b1=0.8, b2=0.9, aeps=1e-3),
         "Muon(lr=0.02, momentum=0.8, weight_decay=0.02, nesterov=False, 0.2·√max, eps=0.01), AdamW(0.01, (0.8, 0.9), 1e-3)")
of_model("ScheduleFreeSgd", schedule_free(False), "SGDScheduleFree(lr=0.5, warmup_steps=20)")
of_model("ScheduleFreeSgdKnobs", schedule_free(False, beta=0.7, weight_decay=0.02, r=1.0, power=1.0), "SGDScheduleFree(lr=0.5, momentum=0.7, weight_decay=0.02, r=1, weight_lr_power=1, warmup_steps=20)")
of_model("ScheduleFreeAdamW", schedule_free(True, lr=0.05), "AdamWScheduleFree(lr=0.05, warmup_steps=20)")
of_model("ScheduleFreeAdamWKnobs", schedule_free(True, lr=0.05, beta=0.7, b2=0.95, eps=1e-3, weight_decay=0.1, r=1.0, power=1.0),
         "AdamWScheduleFree(lr=0.05, betas=(0.7, 0.95), eps=1e-3, weight_decay=0.1, r=1, weight_lr_power=1, warmup_steps=20)")
of_model("Prodigy", prodigy(), "Prodigy(lr=1)")
of_model("ProdigyKnobs", prodigy(lr=0.5, b1=0.8, b2=0.99, eps=1e-3, weight_decay=0.1, d0=1e-4, coef=2.0, correct=True, safeguard=True),
         "Prodigy(lr=0.5, betas=(0.8, 0.99), eps=1e-3, weight_decay=0.1, d0=1e-4, d_coef=2, use_bias_correction, safeguard_warmup)")

print("namespace Recipes.Tests.Formulas.Optimizers;\n")
print("/// <summary>Weights [3, 4] and bias [4] after 100 steps, unless it is said otherwise. Written by tests/golden/optimizers.py with PyTorch 1.13 and NumPy 1.24 in double precision.</summary>")
print("internal static class OptimizerGolden\n{")
print("\n".join(lines).rstrip())
print("}")
