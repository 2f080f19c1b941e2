"""The content hashes of the datasets in DatasetFromArraysTests and DatasetColumnsTests, computed without the library."""
import hashlib
import struct


def text(value):
    data = value.encode("utf-8")
    return struct.pack("<i", len(data)) + data


def texts(values):
    return struct.pack("<i", len(values)) + b"".join(map(text, values))


content = text("dataset 1") + texts(["a", "ä"]) + texts(["no", "yes"])
content += struct.pack("<i2i", 2, 1, 0)
content += struct.pack("<i4f", 4, 0.5, -2, 3, 1e-3)
print(hashlib.sha256(content).hexdigest())

content = text("dataset 1") + texts(["a"]) + texts([]) + struct.pack("<i", 0) + struct.pack("<i2f", 2, 0.5, -2)
content += text("targets") + texts(["price"]) + struct.pack("<i2f", 2, 1.5, -3)
content += text("groups") + texts(["n", "s"]) + struct.pack("<i2i", 2, 0, 1)
print(hashlib.sha256(content).hexdigest())
