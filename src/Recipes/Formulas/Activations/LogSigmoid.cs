namespace Recipes;

public static partial class Activations
{
    /// <summary>The logarithm of the logistic function, without underflow.</summary>
    /// <remarks>
    /// <para>−log(1 + e⁻ˣ).</para>
    /// <para>For outputs that are log-probabilities of two sides. Between hidden layers the wrong choice: it is never above 0.</para>
    /// <para><c>torch.nn.LogSigmoid</c>.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <returns>A value &lt; 0.</returns>
    [Activation, Paper("Learning Representations by Back-Propagating Errors", 1986)]
    public static Scalar LogSigmoid(Scalar x) => -Formulas.Math.Softplus(-x);
}
