namespace Recipes.Benchmarks;

/// <summary>The loss of workload W6, with few, many and very many classes. The network is as small as can be: only the loss is measured.</summary>
[Recipe(Epochs = 1, BatchSize = 1024)]
[Input(1), Dense(10)]
[CrossEntropy(LabelSmoothing = 0.1, Weight = 0.7), Focal(Weight = 0.3)]
[Sgd(1e-3)]
public partial class FewClasses;

/// <inheritdoc cref="FewClasses"/>
[Recipe(Epochs = 1, BatchSize = 1024)]
[Input(1), Dense(1000)]
[CrossEntropy(LabelSmoothing = 0.1, Weight = 0.7), Focal(Weight = 0.3)]
[Sgd(1e-3)]
public partial class ManyClasses;

/// <inheritdoc cref="FewClasses"/>
[Recipe(Epochs = 1, BatchSize = 256)]
[Input(1), Dense(32000)]
[CrossEntropy(LabelSmoothing = 0.1, Weight = 0.7), Focal(Weight = 0.3)]
[Sgd(1e-3)]
public partial class VeryManyClasses;
