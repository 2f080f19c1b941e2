using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Training;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>Tensors for tests of updates, and how they lie in memory.</summary>
internal sealed class ParameterModel
{
    private const int Alignment = 16; // floats: one cache line

    /// <param name="tensors">The tensors without their places, which follow each other with gaps.</param>
    public ParameterModel(IEnumerable<ParameterInfo> tensors)
    {
        var placed = new List<ParameterInfo>();
        foreach (ParameterInfo tensor in tensors)
        {
            placed.Add(tensor with { Offset = Floats });
            Floats += (tensor.Length + Alignment - 1) / Alignment * Alignment;
        }

        Tensors = [.. placed];
    }

    /// <summary>A bias, a small matrix with units in rows, one with units in columns, a number, and one that is cut into several chunks; 4480 floats.</summary>
    public static ParameterModel Several { get; } = new([Vector("a.bias", 37), Matrix("b.weight", 5, 9, inColumns: false), Matrix("c.weight", 7, 20, inColumns: true), Vector("loss.number", 1), Matrix("d.weight", 66, 64, inColumns: true)]);

    public ParameterInfo[] Tensors { get; }

    /// <summary>Floats of the parameters, gaps included.</summary>
    public int Floats { get; }

    /// <summary>The tensors as the kernel is told of them.</summary>
    public EquatableArray<ParameterTensor> Shapes => Tensors.Select(t => !t.IsMatrix
        ? new ParameterTensor(1, t.Length)
        : t.Transposed ? new ParameterTensor(t.Shape[1], t.Shape[0], true, true) : new ParameterTensor(t.Shape[0], t.Shape[1], true)).ToEquatableArray();

    /// <summary>A bias or another tensor that does not decay.</summary>
    public static ParameterInfo Vector(string name, int length) => new(name, [length], 0, Transposed: false, Initializer.Constant, 1, 0, Decays: false, InNetwork: name.EndsWith(".bias", StringComparison.Ordinal));

    /// <summary>A weight matrix.</summary>
    public static ParameterInfo Matrix(string name, int units, int incoming, bool inColumns) =>
        new(name, [units, incoming], 0, Transposed: inColumns, Initializer.Constant, incoming, 0, Decays: true, InNetwork: true);

    public static int Units(ParameterInfo tensor) => tensor.IsMatrix ? tensor.Shape[0] : 1;

    public static int Incoming(ParameterInfo tensor) => tensor.Length / Units(tensor);

    /// <summary>Every number: its tensor, its index there [units · incoming], and its place in the buffer.</summary>
    public IEnumerable<(int Tensor, int Number, int Place)> Numbers()
    {
        for (int t = 0; t < Tensors.Length; t++)
        {
            ParameterInfo tensor = Tensors[t];
            int incoming = Incoming(tensor);
            for (int i = 0; i < tensor.Length; i++) yield return (t, i, Place(tensor, i / incoming, i % incoming));
        }
    }

    /// <summary>Where in the buffer lies the weight of a unit.</summary>
    private static int Place(ParameterInfo tensor, int unit, int incoming) =>
        tensor.Offset + (!tensor.IsMatrix ? incoming : tensor.Transposed ? (incoming * tensor.Shape[0]) + unit : (unit * tensor.Shape[1]) + incoming);
}
