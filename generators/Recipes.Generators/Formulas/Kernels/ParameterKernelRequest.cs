using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Kernels;

/// <summary>The update of a model's parameters.</summary>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="GradientTransforms">What happens to the gradient before, in order.</param>
/// <param name="Averaging">What averages the weights after; null for nothing.</param>
/// <param name="Tensors">The tensors, in order of their place.</param>
/// <param name="ParameterFloats">Floats of the parameters, gaps included.</param>
internal sealed record ParameterKernelRequest(
    BoundFormula Optimizer,
    EquatableArray<BoundFormula> GradientTransforms,
    BoundFormula? Averaging,
    EquatableArray<ParameterTensor> Tensors,
    int ParameterFloats);

/// <summary>A tensor as it lies in memory.</summary>
/// <param name="Rows">Rows; 1 for what is no weight matrix.</param>
/// <param name="Columns">Numbers of a row, which lie side by side.</param>
/// <param name="IsMatrix">Whether it is the weight matrix of a layer.</param>
/// <param name="UnitsInColumns">Of a matrix: whether a column holds the weights that come into one unit; else a row does.</param>
internal sealed record ParameterTensor(int Rows, int Columns, bool IsMatrix = false, bool UnitsInColumns = false)
{
    public int Length => Rows * Columns;

    public int Units => !IsMatrix ? 1 : UnitsInColumns ? Columns : Rows;

    public int Incoming => Length / Units;
}

/// <summary>The emitted update of the parameters.</summary>
/// <param name="Members">Fields and methods of the trainer, <c>AllocateUpdate()</c> among them; they use its field <c>_chunks</c>.</param>
/// <param name="Call">The statements of each step.</param>
/// <param name="ByRows">Whether chunks of matrices are whole rows.</param>
/// <param name="StateFloats">Floats that are kept from step to step.</param>
/// <param name="StateFills">What of them does not start at 0.</param>
/// <param name="Averages">Whether the update writes the averaged weights.</param>
/// <param name="Summary">Lines for the recipe's plan.</param>
/// <param name="Problem">Why nothing was emitted; null if all is well.</param>
internal sealed record ParameterKernelResult(
    string Members, EquatableArray<string> Call, bool ByRows, int StateFloats, EquatableArray<StateFill> StateFills, bool Averages,
    EquatableArray<string> Summary, string? Problem = null);

/// <summary>A run of the state that starts at a value other than 0.</summary>
internal sealed record StateFill(int Start, int Length, double Value);
