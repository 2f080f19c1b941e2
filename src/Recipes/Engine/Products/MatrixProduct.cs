namespace Recipes.Engine;

/// <summary>The three matrix products of a dense layer, with everything elementwise in their epilogues.</summary>
/// <remarks>
/// <para>
/// Matrices are row-major and compact. x [rows, inputs]; weights [inputs, outputs]; y, dy, preactivations and masks of a
/// layer's output [rows, outputs]. An empty buffer (<c>default</c>) stands for an operand that is not there. Buffers come from a
/// <see cref="NativeArena"/> (a vector may be read beyond their end); outputs overlap no input.
/// </para>
/// <para>
/// The result is the same, bit for bit, for any team or none: each element is summed by one thread in the order of the
/// summed index. NaN and infinity propagate. Nothing is allocated, and concurrent calls do not disturb each other.
/// </para>
/// </remarks>
public static unsafe partial class MatrixProduct
{
    /// <summary>Multiply-adds from which a product is shared with the team; below, waking it costs more than it gains.</summary>
    internal static long SharedFrom { get; set; } = 250_000;

    /// <summary>y = activation(x·W + bias) · mask.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Rows of x and y; 0 does nothing.</param>
    /// <param name="inputs">Columns of x, at least 1.</param>
    /// <param name="outputs">Columns of y, at least 1.</param>
    /// <param name="x">[rows, inputs].</param>
    /// <param name="weights">[inputs, outputs].</param>
    /// <param name="bias">[outputs], or empty.</param>
    /// <param name="preactivation">Receives x·W + bias, [rows, outputs], for the backward pass; or empty.</param>
    /// <param name="y">Receives the layer's output, [rows, outputs].</param>
    /// <param name="activation">The activation; <see cref="Identity"/> for none.</param>
    /// <param name="mask">What the activated values are multiplied by (dropout), [rows, outputs]; or empty.</param>
    public static void Forward<TActivation>(
        ThreadTeam? team, int rows, int inputs, int outputs,
        NativeBuffer<float> x, NativeBuffer<float> weights, NativeBuffer<float> bias,
        NativeBuffer<float> preactivation, NativeBuffer<float> y, TActivation activation, NativeBuffer<float> mask = default)
        where TActivation : unmanaged, IActivation
        => Forward(VectorPaths.Best, team, rows, inputs, outputs, x, weights, bias, preactivation, y, activation, mask);

    /// <summary>dx = (dy·Wᵀ) · mask · activation'(preactivation): the gradient at the preactivation of the layer below.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Rows of dy and dx; 0 does nothing.</param>
    /// <param name="inputs">Columns of dx, at least 1.</param>
    /// <param name="outputs">Columns of dy, at least 1.</param>
    /// <param name="dy">Gradient at this layer's preactivation, [rows, outputs].</param>
    /// <param name="weights">[inputs, outputs].</param>
    /// <param name="preactivationOfInput">The preactivation that this layer's input was activated from, [rows, inputs]; or empty.</param>
    /// <param name="mask">The mask that this layer's input was multiplied by, [rows, inputs]; or empty.</param>
    /// <param name="dx">Receives the gradient, [rows, inputs].</param>
    /// <param name="activation">The activation that made this layer's input.</param>
    public static void BackwardInput<TActivation>(
        ThreadTeam? team, int rows, int inputs, int outputs,
        NativeBuffer<float> dy, NativeBuffer<float> weights, NativeBuffer<float> preactivationOfInput, NativeBuffer<float> mask,
        NativeBuffer<float> dx, TActivation activation)
        where TActivation : unmanaged, IActivation
        => BackwardInput(VectorPaths.Best, team, rows, inputs, outputs, dy, weights, preactivationOfInput, mask, dx, activation);

    /// <summary>dW = xᵀ·dy and dBias = the column sums of dy, overwriting both.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Rows of x and dy; 0 makes both gradients zero.</param>
    /// <param name="inputs">Columns of x, at least 1.</param>
    /// <param name="outputs">Columns of dy, at least 1.</param>
    /// <param name="x">This layer's input, [rows, inputs].</param>
    /// <param name="dy">Gradient at this layer's preactivation, [rows, outputs].</param>
    /// <param name="dWeights">Receives the gradient of the weights, [inputs, outputs].</param>
    /// <param name="dBias">Receives the gradient of the bias, [outputs]; or empty.</param>
    public static void BackwardWeights(
        ThreadTeam? team, int rows, int inputs, int outputs,
        NativeBuffer<float> x, NativeBuffer<float> dy, NativeBuffer<float> dWeights, NativeBuffer<float> dBias = default)
        => BackwardWeights(VectorPaths.Best, team, rows, inputs, outputs, x, dy, dWeights, dBias);
}
