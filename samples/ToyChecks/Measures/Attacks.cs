namespace Recipes.Samples.ToyChecks.Measures;

/// <summary>Measures of a classifier whose inputs are moved against it.</summary>
internal static class Attacks
{
    private const int MostRows = 150;
    /// <summary>Half the distance of the two inputs that a derivative is taken from; pixels are in [0, 1].</summary>
    private const float Step = 1e-2f;

    /// <summary>
    /// The accuracy on the first test rows after one step of the given size along the sign of the margin's gradient in every feature. The
    /// gradient is taken by differences, of logarithms of probabilities, so that a saturated softmax does not hide it.
    /// </summary>
    /// <remarks>"Explaining and Harnessing Adversarial Examples" (2015).</remarks>
    public static Measure SignedStep(double size) => new($"accuracy after a signed step of {size:0.###}", "points", true, evaluation =>
    {
        Rows rows = evaluation.Data["test"];
        int count = Math.Min(MostRows, rows.Count), right = 0;
        for (int row = 0; row < count; row++)
        {
            float[] moved = [.. rows.Row(row)];
            float[] slopes = MarginSlopes(evaluation.Classifier, rows.Row(row), rows.Labels[row]);
            for (int j = 0; j < moved.Length; j++) moved[j] -= (float)size * Math.Sign(slopes[j]);
            if (evaluation.Classifier.Classify(moved) == rows.Labels[row]) right++;
        }
        return 100.0 * right / count;
    });

    /// <summary>The margin's derivative by each feature, times twice the step.</summary>
    private static float[] MarginSlopes(ClassifierModel model, ReadOnlySpan<float> features, int label)
    {
        int width = features.Length;
        var around = new float[2 * width * width];
        for (int j = 0; j < width; j++)
        {
            for (int side = 0; side < 2; side++)
            {
                Span<float> input = around.AsSpan((2 * j + side) * width, width);
                features.CopyTo(input);
                input[j] += side == 0 ? Step : -Step;
            }
        }
        int classes = model.Classes.Count;
        var probabilities = new float[2 * width * classes];
        model.Predict(around, probabilities);
        var slopes = new float[width];
        for (int j = 0; j < width; j++) slopes[j] = Margin(probabilities.AsSpan(2 * j * classes, classes), label) - Margin(probabilities.AsSpan((2 * j + 1) * classes, classes), label);
        return slopes;
    }

    /// <summary>The logarithm of the true class's probability minus that of the strongest other.</summary>
    private static float Margin(ReadOnlySpan<float> p, int label)
    {
        float other = 0;
        for (int c = 0; c < p.Length; c++) if (c != label) other = MathF.Max(other, p[c]);
        return MathF.Log(MathF.Max(p[label], 1e-38f)) - MathF.Log(MathF.Max(other, 1e-38f));
    }
}
