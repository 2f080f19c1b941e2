using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Ramps;

/// <summary>RCP0016, RCP0017, RCP0019, RCP0020, RCP0302, RCP0303: where ramps lead.</summary>
public class RampTests
{
    private const string Frame = "[Input(64), Dense(32), LeakyRelu(NegativeSlope = 0.1), Dropout(0.1), Dense(10)]\n[Focal, AdamW(1e-2), ClipNorm(1)]\n";

    [Theory]
    [InlineData("Focal.Gama", "Focal.Gamma")]
    [InlineData("focal.weight", "Focal.Weight")]
    [InlineData("AdamW.LearningRte", "AdamW.LearningRate")]
    public Task A_path_that_is_nearly_right(string path, string nearest) => Check.SaysAsync(
        $"[Ramp] names \"{path}\", and the recipe has no such knob. Did you mean \"{nearest}\"?",
        Frame + $"[Ramp({{|RCP0016:\"{path}\"|}}, From = 0.1, To = 1)]");

    [Fact]
    public async Task A_path_like_none()
    {
        string message = Assert.Single(await Check.MarksAsync(Frame + "[Ramp({|RCP0016:\"Temperature\"|}, From = 0, To = 1)]"));
        Assert.StartsWith("[Ramp] names \"Temperature\", and the recipe has no such knob. Its knobs are: AdamW.LearningRate, ", message);
        Assert.Contains("Focal.Gamma", message);
    }

    [Theory]
    [InlineData("Focal.Weight")]
    [InlineData("Focal.Gamma")]
    [InlineData("AdamW.LearningRate")]
    [InlineData("AdamW.WeightDecay")]
    [InlineData("Dropout.Rate")]
    [InlineData("ClipNorm.Maximum")]
    public Task A_knob_raises_nothing(string path) => Check.IsCleanAsync(Frame + $"[Ramp(\"{path}\", From = 0.1, To = 0.9)]");

    [Fact]
    public Task A_path_by_name_raises_nothing() => Check.IsCleanAsync(Frame + "[CrossEntropy(Name = \"Plain\"), Ramp(\"Plain.LabelSmoothing\", From = 0, To = 0.2)]");

    [Fact]
    public Task A_path_is_corrected() => Check.FixesAsync(
        new ReplaceNameFix(), Frame + "[Ramp(\"Focal.Gama\", From = 0, To = 2, Until = 0.5)]", Frame + "[Ramp(\"Focal.Gamma\", From = 0, To = 2, Until = 0.5)]");

    [Fact]
    public Task All_paths_are_corrected() => Check.FixesAllAsync(
        new ReplaceNameFix(),
        Frame + "[Ramp({|RCP0016:\"Focal.Gama\"|}, To = 2), Ramp({|RCP0016:\"Dropout.rate\"|}, To = 0.5)]",
        Frame + "[Ramp(\"Focal.Gamma\", To = 2), Ramp(\"Dropout.Rate\", To = 0.5)]");

    [Theory]
    [InlineData("LeakyRelu.NegativeSlope")]
    [InlineData("Dense.Units")]
    [InlineData("Recipe.BatchSize")]
    [InlineData("Focal.Every")]
    public Task A_constant_cannot_be_ramped(string path) => Check.SaysAsync(
        $"[Ramp] names \"{path}\", which is a constant of the generated code and cannot change during the run; ramp a knob of a term, a dropout rate or the learning rate",
        Frame + $"[Ramp({{|RCP0017:\"{path}\"|}}, From = 1, To = 2)]");

    [Theory]
    [InlineData("\"Focal.Gamma\", {|RCP0019:From = -1|}, To = 2", "The ramp of \"Focal.Gamma\" starts at -1, outside of the knob's range [0, 10]; give it a value from there")]
    [InlineData("\"Focal.Gamma\", {|RCP0019:To = 11|}", "The ramp of \"Focal.Gamma\" ends at 11, outside of the knob's range [0, 10]; give it a value from there")]
    [InlineData("\"Dropout.Rate\", {|RCP0019:To = 1|}", "The ramp of \"Dropout.Rate\" ends at 1, outside of the knob's range [0, 1); give it a value from there")]
    [InlineData("\"Focal.Weight\", {|RCP0019:To = double.NaN|}", "The ramp of \"Focal.Weight\" ends at NaN, outside of the knob's range [0, ∞); give it a value from there")]
    [InlineData("\"ClipNorm.Maximum\", {|RCP0019:From = 0|}, To = 2", "The ramp of \"ClipNorm.Maximum\" starts at 0, outside of the knob's range (0, ∞); give it a value from there")]
    public Task A_ramp_that_leaves_the_range(string arguments, string message) => Check.SaysAsync(message, Frame + $"[Ramp({arguments})]");

    [Fact]
    public Task A_rate_may_start_at_zero() => Check.IsCleanAsync(Frame + "[Ramp(\"AdamW.LearningRate\", From = 0, To = 1e-2, Until = 0.1)]");

    [Fact]
    public Task Two_ramps_of_a_knob() => Check.SaysAsync(
        "Two ramps move \"Focal.Gamma\", and a ramp holds its knob before it starts and after it ends, so that only one can be in force; remove one",
        Frame + "[Ramp(\"Focal.Gamma\", To = 2, Until = 0.5), {|RCP0020:Ramp(\"Focal.Gamma\", From = 2, To = 0, Start = 0.5)|}]");

    [Fact]
    public async Task Either_ramp_can_go()
    {
        const string Markup = Frame + "[Ramp(\"Focal.Gamma\", To = 2)]\n[Ramp(\"Focal.Gamma\", To = 3)]";
        await Check.FixesAsync(new RemoveAttributeFix(), Markup, Frame + "[Ramp(\"Focal.Gamma\", To = 2)]");
        await Check.FixesAsync(new RemoveAttributeFix(), Markup, Frame + "[Ramp(\"Focal.Gamma\", To = 3)]", choice: 1);
    }

    [Theory]
    [InlineData("To = 2, {|RCP0302:Start = 0.5|}, Until = 0.5", "0.5", "0.5")]
    [InlineData("To = 2, {|RCP0302:Start = 1|}", "1", "1")]
    [InlineData("To = 2, {|RCP0302:Until = 0|}", "0", "0")]
    public Task A_ramp_that_ends_before_it_starts(string arguments, string start, string until) => Check.SaysAsync(
        $"The ramp of \"Focal.Gamma\" starts at {start} of the run and ends at {until}; make Start less than Until",
        Frame + $"[Ramp(\"Focal.Gamma\", {arguments})]");

    [Fact]
    public Task A_ramp_that_changes_nothing() => Check.SaysAsync(
        "The ramp of \"Focal.Gamma\" goes from 2 to 2 and changes nothing; declare the value at the knob and remove the ramp",
        Frame + "[{|RCP0303:Ramp(\"Focal.Gamma\", From = 2, To = 2)|}]");
}
