using System.Reflection;

namespace Recipes.Tests.Formulas;

/// <summary>Every formula of the library, at its defaults and at both ends of every knob, near and far from saturation.</summary>
public sealed class KnobEndTests
{
    private const double Step = 1e-6;

    public static TheoryData<string> Names() => [.. Library.Formulas.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_central_differences_are_finite(string name)
    {
        var formula = Library.Formulas[name];
        foreach (var knobs in KnobSettings(formula))
            foreach (var point in Library.Points)
            {
                AssertFinite(Library.Call(formula, knobs, point));
                for (var moved = 0; moved < formula.GetParameters().Length; moved++)
                {
                    if (!Library.IsDifferentiable(formula.GetParameters()[moved]))
                        continue;
                    var above = Library.Call(formula, knobs, point, moved, Step);
                    var below = Library.Call(formula, knobs, point, moved, -Step);
                    AssertFinite([.. above.Zip(below, (a, b) => (a - b) / (2 * Step))]);
                }
            }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Defaults_are_within_their_ranges_and_every_number_has_one(string name)
    {
        foreach (var knob in Library.Formulas[name].GetParameters().Where(p => p.ParameterType == typeof(double)))
        {
            var range = knob.GetCustomAttribute<RangeAttribute>();
            Assert.True(range is not null, $"{knob.Name} has no range.");
            if (!knob.HasDefaultValue)
                continue;
            var value = (double)knob.DefaultValue!;
            Assert.True(range.ExclusiveMinimum ? value > range.Minimum : value >= range.Minimum, knob.Name);
            Assert.True(range.ExclusiveMaximum ? value < range.Maximum : value <= range.Maximum, knob.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_its_paper(string name)
    {
        var paper = Library.Formulas[name].GetCustomAttribute<PaperAttribute>();
        Assert.NotNull(paper);
        Assert.InRange(paper.Year, 1950, 2100);
    }

    /// <summary>All at their defaults, then each alone at its least and at its greatest value.</summary>
    private static IEnumerable<Dictionary<string, object>> KnobSettings(MethodInfo formula)
    {
        yield return [];
        foreach (var knob in formula.GetParameters())
        {
            if (knob.ParameterType == typeof(bool))
                yield return new() { [knob.Name!] = knob.HasDefaultValue && !(bool)knob.DefaultValue! };
            if (knob.ParameterType != typeof(double))
                continue;
            var range = knob.GetCustomAttribute<RangeAttribute>()!;
            yield return new() { [knob.Name!] = range.ExclusiveMinimum ? range.Minimum + 1e-3 : range.Minimum };
            var maximum = Math.Min(range.Maximum, 1e3);
            yield return new() { [knob.Name!] = range.ExclusiveMaximum ? maximum - 1e-3 : maximum };
        }
    }

    private static void AssertFinite(double[] values) => Assert.All(values, value => Assert.True(double.IsFinite(value), $"{value}"));
}
