namespace Recipes.Tests.Formulas.GradientTransforms;

public sealed class ClipValueTests
{
    /// <summary>As <c>torch.nn.utils.clip_grad_value_</c>: a clamp.</summary>
    [Fact]
    public void Clamps_each_number() =>
        Assert.Equal([0.3, -0.5, 0.1, 0.5], Recipes.GradientTransforms.ClipValue(new double[] { 0.3, -2, 0.1, 1.5 }, 0.5).ToArray());

    [Fact]
    public void Keeps_a_gradient_that_is_not_a_number() =>
        Assert.Equal(double.NaN, (double)Recipes.GradientTransforms.ClipValue(double.NaN, 1));
}
