"""Loads a model.safetensors of Recipes in PyTorch and compares its probabilities with ours.

Not part of the tests, which need no Python: run by hand when the model's file format changes.

    python3 load_model.py MODEL CSV [--between ReLU,Dropout] [--tolerance 1e-5]

MODEL is a file that ClassifierModel.Save wrote; CSV holds, line by line and under a header, a row's raw features and then the
probabilities that Predict gave for it. RECIPES_PREDICTIONS=DIR makes the test EndToEnd/SavedModelTests write such a pair.

The network is a torch.nn.Sequential made from nothing but the tensors' names and shapes, a Linear for each matrix; the
places between, which have no tensors, are filled with the layers named in --between, in turn. The state dict is loaded with
strict=True. Preparation and temperature are taken from the file's metadata.

Needs torch (written with 1.13.1) and NumPy. The safetensors format is read by hand: 8 bytes with the header's length, a JSON
header, the tensors' bytes.
"""

import argparse
import json
import struct
import sys

import numpy
import torch


def read_safetensors(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        if entry["dtype"] != "F32":
            sys.exit(f"{name} is of type {entry['dtype']}; this script reads F32.")
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(data[begin:end], dtype="<f4").reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.copy())
    return metadata, tensors


def sequential(tensors, between):
    """A Linear at each index that has a matrix, the layers of `between` in turn at those that have no tensor."""
    matrices = {int(name.split(".")[0]): tensor for name, tensor in tensors.items() if name.endswith(".weight") and tensor.dim() == 2}
    last = max(matrices)
    layers, gap = [], 0
    for index in range(last + 1):
        if index in matrices:
            outputs, inputs = matrices[index].shape
            layers.append(torch.nn.Linear(inputs, outputs, bias=f"{index}.bias" in tensors))
        else:
            layers.append(getattr(torch.nn, between[gap % len(between)])())
            gap += 1
    return torch.nn.Sequential(*layers)


def steps(metadata, key):
    """Pairs of a step's name and its state."""
    texts = json.loads(metadata.get(key, "[]"))
    return list(zip(texts[0::2], texts[1::2]))


def prepare(metadata, features):
    for name, state in steps(metadata, "recipes.preparations"):
        if name != "Standardization":
            sys.exit(f"The preparation {name} is unknown to this script.")
        means, scales = (numpy.array(part.split(" ")[1:], dtype=numpy.float64) for part in state.split("; "))
        # In double precision and back, as Recipes does.
        features = ((features.astype(numpy.float64) - means) / scales).astype(numpy.float32)
    return features


def temperature(metadata):
    product = 1.0
    for name, state in steps(metadata, "recipes.calibrators"):
        if name != "TemperatureScaling":
            sys.exit(f"The calibrator {name} is unknown to this script.")
        product *= float(dict(part.split("=") for part in state.split("; "))["temperature"])
    return product


def main():
    parser = argparse.ArgumentParser(description="Compares a saved model's probabilities with PyTorch's.")
    parser.add_argument("model")
    parser.add_argument("csv")
    parser.add_argument("--between", default="ReLU,Dropout")
    parser.add_argument("--tolerance", type=float, default=1e-5)
    arguments = parser.parse_args()

    metadata, tensors = read_safetensors(arguments.model)
    network = sequential(tensors, arguments.between.split(","))
    print(network)
    network.load_state_dict(tensors, strict=True)
    network.eval()

    classes = json.loads(metadata["recipes.classes"])
    width = int(metadata["recipes.input_size"])
    rows = numpy.loadtxt(arguments.csv, delimiter=",", skiprows=1, dtype=numpy.float64, ndmin=2)
    if rows.shape[1] != width + len(classes):
        sys.exit(f"{arguments.csv} has {rows.shape[1]} columns; {width} features and {len(classes)} probabilities were expected.")
    features, ours = rows[:, :width].astype(numpy.float32), rows[:, width:]

    with torch.no_grad():
        logits = network(torch.from_numpy(prepare(metadata, features)))
        theirs = torch.softmax(logits.double() / temperature(metadata), dim=1).numpy()
    difference = numpy.abs(theirs - ours).max()
    agree = (theirs.argmax(axis=1) == ours.argmax(axis=1)).sum()
    print(f"{len(rows)} rows, {len(classes)} classes, temperature {temperature(metadata):.6f}")
    print(f"largest difference of a probability: {difference:.3g}; same class in {agree} rows")
    if difference > arguments.tolerance:
        sys.exit(f"The probabilities differ by more than {arguments.tolerance:g}.")


main()
