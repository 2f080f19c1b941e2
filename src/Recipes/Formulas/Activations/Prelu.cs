using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Activations
{
    /// <summary>Parametric rectified linear unit: the slope below 0 is learned.</summary>
    /// <remarks>
    /// <para>x where x &gt; 0, else w · x, with one learned w for the layer; its derivative at 0 is w, as in PyTorch.</para>
    /// <para>
    /// <c>LeakyRelu</c> that finds its own slope. The wrong choice with few rows, where one number more is one more to overfit, and where
    /// exact zeros are wanted.
    /// </para>
    /// <para>w begins at 0.25; one for all channels: the defaults of <c>torch.nn.PReLU</c>. Weight decay leaves it alone.</para>
    /// </remarks>
    /// <param name="x">A value.</param>
    /// <param name="weight">The slope w below 0.</param>
    /// <returns>A value.</returns>
    [Activation, Paper("Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification", 2015)]
    public static Scalar Prelu(Scalar x, [Initial(0.25)] Learned weight) => Where(Greater(x, 0), x, weight * x);
}
