namespace Recipes.Package.Tests;

/// <summary>A test that runs only where it is asked for.</summary>
/// <remarks>
/// Publishing for a target restores its runtime pack, the trimmer and the native compiler from a package registry, and the latter needs a C toolchain; every other test needs nothing but the SDK and
/// the packages that the solution restores. Whoever has both sets the variable.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishFactAttribute : FactAttribute
{
    private const string Variable = "RECIPES_PUBLISH_TESTS";

    /// <summary>Skips the test unless the variable is 1.</summary>
    public PublishFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
            Skip = $"Publishing for a target needs a package registry and a C toolchain. Set {Variable}=1 to run it (docs/publishing.md).";
    }
}
