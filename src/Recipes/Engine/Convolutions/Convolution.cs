namespace Recipes.Engine;

/// <summary>The three products of a convolution, with everything elementwise in their epilogues.</summary>
/// <remarks>
/// <para>
/// Images are [rows, height, width, channels] and compact, weights [kernel height, kernel width, channels / groups, outputs]. An empty buffer
/// (<c>default</c>) stands for an operand that is not there. Buffers come from a <see cref="NativeArena"/>; outputs overlap no input.
/// </para>
/// <para>
/// The result is the same, bit for bit, for any team or none. NaN and infinity propagate; a zero of the padding times an infinite
/// weight is NaN, as it is in PyTorch. Nothing is allocated, and concurrent calls do not disturb each other.
/// </para>
/// </remarks>
public static unsafe partial class Convolution
{
    /// <summary>y = activation(x ∗ W + bias) · mask.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Images; 0 does nothing.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="x">[rows, height, width, channels].</param>
    /// <param name="weights">[kernel height, kernel width, channels / groups, outputs].</param>
    /// <param name="bias">[outputs], or empty.</param>
    /// <param name="preactivation">Receives x ∗ W + bias, shaped as y, for the backward pass; or empty.</param>
    /// <param name="y">Receives the layer's output, [rows, output height, output width, outputs].</param>
    /// <param name="activation">The activation; <see cref="Identity"/> for none.</param>
    /// <param name="mask">What the activated values are multiplied by (dropout), shaped as y; or empty.</param>
    public static void Forward<TActivation>(
        ThreadTeam? team, int rows, in ConvolutionShape shape, NativeBuffer<float> x, NativeBuffer<float> weights, NativeBuffer<float> bias,
        NativeBuffer<float> preactivation, NativeBuffer<float> y, TActivation activation, NativeBuffer<float> mask = default)
        where TActivation : unmanaged, IActivation
        => Forward(VectorPaths.Best, team, rows, shape, x, weights, bias, preactivation, y, activation, mask);

    /// <summary>dx = (the gradient at x) · mask · activation'(preactivation): the gradient at the preactivation of the layer below.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Images; 0 does nothing.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="dy">Gradient at this layer's preactivation, [rows, output height, output width, outputs].</param>
    /// <param name="weights">[kernel height, kernel width, channels / groups, outputs].</param>
    /// <param name="scratch">Room for the weights with channels and outputs exchanged, [<see cref="ConvolutionShape.Weights"/>].</param>
    /// <param name="preactivationOfInput">The preactivation that this layer's input was activated from, shaped as x; or empty.</param>
    /// <param name="mask">The mask that this layer's input was multiplied by, shaped as x; or empty.</param>
    /// <param name="dx">Receives the gradient, [rows, height, width, channels].</param>
    /// <param name="activation">The activation that made this layer's input.</param>
    public static void BackwardInput<TActivation>(
        ThreadTeam? team, int rows, in ConvolutionShape shape, NativeBuffer<float> dy, NativeBuffer<float> weights, NativeBuffer<float> scratch,
        NativeBuffer<float> preactivationOfInput, NativeBuffer<float> mask, NativeBuffer<float> dx, TActivation activation)
        where TActivation : unmanaged, IActivation
        => BackwardInput(VectorPaths.Best, team, rows, shape, dy, weights, scratch, preactivationOfInput, mask, dx, activation);

    /// <summary>dW and dBias, overwriting both.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="rows">Images; 0 makes both gradients zero.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="x">This layer's input, [rows, height, width, channels].</param>
    /// <param name="dy">Gradient at this layer's preactivation, [rows, output height, output width, outputs].</param>
    /// <param name="scratch">Room for the sums of parts of the batch; as many parts are made as fit, [parts, <see cref="ConvolutionShape.PartFloats"/>].</param>
    /// <param name="dWeights">Receives the gradient of the weights, shaped as they are.</param>
    /// <param name="dBias">Receives the gradient of the bias, [outputs]; or empty.</param>
    public static void BackwardWeights(
        ThreadTeam? team, int rows, in ConvolutionShape shape, NativeBuffer<float> x, NativeBuffer<float> dy, NativeBuffer<float> scratch,
        NativeBuffer<float> dWeights, NativeBuffer<float> dBias = default)
        => BackwardWeights(VectorPaths.Best, team, rows, shape, x, dy, scratch, dWeights, dBias);
}
