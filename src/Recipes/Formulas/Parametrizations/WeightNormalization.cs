using static Recipes.Formulas.Math;

namespace Recipes;

/// <summary>Parametrisations: what makes the weights that layers compute with of the numbers that are trained.</summary>
public static partial class Parametrizations
{
    /// <summary>Weight normalisation: the weights of a unit are a direction and a length, trained apart.</summary>
    /// <remarks>
    /// <para>w = g·v/‖v‖ over the weights of each unit, with g = ‖v‖ at the start, so that the network begins as it would without.</para>
    /// <para>
    /// Steps change direction and length at paces of their own, which eases the start of deep networks without normalisation layers, independently of the
    /// batch. The wrong choice together with weight decay: it shortens v, on whose length nothing depends but the pace at which the direction turns.
    /// </para>
    /// <para>
    /// Form of <c>torch.nn.utils.parametrizations.weight_norm</c> with <c>dim = 0</c>. The paper's first batch, which sets lengths and biases by the
    /// activations, is left out, as it is there. A v shorter than 10⁻¹² counts as that long; PyTorch divides by 0.
    /// </para>
    /// </remarks>
    /// <param name="v">Directions [unit, incoming].</param>
    /// <param name="g">Lengths [unit].</param>
    /// <param name="start">Whether g is set to the lengths of v.</param>
    /// <returns>Weights [unit, incoming].</returns>
    [Parametrization, Paper("Weight Normalization: A Simple Reparameterization to Accelerate Training of Deep Neural Networks", 2016)]
    [Technique("001-028", Part = "the start that depends on the data, and mean-only batch normalisation")]
    public static Row<Incoming> WeightNormalization(Row<Incoming> v, ref Latent g, [IsStart] bool start)
    {
        Scalar length = Norm(v);
        if (start) g = length;
        return g / Max(length, 1e-12) * v;
    }
}
