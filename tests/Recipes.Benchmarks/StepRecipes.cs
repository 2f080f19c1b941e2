namespace Recipes.Benchmarks;

/// <summary>W1: a small network, where what surrounds the arithmetic counts most.</summary>
[Recipe(Epochs = 1_000_000, BatchSize = 64)]
[Input(64), Dense(32), Relu, Dense(10)]
[CrossEntropy(LabelSmoothing = 0.1)]
[AdamW(1e-3)]
public partial class SmallNetwork;

/// <summary>W2: one hidden layer on images of 28 × 28.</summary>
[Recipe(Epochs = 1_000_000, BatchSize = 64)]
[Input(784), Dense(256), Relu, Dense(10)]
[CrossEntropy(LabelSmoothing = 0.1)]
[AdamW(1e-3)]
public partial class WideNetwork;

/// <summary>W3: two hidden layers of 1,024.</summary>
[Recipe(Epochs = 1_000_000, BatchSize = 128)]
[Input(784), Dense(1024), Relu, Dense(1024), Relu, Dense(10)]
[CrossEntropy]
[Sgd(0.01, Momentum = 0.9)]
public partial class DeepNetwork;

/// <summary>W4: two convolutions with pooling.</summary>
[Recipe(Epochs = 1_000_000, BatchSize = 64)]
[Input(1, 28, 28), Conv(16, 3, Padding = 1), Relu, MaxPool(2), Conv(32, 3, Padding = 1), Relu, MaxPool(2), Flatten, Dense(10)]
[CrossEntropy]
[Sgd(0.01, Momentum = 0.9)]
public partial class ConvolutionalNetwork;

/// <summary>W9: thirty epochs on the handwritten digits.</summary>
[Recipe(Epochs = 30, BatchSize = 64)]
[Input(64), Dense(128), Relu, Dense(10)]
[CrossEntropy]
[AdamW(1e-3)]
public partial class ThirtyEpochs;
