using System.Collections.Generic;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>A loop of the loss over the examples (or the rows of a matrix), each with a row: what it stores.</summary>
/// <param name="Stage">The phase after which it runs.</param>
/// <param name="Outer">What there is a row for each of.</param>
/// <param name="Inner">What rows run over.</param>
internal sealed record LossLoop(int Stage, Axes Outer, Axes Inner)
{
    public List<RowStore> Rows { get; } = [];

    public List<ExampleStore> Examples { get; } = [];

    public List<RowAccumulation> Sums { get; } = [];

    /// <summary>Values of an example that another loop found out, and where they are.</summary>
    public Dictionary<Operation, ExamplePlace> Foreign { get; } = [];

    /// <summary>Everything that it stores.</summary>
    public IEnumerable<Operation> Outputs()
    {
        foreach (RowStore store in Rows)
        {
            yield return store.Value;
            foreach ((Operation value, Operation label) in store.Points)
            {
                yield return value;
                yield return label;
            }
        }

        foreach (ExampleStore store in Examples) yield return store.Value;
        foreach (RowAccumulation sum in Sums) yield return sum.Value;
    }
}
