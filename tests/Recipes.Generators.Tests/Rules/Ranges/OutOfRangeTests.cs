namespace Recipes.Generators.Tests.Rules.Ranges;

/// <summary>RCP0018: every number that has a range.</summary>
public class OutOfRangeTests
{
    private const string Rest = "\n[Input(64), Dense(10)]\n[AdamW(1e-3)]\n";

    [Theory]
    // A knob of a formula: from the property that is derived from it.
    [InlineData("Focal({|RCP0018:Gamma = 12|})", "Gamma of [Focal] is 12, outside of its range [0, 10]; give it a value from there")]
    [InlineData("Focal({|RCP0018:Gamma = -0.5|})", "Gamma of [Focal] is -0.5, outside of its range [0, 10]; give it a value from there")]
    [InlineData("CrossEntropy({|RCP0018:LabelSmoothing = 1|})", "LabelSmoothing of [CrossEntropy] is 1, outside of its range [0, 1); give it a value from there")]
    // What every term has: from a property of a base class.
    [InlineData("CrossEntropy({|RCP0018:Weight = -1|})", "Weight of [CrossEntropy] is -1, outside of its range [0, ∞); give it a value from there")]
    [InlineData("CrossEntropy({|RCP0018:Weight = double.NaN|})", "Weight of [CrossEntropy] is NaN, outside of its range [0, ∞); give it a value from there")]
    [InlineData("CrossEntropy({|RCP0018:Every = 0|})", "Every of [CrossEntropy] is 0, outside of its range [1, ∞); give it a value from there")]
    [InlineData("CrossEntropy, Dropout({|RCP0018:1|})", "Rate of [Dropout] is 1, outside of its range [0, 1); give it a value from there")]
    [InlineData("CrossEntropy, Dropout({|RCP0018:rate: -0.1|})", "Rate of [Dropout] is -0.1, outside of its range [0, 1); give it a value from there")]
    [InlineData("CrossEntropy, ConformalSets({|RCP0018:Alpha = 0|})", "Alpha of [ConformalSets] is 0, outside of its range (0, 1); give it a value from there")]
    [InlineData("CrossEntropy, RegMixup({|RCP0018:Alpha = -1|}), Squentropy(View = View.Mixed)", "Alpha of [RegMixup] is -1, outside of its range (0, 1000]; give it a value from there")]
    [InlineData("CrossEntropy, WeightAverage({|RCP0018:Decay = 1|})", "Decay of [WeightAverage] is 1, outside of its range [0, 1); give it a value from there")]
    [InlineData("CrossEntropy, Cosine({|RCP0018:Warmup = 1|})", "Warmup of [Cosine] is 1, outside of its range [0, 1); give it a value from there")]
    [InlineData("CrossEntropy, ClipNorm({|RCP0018:0|})", "Maximum of [ClipNorm] is 0, outside of its range (0, ∞); give it a value from there")]
    public Task A_number_outside_of_its_range(string declarations, string message) => Check.SaysAsync(
        message, declarations.Contains("Dropout", StringComparison.Ordinal)
            ? "[Input(64), Dense(32), Relu, " + declarations.Split(", ")[1] + ", Dense(10)]\n[AdamW(1e-3), CrossEntropy]"
            : "[" + declarations + "]" + Rest);

    [Theory]
    [InlineData("{|RCP0018:0|}")]
    [InlineData("{|RCP0018:-1e-3|}")]
    [InlineData("{|RCP0018:0.0 / 0.0|}")]
    [InlineData("1e-3, {|RCP0018:Beta1 = 1|}")]
    public Task An_optimizer(string arguments) => Check.MarksAsync($"[Input(64), Dense(10), CrossEntropy]\n[AdamW({arguments})]");

    [Theory]
    [InlineData("[Recipe({|RCP0018:Epochs = 0|})]")]
    [InlineData("[Recipe({|RCP0018:BatchSize = -1|})]")]
    [InlineData("[Recipe({|RCP0018:BatchSize = 1 << 21|})]")]
    public Task The_run(string recipe) => Check.MarksAsync(recipe + Rest + "[CrossEntropy]\npublic partial class Digits;");

    [Theory]
    [InlineData("{|RCP0018:0|}", "10")]
    [InlineData("64", "{|RCP0018:-10|}")]
    public Task Widths(string features, string units) => Check.MarksAsync($"[Input({features}), Dense({units}), CrossEntropy, AdamW(1e-3)]");

    [Fact]
    public Task A_named_constant() => Check.MarksAsync("""
        [Recipe, Input(64), Dense(10), AdamW(1e-3), Focal({|RCP0018:Gamma = Digits.Steep|})]
        public partial class Digits { private const double Steep = 40; }
        """);

    [Fact]
    public Task The_mark_of_a_method() => Check.MarksAsync("""
        [Recipe, Input(64), Dense(10), AdamW(1e-3)]
        public partial class Digits
        {
            [Obsolete, LossTerm({|RCP0018:Weight = -1|})] static Scalar Plain(Logits z, Label y) => -LogSoftmax(z)[y];
        }
        """);

    [Fact]
    public Task An_attribute_of_ones_own() => Check.MarksAsync("""
        [AttributeUsage(AttributeTargets.Class), Component<Recipes.InOrderSampler>]
        public sealed class ShareAttribute([Range(0, 1)] double share) : Attribute
        {
            public double Share { get; } = share;
            [Range(1, 5)] public int Times { get; set; }
        }

        [Recipe, Input(64), Dense(10), CrossEntropy, AdamW(1e-3), Share({|RCP0018:2|}, {|RCP0018:Times = 6|})]
        public partial class Digits;
        """);

    [Theory]
    [InlineData("Focal(Gamma = 0), CrossEntropy(LabelSmoothing = 0, Weight = 1e9)")]
    [InlineData("Focal(Gamma = 10, From = 0, Until = 1, Every = 1)")]
    public Task The_ends_of_a_range_raise_nothing(string terms) => Check.IsCleanAsync("[" + terms + "]" + Rest);
}
