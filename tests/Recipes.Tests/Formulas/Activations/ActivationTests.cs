namespace Recipes.Tests.Formulas.Activations;

public sealed class ActivationTests
{
    [Fact]
    public void Are_those_of_PyTorch()
    {
        Scalar x = Golden.Points;
        Examples.AssertClose(Golden.Relu, Recipes.Activations.Relu(x).ToArray());
        Examples.AssertClose(Golden.LeakyRelu, Recipes.Activations.LeakyRelu(x).ToArray());
        Examples.AssertClose(Golden.Gelu, Recipes.Activations.Gelu(x).ToArray());
        Examples.AssertClose(Golden.Silu, Recipes.Activations.Silu(x).ToArray());
        Examples.AssertClose(Golden.Tanh, Recipes.Activations.Tanh(x).ToArray());
        Examples.AssertClose(Golden.Sigmoid, Recipes.Activations.Sigmoid(x).ToArray());
    }

    [Fact]
    public void The_slope_below_zero_is_a_knob() => Assert.Equal(-0.5, (double)Recipes.Activations.LeakyRelu(-2, 0.25));
}
