using Recipes.Tests.Data;
using Recipes.Training;

namespace Recipes.Tests.Semantics;

[Recipe(Epochs = 1, BatchSize = 4), Input(1), Dense(2), InOrder, Squentropy, CrossEntropy, Sgd(0.1), ClipNorm(1)]
public partial class MeetsInfinity;

[Recipe(Epochs = 1, BatchSize = 4), Input(1), Dense(2), LogitClip(Maximum = 1), InOrder, CrossEntropy, Sgd(0.1)]
public partial class ClipsInfinity;

[Recipe(Epochs = 1, BatchSize = 4), Input(1), Dense(2), Relu, Dense(1), Relu, Dense(2), InOrder, Sgd(0.1)]
public partial class RectifiesAndClamps
{
    [LossTerm]
    static Scalar Bounded(Logits z, Label y) => Clamp(z[y], -1, 1);
}

[Recipe(Epochs = 1, BatchSize = 4), Input(1), Dense(2, Bias = false), InOrder, CrossEntropy(Weight = 0.5), Sgd(0.1)]
public partial class OneTermOverflows
{
    [LossTerm]
    static Scalar Steep(Logits z, Label y) => Exp(z[y]);
}

/// <summary>"Not a number": it stops the run and is named.</summary>
public class NotANumberTests
{
    // Row 2's feature times 10 is beyond single precision.
    private static readonly Splits s_huge = new(Dataset.FromArrays([1f, -1, 3e38f, 2], [0, 1, 0, 1]));

    [Fact]
    public void An_infinite_logit_reaches_the_loss()
    {
        using var folder = new TemporaryFolder();
        Check(MeetsInfinity.Train(s_huge, Start(folder, MeetsInfinity.Definition, [10, -10])), "Squentropy", [2]);
    }

    [Fact]
    public void A_logit_clip_does_not_swallow_it()
    {
        using var folder = new TemporaryFolder();
        Check(ClipsInfinity.Train(s_huge, Start(folder, ClipsInfinity.Definition, [10, -10])), "CrossEntropy", [2]);
    }

    [Fact]
    public void Neither_a_rectifier_nor_a_clamp_swallows_a_NaN()
    {
        using var folder = new TemporaryFolder();
        // Hidden (∞, ∞), then ∞ − ∞.
        Check(RectifiesAndClamps.Train(s_huge, Start(folder, RectifiesAndClamps.Definition, [10, 10], [1, -1], [1, 1])), "Bounded", [2]);
    }

    [Fact]
    public void The_term_that_is_at_fault_is_named_and_not_its_neighbours()
    {
        using var folder = new TemporaryFolder();
        // Row 3 has logits (200, 0): its exponential is infinite, its cross-entropy 0.
        var splits = new Splits(Dataset.FromArrays([1f, -1, 2, 200], [0, 1, 1, 0]));
        Check(OneTermOverflows.Train(splits, Start(folder, OneTermOverflows.Definition, [1, 0])), "Steep", [3]);
    }

    private static void Check<TModel>(TrainingResult<TModel> result, string term, int[] rows) where TModel : ClassifierModel
    {
        Assert.Equal(RunStatus.Diverged, result.Status);
        Assert.Equal(term, result.Failure!.Term);
        Assert.Equal(rows, result.Failure.Rows);
        Assert.Contains(term, result.Failure.Message, StringComparison.Ordinal);
    }

    private static TrainingOptions Start(TemporaryFolder folder, RecipeDefinition recipe, params float[][] matrices)
    {
        var weights = new float[recipe.ParameterFloats];
        int next = 0;
        foreach (ParameterInfo parameter in recipe.Parameters)
            if (parameter.Shape.Count == 2) matrices[next++].CopyTo(weights, parameter.Offset);
        return Buffers.Start(folder, recipe, weights);
    }
}
