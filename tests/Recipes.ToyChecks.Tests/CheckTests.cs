namespace Recipes.ToyChecks.Tests;

/// <summary>Every check keeps the protocol, and the page lists every check as its code says.</summary>
public class CheckTests
{
    public static TheoryData<string> Names => [.. CheckList.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_arms_have_the_same_budget_and_the_claim_can_fail(string name)
    {
        ToyCheck check = CheckList.All[name];
        check.CheckBudget();
        Assert.True(check.Claim.Threshold > 0, "The difference that would matter is not said.");
        Assert.NotEmpty(check.Claim.Text);
        Assert.Contains("validation", check.Selection.Name, StringComparison.Ordinal);
        Assert.DoesNotContain("validation", check.Claim.Measure.Name, StringComparison.Ordinal);
    }

    /// <summary>Knobs by path, so that a misspelt one fails here and not after a minute.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Settings_are_knobs_of_their_recipes(string name)
    {
        ToyCheck check = CheckList.All[name];
        foreach (Arm arm in (Arm[])[check.Baseline, check.Treated])
            Assert.All(arm.Settings.SelectMany(setting => setting.Knobs), knob => Assert.True(arm.Recipe.Knobs.Any(info => info.Path == knob.Key && info.Allows(knob.Value)), knob.Key));
    }

    /// <summary>Else an arm could win by a rate that the other may not take.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Both_arms_choose_among_the_same_learning_rates(string name)
    {
        ToyCheck check = CheckList.All[name];
        Dictionary<string, double[]> Rates(Arm arm) => arm.Settings.SelectMany(setting => setting.Knobs)
            .Where(knob => knob.Key.EndsWith(".LearningRate", StringComparison.Ordinal))
            .GroupBy(knob => knob.Key)
            .ToDictionary(group => group.Key, group => group.Select(knob => knob.Value).Distinct().Order().ToArray());
        Dictionary<string, double[]> baseline = Rates(check.Baseline), treated = Rates(check.Treated);
        Assert.All(baseline.Keys.Intersect(treated.Keys), optimizer => Assert.Equal(baseline[optimizer], treated[optimizer]));
    }

    [Fact]
    public void Unequal_budgets_are_refused()
    {
        ToyCheck check = CheckList.All[nameof(Samples.ToyChecks.Checks.FocalCalibration)];
        var unequal = new ToyCheck
        {
            Technique = "Focal", Problem = check.Problem, Claim = check.Claim, Baseline = check.Baseline,
            Treated = Arm.Of(Samples.ToyChecks.Checks.FocalCalibration.WithFocal.Definition, Samples.ToyChecks.Checks.FocalCalibration.WithFocal.Train, Grid.Of("Focal.Gamma", 1, 2, 3, 4)),
        };
        Assert.Throws<InvalidOperationException>(unequal.CheckBudget);
    }

    /// <summary>Two seeds of two checks: the same numbers whatever the number of threads.</summary>
    [Theory]
    [InlineData(nameof(Samples.ToyChecks.Checks.FocalCalibration))]
    [InlineData(nameof(Samples.ToyChecks.Checks.RmsNormDepth))]
    public void A_check_runs_and_repeats(string name)
    {
        ToyCheck check = CheckList.All[name];
        CheckResult one = Runner.Run(name, check, seeds: 2, threads: 1), two = Runner.Run(name, check, seeds: 2, threads: 2);
        Assert.Equal(one.Baseline, two.Baseline);
        Assert.Equal(one.Treated, two.Treated);
        Assert.All(one.Baseline.Concat(one.Treated), value => Assert.True(double.IsFinite(value)));
        Assert.NotEqual(one.Baseline, one.Treated);
    }

    [Fact]
    public void A_grid_is_every_value_with_every_other() =>
        Assert.Equal(["A = 1, B = 3", "A = 1, B = 4", "A = 2, B = 3", "A = 2, B = 4"], Grid.Of("A", 1, 2).Times("B", 3, 4).Select(setting => setting.ToString()));

    [Fact]
    public void Checks_are_found_by_name_and_by_technique()
    {
        Assert.Equal([nameof(Samples.ToyChecks.Checks.FocalCalibration)], CheckList.Named(["focalcalibration"]).Select(check => check.Key));
        Assert.Contains(nameof(Samples.ToyChecks.Checks.LogitClipNoise), CheckList.Named(["LogitClip"]).Select(check => check.Key));
        Assert.Throws<ArgumentException>(() => CheckList.Named(["Nothing"]));
    }
}
