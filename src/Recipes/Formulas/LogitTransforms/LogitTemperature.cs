namespace Recipes;

public static partial class LogitTransforms
{
    /// <summary>Logit temperature: divides the logits by a fixed number before every loss.</summary>
    /// <remarks>
    /// <para>z / T, with T = <c>temperature</c>.</para>
    /// <para>
    /// T &lt; 1 lets small differences count, as for features of length 1; T &gt; 1 keeps probabilities soft in training. It changes the
    /// loss alone: predictions take the logits as they are, so T ≠ 1 makes them less sure or more sure than was trained.
    /// </para>
    /// <para>T = 1, which changes nothing: ramp it, or set it.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="temperature">The temperature T.</param>
    /// <returns>The logits for the losses [batch, classes].</returns>
    [LogitTransform, Paper("Distilling the Knowledge in a Neural Network", 2015)]
    public static Row<Class> LogitTemperature(Logits z, [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)] double temperature = 1) =>
        z / temperature;
}
