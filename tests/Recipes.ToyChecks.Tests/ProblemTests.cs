namespace Recipes.ToyChecks.Tests;

/// <summary>Each problem of a check is what it says, and the same for the same seed.</summary>
public class ProblemTests
{
    public static TheoryData<string> Names => [.. CheckList.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_seed_makes_the_same_rows_and_another_makes_others(string name)
    {
        ToyProblem problem = CheckList.All[name].Problem;
        ToyData first = problem.Make(3), again = problem.Make(3), other = problem.Make(4);
        Assert.Equal(first.Splits.Identity, again.Splits.Identity);
        Assert.NotEqual(first.Splits.Identity, other.Splits.Identity);
    }

    [Fact]
    public void No_digit_has_two_roles()
    {
        ToyData data = Digits.WithCalibration(40).Make(1);
        string[] roles = ["train", "validation", "calibration", "test"];
        Assert.Equal(1797, roles.Sum(role => data[role].Count));
        // Distinct digits have distinct pixels: 1,797 images are 1,797 texts.
        Assert.Equal(1797, roles.SelectMany(role => Enumerable.Range(0, data[role].Count).Select(row => string.Join(' ', data[role].Row(row).ToArray()))).Distinct().Count());
    }

    [Fact]
    public void Long_tails_have_the_ratio_and_balanced_tests()
    {
        ToyData data = Digits.LongTailed(50).Make(2);
        int[] counts = [.. data["train"].Labels.CountBy(label => label).Select(pair => pair.Value).Order()];
        Assert.Equal(10, counts.Length);
        Assert.Equal(2, counts[0]);
        Assert.Equal(100, counts[^1]);
        Assert.All(data["validation"].Labels.CountBy(label => label), pair => Assert.Equal(25, pair.Value));
        Assert.Equal(3, data["tail"].Labels.Distinct().Count());
    }

    /// <summary>Of 600 labels, 40% are wrong with a standard deviation of 12: six of them are given.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void As_many_labels_are_wrong_as_is_said(bool asymmetric)
    {
        ToyData clean = Digits.Clean(60).Make(5), noisy = (asymmetric ? Digits.AsymmetricNoise(0.4) : Digits.SymmetricNoise(0.4)).Make(5);
        Assert.Equal(clean["train"].Features, noisy["train"].Features);
        Assert.Equal(clean["test"].Labels, noisy["test"].Labels);
        (int Right, int Given)[] wrong = [.. clean["train"].Labels.Zip(noisy["train"].Labels).Where(pair => pair.First != pair.Second)];
        Assert.InRange(wrong.Length, 240 - 72, 240 + 72);
        Assert.Equal(asymmetric, wrong.All(pair => pair.Given == (pair.Right + 1) % 10));
    }

    [Fact]
    public void The_stripe_agrees_in_train_and_says_nothing_in_test()
    {
        ToyData data = Digits.Spurious(0.9).Make(1);
        double Agreement(string role) => data[role].Groups!.Average(group => group is 0 or 3 ? 1.0 : 0.0);
        // 600 and about 950 rows: four standard deviations are 0.05 and 0.07.
        Assert.InRange(Agreement("train"), 0.85, 0.95);
        Assert.InRange(Agreement("test"), 0.43, 0.57);
        Assert.All(Enumerable.Range(0, data["train"].Count), row => Assert.Equal(data["train"].Groups![row] % 2, data["train"].Row(row)[3]));
    }

    [Fact]
    public void Outliers_are_of_no_train_class()
    {
        ToyData data = Digits.Outliers().Make(1);
        Assert.Equal(8, data["train"].Labels.Distinct().Count());
        Assert.All(data["outliers"].Labels, label => Assert.True(label >= 8));
    }

    [Fact]
    public void Priors_are_turned_round_in_shifted_rows()
    {
        ToyData data = Synthetic.LabelShift(10, 300).Make(1);
        Assert.True(data["train"].Labels.Count(label => label == 0) > 3 * data["train"].Labels.Count(label => label == 5));
        Assert.True(data["shifted"].Labels.Count(label => label == 5) > 3 * data["shifted"].Labels.Count(label => label == 0));
    }
}
