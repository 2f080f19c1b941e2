using Recipes.Tests.Data;
using Recipes.Tests.Training;

namespace Recipes.Tests.Semantics;

/// <summary>"Numbers", as far as generated code decides: the rest is held by the tests of metrics and calibration.</summary>
public class NumbersTests
{
    [Fact]
    public void Of_equal_logits_the_lowest_class_is_predicted()
    {
        using var folder = new TemporaryFolder();
        var zeros = new float[NotAveraged.Definition.ParameterFloats];
        using var trainer = new NotAveraged.Trainer(Blobs.Splits, Buffers.Start(folder, NotAveraged.Definition, zeros));
        Assert.Equal(7 / 20.0, trainer.Evaluate(Split.Validation).Accuracy); // rows 0, 3, …, 18 are of class 0
        Assert.Equal(0, trainer.Finish().Model.Classify([1, 2, 3, 4]));
    }
}
