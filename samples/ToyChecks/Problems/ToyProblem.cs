namespace Recipes.Samples.ToyChecks.Problems;

/// <summary>A seeded problem: the same seed makes the same rows.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Make">Makes the rows of a seed.</param>
internal sealed record ToyProblem(string Name, Func<int, ToyData> Make);
