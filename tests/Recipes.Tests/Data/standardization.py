"""Golden values for StandardizationTests, from scikit-learn's StandardScaler (written with 1.2)."""
import numpy as np
from sklearn.datasets import load_digits
from sklearn.preprocessing import StandardScaler


def show(name, values):
    print(name, ", ".join(repr(float(v)) for v in values))


digits = load_digits().data[:1000]
scaler = StandardScaler().fit(digits)
pixels = [1, 10, 36, 63]
show("digits means", scaler.mean_[pixels])
show("digits scales", scaler.scale_[pixels])
show("digits row 17", scaler.transform(digits)[17, pixels])
print("digits constant", [int(i) for i in np.flatnonzero(scaler.var_ == 0)])

# Far from 0 and narrow; constant and exact; constant and not exact in binary, which float32 makes of 0.1; tiny.
small = np.array([[1e6 + 1, 5, 0.1, 1e-20], [1e6 + 2, 5, 0.1, 3e-20], [1e6 + 4, 5, 0.1, 2e-20]], dtype=np.float32)
scaler = StandardScaler().fit(small.astype(np.float64))
show("small means", scaler.mean_)
show("small scales", scaler.scale_)
show("small row 2", scaler.transform(small.astype(np.float64))[2])
