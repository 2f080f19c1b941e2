using Recipes.CodeFixes;

namespace Recipes.Generators.Tests.Rules.Grammar;

/// <summary>RCP0021 to RCP0023: what a term looks at.</summary>
public class BindingTests
{
    private const string Frame = "[Input(64), Dense(10), AdamW(1e-3)]\n";

    [Theory]
    [InlineData("Head", "age", "one output")]
    [InlineData("Stream", "unlabelled", "one stream of rows")]
    [InlineData("Target", "age", "one label")]
    [InlineData("Updates", "trunk", "one group of parameters")]
    public Task A_binding_without_meaning(string knob, string value, string has) => Check.SaysAsync(
        $"{knob} of [CrossEntropy] is \"{value}\", and a recipe has {has}, so that there is nothing to choose; remove {knob}",
        Frame + $"[CrossEntropy({{|RCP0021:{knob} = \"{value}\"|}})]");

    [Fact]
    public Task Bindings_are_removed() => Check.FixesAllAsync(
        new RemoveArgumentFix(),
        Frame + "[CrossEntropy({|RCP0021:Head = \"a\"|}, Weight = 0.5, {|RCP0021:Target = \"b\"|}), Focal({|RCP0021:Stream = \"c\"|})]",
        Frame + "[CrossEntropy(Weight = 0.5), Focal]");

    [Fact]
    public Task A_binding_is_removed() => Check.FixesAsync(new RemoveArgumentFix(), Frame + "[Focal(Updates = \"trunk\")]", Frame + "[Focal]");

    [Fact]
    public Task Bindings_with_meaning_raise_nothing() =>
        Check.IsCleanAsync(Frame + "[CrossEntropy(Name = \"Plain\", Weight = 0.5, View = View.Clean, Every = 2, From = 0.1, Until = 0.9)]");

    [Fact]
    public Task A_view_that_nothing_makes() => Check.SaysAsync(
        "[Focal] looks at the mixed view, and nothing in the recipe mixes rows; add [RegMixup] or remove the View",
        Frame + "[CrossEntropy, Focal({|RCP0022:View = View.Mixed|})]");

    [Fact]
    public Task The_view_is_removed() => Check.FixesAllAsync(
        new RemoveArgumentFix(),
        Frame + "[CrossEntropy({|RCP0022:View = View.Mixed|}), Focal(Gamma = 1, {|RCP0022:View = View.Mixed|})]", Frame + "[CrossEntropy, Focal(Gamma = 1)]");

    [Fact]
    public Task A_view_that_nothing_looks_at() => Check.SaysAsync(
        "[RegMixup] adds mixed rows to every batch, and no term looks at them; add a term with View = View.Mixed or remove [RegMixup]",
        Frame + "[CrossEntropy]\n[{|RCP0023:RegMixup(Alpha = 5)|}]");

    [Fact]
    public Task The_unused_view_is_removed() => Check.FixesAsync(new RemoveAttributeFix(), Frame + "[CrossEntropy]\n[RegMixup]", Frame + "[CrossEntropy]");

    [Fact]
    public Task A_view_that_is_made_and_looked_at_raises_nothing() => Check.IsCleanAsync(Frame + "[CrossEntropy, CrossEntropy(Name = \"Mixed\", View = View.Mixed)]\n[RegMixup]");
}
