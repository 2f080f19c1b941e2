using static Recipes.Losses;

namespace Recipes.Tests.Formulas.Losses;

/// <summary>What the papers say of the losses at the ends of their knobs, and of their bounds.</summary>
public sealed class LossIdentityTests
{
    private static readonly Logits s_logits = new Row<Class>(GoldenLoss.Logits);
    private static readonly Label s_labels = GoldenLoss.Labels;

    [Fact]
    public void Generalised_cross_entropy_ends_at_the_absolute_error() =>
        AssertSame(ProbabilityMeanAbsoluteError(s_logits, s_labels), GeneralizedCrossEntropy(s_logits, s_labels, 1));

    [Fact]
    public void Comp_sum_passes_cross_entropy_generalised_cross_entropy_and_the_absolute_error()
    {
        AssertSame(CrossEntropy(s_logits, s_labels), CompSum(s_logits, s_labels, 1));
        AssertSame(GeneralizedCrossEntropy(s_logits, s_labels, 0.4), CompSum(s_logits, s_labels, 1.4));
        AssertSame(ProbabilityMeanAbsoluteError(s_logits, s_labels), CompSum(s_logits, s_labels, 2));
    }

    [Fact]
    public void Taylor_cross_entropy_of_one_term_is_the_absolute_error() =>
        AssertSame(ProbabilityMeanAbsoluteError(s_logits, s_labels), TaylorCrossEntropy(s_logits, s_labels, 1));

    [Fact]
    public void Poly_losses_without_their_coefficient_are_what_they_change()
    {
        AssertSame(CrossEntropy(s_logits, s_labels), PolyCrossEntropy(s_logits, s_labels, 0));
        AssertSame(Focal(s_logits, s_labels, 3), PolyFocal(s_logits, s_labels, 0, 3));
    }

    [Fact]
    public void Bootstrapping_and_mixing_with_the_label_alone_are_cross_entropy()
    {
        AssertSame(CrossEntropy(s_logits, s_labels), SoftBootstrapping(s_logits, s_labels, 1));
        AssertSame(CrossEntropy(s_logits, s_labels), HardBootstrapping(s_logits, s_labels, 1));
        AssertSame(CrossEntropy(s_logits, s_labels), MixCrossEntropy(s_logits, s_labels, 1));
    }

    /// <summary>Symmetric: whatever the prediction, the losses at all labels add up to the same.</summary>
    [Theory]
    [InlineData(nameof(NormalizedCrossEntropy), 1), InlineData(nameof(NormalizedFocal), 1), InlineData(nameof(NormalizedGeneralizedCrossEntropy), 1)]
    [InlineData(nameof(ProbabilityMeanAbsoluteError), 3), InlineData(nameof(ReverseCrossEntropy), 12)]
    public void Losses_of_all_labels_add_up(string name, double expected)
    {
        var formula = Library.Formulas[name];
        foreach (var row in GoldenLoss.Logits)
        {
            var sum = 0.0;
            for (var label = 0; label < row.Length; label++)
            {
                object?[] arguments = [(Logits)row, (Label)label, .. formula.GetParameters().Skip(2).Select(knob => knob.DefaultValue)];
                sum += (Scalar)formula.Invoke(null, arguments)!;
            }
            Assert.Equal(expected, sum, 1e-14);
        }
    }

    /// <summary>At λ = 1 without margin, −log p_y − log C.</summary>
    [Fact]
    public void The_label_distributionally_robust_loss_passes_cross_entropy() =>
        AssertSame(CrossEntropy(s_logits, s_labels) - Math.Log(4), LabelDistributionallyRobust(s_logits, s_labels, 1, 0));

    /// <summary>And towards λ = 0 the hinge, up to λ · log C.</summary>
    [Fact]
    public void The_label_distributionally_robust_loss_ends_at_the_hinge()
    {
        Scalar robust = LabelDistributionallyRobust(s_logits, s_labels, 0.01, 1), hinge = MulticlassHinge(s_logits, s_labels);
        for (var row = 0; row < robust.Length; row++)
            Assert.InRange(hinge[row] - robust[row], 0, 0.01 * Math.Log(4) + 1e-12);
    }

    [Fact]
    public void Cosine_margins_of_0_are_cross_entropy_of_scaled_cosines()
    {
        Logits cosines = 0.03 * s_logits;
        AssertSame(CrossEntropy(8 * cosines, s_labels), CosFace(cosines, s_labels, 8, 0));
        AssertSame(CrossEntropy(8 * cosines, s_labels), ArcFace(cosines, s_labels, 8, 0));
    }

    [Fact]
    public void The_conditional_value_at_risk_of_all_rows_is_the_mean() =>
        AssertSame(CrossEntropy(s_logits, s_labels), ConditionalValueAtRisk(s_logits, s_labels, 0, 1));

    /// <summary>Without evidence the Dirichlet is uniform over 4 classes: (1 − 1/4)² + 3/4² + 4 · 1/4 · 3/4 / 5 = 0.9.</summary>
    [Fact]
    public void Evidential_mean_square_of_no_evidence_is_that_of_the_uniform_Dirichlet() =>
        Assert.Equal(0.9, EvidentialMeanSquare(new double[] { -1, -2, -3, -4 }, 2), 1e-15);

    /// <summary>A first visit has nothing to agree with, a second the first.</summary>
    [Fact]
    public void Temporal_ensembling_begins_with_the_second_visit()
    {
        Memory history = new double[] { 0, 0 };
        Assert.Equal(0, (double)TemporalEnsembling(new double[] { 900, 0 }, 0, ref history));
        Assert.Equal(1, (double)TemporalEnsembling(new double[] { 0, 900 }, 0, ref history), 1e-15);
    }

    /// <summary>By hand: certain and right, certain and wrong, one of each; confidence 1, half of it right.</summary>
    [Fact]
    public void Certain_and_half_right_is_a_difference_of_one_half() =>
        Assert.Equal(0.5, (double)ConfidenceAccuracyDifference(new double[,] { { 900, 0 }, { 900, 0 } }, new int[] { 0, 1 }), 1e-15);

    private static void AssertSame(Scalar expected, Scalar actual)
    {
        for (var row = 0; row < GoldenLoss.Labels.Length; row++)
            Assert.Equal(expected[row], actual[row], 1e-13 * Math.Max(1, Math.Abs(expected[row])));
    }
}
