namespace Handmade;

/// <summary>Formulas of one's own, one of each kind that a recipe can declare.</summary>
public static class Formulas
{
    /// <summary>Cross-entropy of a flattened prediction.</summary>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="temperature">What the logits are divided by.</param>
    [Loss]
    public static Scalar Flattened(Logits z, Label y, [Range(0.1, 10)] double temperature = 1) => -LogSoftmax(z / temperature)[y];

    /// <summary>A root on either side of 0.</summary>
    /// <param name="x">The number.</param>
    /// <param name="width">Where it bends.</param>
    [Activation]
    public static Scalar Bowed(Scalar x, [Range(0.01, 100)] double width = 1) => x / Sqrt(width + Abs(x));

    /// <summary>A row without its mean, times what is learned.</summary>
    /// <param name="x">The row [features].</param>
    /// <param name="gain">The learned factors [features].</param>
    /// <param name="share">The part of the mean that is taken away.</param>
    [Layer]
    public static Row<Feature> Levelled(Row<Feature> x, [Initial(1)] LearnedRow gain, [Range(0, 1)] double share = 1) => (x - share * Mean(x)) * gain;

    /// <summary>Descent along a running mean, at most so far as a limit.</summary>
    /// <param name="w">Weight [element].</param>
    /// <param name="g">Its gradient [element].</param>
    /// <param name="m">Running mean of the gradient [element].</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">The share of the mean that is kept.</param>
    /// <param name="limit">The greatest step before the rate.</param>
    [Optimizer]
    public static Scalar Heavy(
        Scalar w, Scalar g, ref State m, Rate lr, [Range(0, 1, ExclusiveMaximum = true)] double momentum = 0.9, [Range(0, 100, ExclusiveMinimum = true)] double limit = 1)
    {
        m = momentum * m + (1 - momentum) * g;
        return w - lr * Clamp(m, -limit, limit);
    }

    /// <summary>Gradients without their mean over a tensor.</summary>
    /// <param name="g">The gradients [element].</param>
    /// <param name="share">The part of the mean that is taken away.</param>
    [GradientTransform]
    public static Row<Element> Even(Row<Element> g, [Range(0, 1)] double share = 0.5) => g - share * Mean(g);

    /// <summary>A mean that forgets.</summary>
    /// <param name="average">The average so far [element].</param>
    /// <param name="w">The weight after the step [element].</param>
    /// <param name="t">The step, from 1.</param>
    /// <param name="kept">The share that is kept.</param>
    [Averaging]
    public static Scalar Fading(Scalar average, Scalar w, StepCount t, [Range(0, 1, ExclusiveMaximum = true)] double kept = 0.8) => Where(LessOrEqual(t, 1), w, kept * average + (1 - kept) * w);

    /// <summary>A rate that falls in a straight line.</summary>
    /// <param name="t">The part of the run that is done.</param>
    /// <param name="rest">The part of the rate that is left at the end.</param>
    [Schedule]
    public static Scalar Slope(Progress t, [Range(0, 1)] double rest = 0.1) => 1 - (1 - rest) * t;

    /// <summary>Rare classes count more.</summary>
    /// <param name="n">Train rows of the class.</param>
    /// <param name="power">How much more.</param>
    [Weighting]
    public static Scalar Rarity(ClassCount n, [Range(0, 1)] double power = 0.5) => Pow(n, -power);

    /// <summary>Weights that stay below a bound.</summary>
    /// <param name="v">Latent weight [element].</param>
    /// <param name="bound">The bound.</param>
    [Parametrization]
    public static Scalar Bounded(Scalar v, [Range(0.1, 1000)] double bound = 4) => bound * Tanh(v / bound);
}
