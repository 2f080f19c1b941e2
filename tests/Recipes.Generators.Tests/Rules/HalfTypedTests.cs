using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recipes.Generators.Rules;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Rules;

/// <summary>An editor runs analyzers while a recipe is being typed.</summary>
public class HalfTypedTests
{
    private static readonly string[] s_recipes =
    [
        """
        [Recipe(Epochs = 30, BatchSize = 64, Seed = 7)]
        [Input(64), Dense(128), Relu, Dropout(0.1), Dense(10)]
        [CrossEntropy(LabelSmoothing = 0.05, Weight = 0.7), Squentropy(Weight = 0.3)]
        [Standardize, ClassBalancedSampling]
        [AdamW(1e-2, WeightDecay = 1e-2), Cosine(Warmup = 0.05), ClipNorm(1.0)]
        [TemperatureScaling, ConformalSets(Alpha = 0.02), EarlyStopping(Metric.Accuracy, PatienceEpochs = 3)]
        public partial class Digits;
        """,
        """
        namespace Shapes;

        public partial class Outer
        {
            [Recipe, Input(8), Dense(16, Name = "first"), Apply(nameof(Strokes.Curved)), RmsNorm, Dense(4)]
            [CrossEntropy(Name = "Plain", Until = 0.5), CrossEntropy(View = View.Mixed), UncertaintyWeights, RegMixup(Alpha = 5)]
            [Sgd(0.4, Momentum = 0.9, Nesterov = true), Ramp("Plain.Weight", From = 1, To = 0, Start = 0.1), Ramp("Mine.Power", From = 1, To = 2)]
            public partial class Strokes
            {
                [LossTerm(Weight = 0.1, From = 0.5)]
                static Scalar Mine(Logits z, Label y, [Range(0, 5)] double power = 2) => Pow(-LogSoftmax(z)[y], power);

                [Activation]
                static Scalar Curved(Scalar x, double beta = 1) => x * Sigmoid(beta * x);

                [Weighting]
                static Scalar Rare(ClassCount n) => 1 / n;
            }
        }
        """,
    ];

    /// <summary>One to four tokens are deleted at random places; the seed tells which.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Tokens_are_missing(int part)
    {
        for (int seed = 50 * part; seed < 50 * (part + 1); seed++)
        {
            string source = Variant(s_recipes[seed % s_recipes.Length], new Random(seed));
            CSharpCompilation compilation = TestCompilation.Create(source);
            try
            {
                AssertSpoken(compilation, await AnalyzeAsync(compilation));
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}: {exception}\n{source}");
            }
        }
    }

    /// <summary>A recipe that is typed from left to right, stopping at every token.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_end_is_missing(int recipe)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(s_recipes[recipe]).GetRoot().DescendantTokens()];
        foreach (SyntaxToken token in tokens)
        {
            string source = s_recipes[recipe][..token.SpanStart];
            CSharpCompilation compilation = TestCompilation.Create(source);
            AssertSpoken(compilation, await AnalyzeAsync(compilation));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public Task The_whole_recipe_raises_nothing(int recipe) => Check.IsCleanAsync(s_recipes[recipe]);

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation) =>
    [
        .. await AnalyzerRunner.RunAsync(new RecipeAnalyzer(), compilation),
        .. await AnalyzerRunner.RunAsync(new FormulaAnalyzer(), compilation),
    ];

    private static string Variant(string source, Random random)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        int count = random.Next(1, 5);
        foreach (SyntaxToken token in Enumerable.Range(0, count).Select(_ => tokens[random.Next(tokens.Length)]).Distinct().OrderByDescending(token => token.SpanStart))
            source = source.Remove(token.SpanStart, token.Span.Length);
        return source;
    }

    /// <summary>Where the generator writes nothing, the compiler or a rule says why; where nobody complains, it writes code that compiles.</summary>
    private static void AssertSpoken(CSharpCompilation compilation, ImmutableArray<Diagnostic> found)
    {
        if (compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) return;
        if (found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) return;
        int recipes = Types(compilation.Assembly.GlobalNamespace).Count(type => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "RecipeAttribute"));
        GeneratorRun run = GeneratorRun.Of(new RecipeGenerator(), compilation).AssertClean();
        Assert.Equal(recipes, run.Sources.Count);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(member).Prepend(type) : Types(member));
}
