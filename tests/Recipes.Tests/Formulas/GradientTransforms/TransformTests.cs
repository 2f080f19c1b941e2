using static Recipes.GradientTransforms;

namespace Recipes.Tests.Formulas.GradientTransforms;

/// <summary>Gradient transforms of tensors and units, on the weights [3 units, 4 incoming] of the golden values.</summary>
public sealed class TransformTests
{
    private static readonly Row<Incoming> s_weights = new(TransformGolden.Weights.Chunk(4).ToArray());
    private static readonly Row<Incoming> s_gradient = new(TransformGolden.Gradient.Chunk(4).ToArray());

    [Fact]
    public void A_units_gradient_is_clipped_to_a_part_of_its_weights()
    {
        Examples.AssertClose(TransformGolden.AdaptiveClip1, AdaptiveClip(s_gradient, s_weights).ToArray());
        Examples.AssertClose(TransformGolden.AdaptiveClip15, AdaptiveClip(s_gradient, s_weights, 0.15, 1.6).ToArray());
    }

    [Fact]
    public void The_mean_is_taken_off_each_unit_of_a_matrix()
    {
        Examples.AssertClose(TransformGolden.Centralize, Centralize(s_gradient, isMatrix: true).ToArray());
        Examples.AssertClose(TransformGolden.Gradient, Centralize(s_gradient, isMatrix: false).ToArray());
    }

    [Fact]
    public void All_gradients_together_have_one_length()
    {
        GradientNorm norm = Recipes.Formulas.Math.Norm(new Row<Element>(TransformGolden.Gradient));
        Examples.AssertClose(TransformGolden.NormalizeGradient, NormalizeGradient(TransformGolden.Gradient, norm, 2.5, 0.1).ToArray());
    }

    [Fact]
    public void A_tensors_gradient_gets_a_length_in_proportion_to_its_weights()
    {
        Examples.AssertClose(TransformGolden.TrustRatio, TrustRatio(TransformGolden.Gradient, TransformGolden.Weights, 0.5, epsilon: 0.1).ToArray());
        Assert.Equal([3, 4], TrustRatio(new double[] { 3, 4 }, new double[] { 0, 0 }).ToArray());
    }

    [Fact]
    public void The_root_mean_square_is_clipped() => Examples.AssertClose(TransformGolden.ClipRms, ClipRms(TransformGolden.Gradient, 0.05).ToArray());

    [Fact]
    public void The_part_along_the_weights_is_taken_off()
    {
        Row<Element> rest = PerpGrad(TransformGolden.Gradient, TransformGolden.Weights);
        Examples.AssertClose(TransformGolden.PerpGrad, rest.ToArray());
        Assert.Equal(0, (double)Recipes.Formulas.Math.Dot(rest, new Row<Element>(TransformGolden.Weights)), 1e-14);
    }

    [Fact]
    public void Penalties_add_the_gradient_that_PyTorch_computes()
    {
        Examples.AssertClose(TransformGolden.NormLoss, NormLoss(s_gradient, s_weights, isMatrix: true, 0.3).ToArray());
        Examples.AssertClose(TransformGolden.OrthonormalUnits, OrthonormalUnits(s_gradient, s_weights, isMatrix: true, 0.3).ToArray());
        Examples.AssertClose(TransformGolden.Gradient, NormLoss(s_gradient, s_weights, isMatrix: false, 0.3).ToArray());
        Examples.AssertClose(TransformGolden.Gradient, OrthonormalUnits(s_gradient, s_weights, isMatrix: false, 0.3).ToArray());
    }

    /// <summary>By hand: 0.5 + 0.1 · 2.</summary>
    [Fact]
    public void Decay_adds_a_part_of_the_weight() => Assert.Equal(0.7, (double)AddDecayedWeights(0.5, 2, 0.1), 1e-15);
}
