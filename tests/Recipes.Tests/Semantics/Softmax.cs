namespace Recipes.Tests.Semantics;

/// <summary>A linear classifier in double precision, written from the textbook: what generated code is held against.</summary>
/// <param name="weights">A parameter buffer of one dense layer: [in, out], then the bias at the next multiple of 16.</param>
internal sealed class Softmax(float[] weights, int inputs, int classes)
{
    public double[] Logits(ReadOnlySpan<float> x)
    {
        var z = new double[classes];
        int bias = ((inputs * classes) + 15) / 16 * 16;
        for (int k = 0; k < classes; k++)
        {
            z[k] = weights[bias + k];
            for (int i = 0; i < inputs; i++) z[k] += (double)x[i] * weights[(i * classes) + k];
        }
        return z;
    }

    public static double LogProbability(double[] z, int label)
    {
        double max = z.Max();
        return z[label] - max - Math.Log(z.Sum(v => Math.Exp(v - max)));
    }

    public double CrossEntropy(ReadOnlySpan<float> x, int label) => -LogProbability(Logits(x), label);

    public double Squentropy(ReadOnlySpan<float> x, int label)
    {
        double[] z = Logits(x);
        return -LogProbability(z, label) + ((z.Sum(v => v * v) - (z[label] * z[label])) / (classes - 1));
    }

    public double Focal(ReadOnlySpan<float> x, int label, double gamma)
    {
        double log = LogProbability(Logits(x), label);
        return -Math.Pow(1 - Math.Exp(log), gamma) * log;
    }

    /// <summary>The mean over rows of a split.</summary>
    public static double Mean(SplitRows rows, Func<int, double> value) => Enumerable.Range(0, rows.Count).Average(value);
}
