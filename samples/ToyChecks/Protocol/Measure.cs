namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>A number that a trained model is judged by.</summary>
/// <param name="Name">Its name, with the rows that it is taken on.</param>
/// <param name="Unit">Its unit, for differences: <c>points</c> for percentages.</param>
/// <param name="HigherIsBetter">Its direction.</param>
/// <param name="Of">Takes it.</param>
internal sealed record Measure(string Name, string Unit, bool HigherIsBetter, Func<Evaluation, double> Of)
{
    /// <summary>A difference that is positive where the second is better.</summary>
    public double Gain(double first, double second) => HigherIsBetter ? second - first : first - second;
}
