namespace Recipes.Tests.Formulas.Optimizers;

public sealed class OptimizerTests
{
    [Fact]
    public void Sgd_is_that_of_PyTorch() => Regression.AssertClose(Golden.Sgd, Regression.Train(() =>
    {
        State v = default;
        return (w, g, _) => Recipes.Optimizers.Sgd(w, g, ref v, 0.5).ToArray();
    }));

    [Fact]
    public void Sgd_with_momentum_and_decay_is_that_of_PyTorch() => Regression.AssertClose(Golden.SgdMomentum, Regression.Train(() =>
    {
        State v = default;
        return (w, g, _) => Recipes.Optimizers.Sgd(w, g, ref v, 0.1, momentum: 0.9, weightDecay: 0.01).ToArray();
    }));

    [Fact]
    public void Sgd_with_Nesterovs_momentum_is_that_of_PyTorch() => Regression.AssertClose(Golden.SgdNesterov, Regression.Train(() =>
    {
        State v = default;
        return (w, g, _) => Recipes.Optimizers.Sgd(w, g, ref v, 0.1, momentum: 0.9, weightDecay: 0.01, nesterov: true).ToArray();
    }));

    [Fact]
    public void Adam_is_that_of_PyTorch() => Regression.AssertClose(Golden.Adam, Regression.Train(() =>
    {
        State m = default, v = default;
        return (w, g, t) => Recipes.Optimizers.Adam(w, g, ref m, ref v, 0.05, t, weightDecay: 0.02).ToArray();
    }));

    [Fact]
    public void AdamW_is_that_of_PyTorch() => Regression.AssertClose(Golden.AdamW, Regression.Train(() =>
    {
        State m = default, v = default;
        return (w, g, t) => Recipes.Optimizers.AdamW(w, g, ref m, ref v, 0.05, t, weightDecay: 0.1).ToArray();
    }));

    [Fact]
    public void AdamW_has_the_defaults_of_PyTorch() => Regression.AssertClose(Golden.AdamWDefaults, Regression.Train(() =>
    {
        State m = default, v = default;
        return (w, g, t) => Recipes.Optimizers.AdamW(w, g, ref m, ref v, 0.01, t).ToArray();
    }));

    [Fact]
    public void Lion_is_that_of_NumPy() => Regression.AssertClose(Golden.Lion, Regression.Train(() =>
    {
        State m = default;
        return (w, g, _) => Recipes.Optimizers.Lion(w, g, ref m, 0.01, weightDecay: 0.1).ToArray();
    }));

    [Fact]
    public void Lamb_is_that_of_NumPy()
    {
        Regression.AssertClose(Golden.Lamb, Train(0));
        Regression.AssertClose(Golden.LambDecay, Train(0.1));

        static double[] Train(double weightDecay) => Regression.Train(() =>
        {
            Row<Element> m = default, v = default;
            return (w, g, t) => Recipes.Optimizers.Lamb(w, g, ref m, ref v, 0.05, t, weightDecay: weightDecay).ToArray();
        });
    }

    /// <summary>By hand: in the first step m̂/√v̂ = ±1, and a tensor without length takes it as it is.</summary>
    [Fact]
    public void Lamb_moves_a_tensor_that_is_zero()
    {
        Row<Element> m = default, v = default;
        Row<Element> w = Recipes.Optimizers.Lamb(new double[] { 0, 0 }, new double[] { 3, -5 }, ref m, ref v, 0.1, 1, epsilon: 0);
        Assert.Equal(-0.1, w[0], 1e-15);
        Assert.Equal(0.1, w[1], 1e-15);
    }

    [Fact]
    public void Nothing_to_learn_leaves_the_weights_where_they_are()
    {
        State m = default, v = default;
        Assert.Equal(0.5, (double)Recipes.Optimizers.AdamW(0.5, 0, ref m, ref v, 0.1, 1, weightDecay: 0));
        Assert.Equal(0.5, (double)Recipes.Optimizers.Lion(0.5, 0, ref m, 0.1));
    }
}
