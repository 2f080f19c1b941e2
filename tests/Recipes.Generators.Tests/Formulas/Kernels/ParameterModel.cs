using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Training;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Tensors for tests of updates: a bias, a small matrix with units in rows, one with units in columns, a number, and one that is cut into several chunks.</summary>
internal static class ParameterModel
{
    public static readonly ParameterInfo[] Tensors =
    [
        new("a.bias", [37], 0, Transposed: false, Initializer.Constant, 1, 0, Decays: false, InNetwork: true),
        new("b.weight", [5, 9], 48, Transposed: false, Initializer.Constant, 9, 0, Decays: true, InNetwork: true),
        new("c.weight", [7, 20], 96, Transposed: true, Initializer.Constant, 20, 0, Decays: true, InNetwork: true),
        new("loss.number", [1], 240, Transposed: false, Initializer.Constant, 1, 0, Decays: false, InNetwork: false),
        new("d.weight", [66, 64], 256, Transposed: true, Initializer.Constant, 64, 0, Decays: true, InNetwork: true),
    ];

    /// <summary>Floats of the parameters, gaps included: 256 + 4224, more than a chunk.</summary>
    public const int Floats = 4480;

    /// <summary>The tensors as the kernel is told of them.</summary>
    public static EquatableArray<ParameterTensor> Shapes => Tensors.Select(t => !t.IsMatrix
        ? new ParameterTensor(1, t.Length)
        : t.Transposed ? new ParameterTensor(t.Shape[1], t.Shape[0], true, true) : new ParameterTensor(t.Shape[0], t.Shape[1], true)).ToEquatableArray();

    /// <summary>Where in the buffer lies the weight of a unit.</summary>
    public static int Place(ParameterInfo tensor, int unit, int incoming) =>
        tensor.Offset + (!tensor.IsMatrix ? incoming : tensor.Transposed ? (incoming * tensor.Shape[0]) + unit : (unit * tensor.Shape[1]) + incoming);

    public static int Units(ParameterInfo tensor) => tensor.IsMatrix ? tensor.Shape[0] : 1;

    public static int Incoming(ParameterInfo tensor) => tensor.Length / Units(tensor);
}
