using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Recipes.Generators.Tests.Harness;

/// <summary>One run of a generator with its steps tracked, and what it made of the compilation.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input)
    {
        Input = input;
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = output;
        Diagnostics = diagnostics;
        Result = Driver.GetRunResult().Results.Single();
        if (Result.Exception is { } exception) throw new InvalidOperationException("The generator threw.", exception);
    }

    /// <summary>For <c>Verify(run.Driver)</c>.</summary>
    public GeneratorDriver Driver { get; }

    public CSharpCompilation Input { get; }

    /// <summary>The input with what was generated.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator itself reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>Generated texts by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources => Result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>Runs <paramref name="generator"/> from scratch.</summary>
    public static GeneratorRun Of(IIncrementalGenerator generator, CSharpCompilation compilation) => new(
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        compilation);

    public static GeneratorRun Of(IIncrementalGenerator generator, params string[] sources) => Of(generator, TestCompilation.Create(sources));

    /// <summary>Runs again after an edit, with what the first run remembers.</summary>
    public GeneratorRun Again(CSharpCompilation edited) => new(Driver, edited);

    /// <summary>Why each output of the step with this tracking name is as it is; empty if the step did not run.</summary>
    public IncrementalStepRunReason[] Reasons(string trackingName) =>
        Result.TrackedSteps.TryGetValue(trackingName, out var steps) ? [.. steps.SelectMany(s => s.Outputs).Select(o => o.Reason)] : [];

    /// <summary>The same for the generated files.</summary>
    public IncrementalStepRunReason[] OutputReasons() => [.. Result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason)];

    /// <summary>Asserts that the generator reported nothing and that all of the code compiles without a warning.</summary>
    public GeneratorRun AssertClean()
    {
        Assert.Empty(Diagnostics);
        Assert.Empty(Output.Complaints());
        return this;
    }

    /// <summary>Asserts that no output of a tracked step keeps a compilation alive or compares by identity.</summary>
    /// <param name="trackingNames">The steps; each must have run.</param>
    public GeneratorRun AssertEquatable(params string[] trackingNames)
    {
        foreach (string name in trackingNames)
        {
            Assert.True(Result.TrackedSteps.ContainsKey(name), $"No step is named {name}; there are: {string.Join(", ", Result.TrackedSteps.Keys)}");
            foreach (IncrementalGeneratorRunStep step in Result.TrackedSteps[name])
                foreach ((object value, _) in step.Outputs)
                    ObjectGraph.AssertNoCompilerObjects(value, name);
        }

        return this;
    }
}
