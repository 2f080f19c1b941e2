namespace Recipes.Samples.ToyChecks.Problems;

/// <summary>Problems made of the 1,797 handwritten digits, 8 × 8 pixels in [0, 1].</summary>
internal static class Digits
{
    public const int Pixels = 64;
    public const int Classes = 10;
    private const int ValidationPerClass = 25;

    private static readonly Lazy<Rows> s_all = new(() =>
    {
        Dataset digits = Dataset.FromCsv(Path.Combine(AppContext.BaseDirectory, "digits.csv"), label: "digit");
        return new([.. digits.Features.ToArray().Select(value => value / 16)], digits.Labels.ToArray());
    });

    /// <summary>A few clean rows of each class to learn from.</summary>
    public static ToyProblem Clean(int perClass) => new($"digits, {perClass} per class", seed => Divide(seed, perClass));

    /// <summary>Clean rows, some of them kept for calibrators.</summary>
    public static ToyProblem WithCalibration(int perClass) => new($"digits, {perClass} per class", seed => Divide(seed, perClass, calibrationPerClass: 25));

    /// <summary>Train rows fall from 100 to 100/<paramref name="ratio"/> from class to class; validation and test rows are balanced.</summary>
    public static ToyProblem LongTailed(double ratio) => new($"long-tailed digits, {ratio:0}:1", seed =>
    {
        ToyData all = Divide(seed, 100);
        int[] rank = new Draws("rank", seed).Order(Classes);
        var kept = new List<int>();
        var counts = new int[Classes];
        for (int i = 0; i < all["train"].Count; i++)
        {
            int label = all["train"].Labels[i];
            if (counts[label]++ < Math.Round(100 * Math.Pow(ratio, -rank[label] / (Classes - 1.0)))) kept.Add(i);
        }
        Rows tail = Where(all["test"], row => rank[all["test"].Labels[row]] >= 7);
        return new ToyData(Classes, all["train"].Take(kept), all["validation"], all["test"], null, ("tail", tail));
    });

    /// <summary>A share of the labels of train and validation rows is drawn anew from all other classes; test labels are right.</summary>
    public static ToyProblem SymmetricNoise(double share, int perClass = 60) => new(
        $"digits with {100 * share:0}% wrong labels", seed => Noisy(seed, perClass, share, (draws, label) => (label + 1 + draws.Index(Classes - 1)) % Classes));

    /// <summary>A share of the labels of train and validation rows is moved to the next class; test labels are right.</summary>
    public static ToyProblem AsymmetricNoise(double share, int perClass = 60) => new(
        $"digits with {100 * share:0}% labels moved to the next class", seed => Noisy(seed, perClass, share, (_, label) => (label + 1) % Classes));

    /// <summary>Test rows, and these alone, have pixels with normal noise.</summary>
    public static ToyProblem NoisyTestPixels(double deviation, int perClass = 40) => new($"digits, test pixels with noise of {deviation:0.##}", seed =>
    {
        ToyData all = Divide(seed, perClass);
        var draws = new Draws("pixel noise", seed);
        Rows shifted = all["test"] with { Features = [.. all["test"].Features.Select(value => (float)(value + deviation * draws.Normal()))] };
        return new ToyData(Classes, all["train"], all["validation"], all["test"], null, ("shifted", shifted));
    });

    /// <summary>Learns 0 to 7; 8 and 9 are outliers.</summary>
    public static ToyProblem Outliers(int perClass = 60) => new("digits 0 to 7, outliers 8 and 9", seed =>
    {
        ToyData all = Divide(seed, perClass);
        Rows Known(string name) => Where(all[name], row => all[name].Labels[row] < 8);
        return new ToyData(8, Known("train"), Known("validation"), Known("test"), null, ("outliers", Where(all["test"], row => all["test"].Labels[row] >= 8)));
    });

    /// <summary>
    /// Low digits against high ones, with a stripe that agrees with the class in a share of train and validation rows. Test rows of all four groups
    /// (class × stripe) are equally many. A row's group is 2 · class + stripe.
    /// </summary>
    public static ToyProblem Spurious(double agreement, int perClass = 60) => new($"digits < 5 or not, stripe agrees in {100 * agreement:0}%", seed =>
    {
        ToyData all = Divide(seed, perClass);
        var draws = new Draws("stripe", seed);
        return new ToyData(2, Striped(all["train"], draws, agreement), Striped(all["validation"], draws, agreement), Striped(all["test"], draws, 0.5));
    });

    /// <summary>Rows of each class to learn from, to choose by, to calibrate on; the others are test rows.</summary>
    private static ToyData Divide(int seed, int perClass, int calibrationPerClass = 0)
    {
        Rows all = s_all.Value;
        List<int>[] parts = [[], [], [], []];
        var counts = new int[Classes];
        int[] ends = [perClass, perClass + ValidationPerClass, perClass + ValidationPerClass + calibrationPerClass];
        foreach (int row in new Draws("division", seed).Order(all.Count))
        {
            int n = counts[all.Labels[row]]++;
            parts[n < ends[0] ? 0 : n < ends[1] ? 1 : n < ends[2] ? 2 : 3].Add(row);
        }
        return new ToyData(Classes, all.Take(parts[0]), all.Take(parts[1]), all.Take(parts[3]), calibrationPerClass == 0 ? null : all.Take(parts[2]));
    }

    private static ToyData Noisy(int seed, int perClass, double share, Func<Draws, int, int> wrong)
    {
        ToyData all = Divide(seed, perClass);
        var draws = new Draws("wrong labels", seed);
        Rows Corrupt(Rows rows) => rows.With([.. rows.Labels.Select(label => draws.Uniform() < share ? wrong(draws, label) : label)]);
        return new ToyData(Classes, Corrupt(all["train"]), Corrupt(all["validation"]), all["test"]);
    }

    /// <summary>The top row of pixels is bright for one value of the stripe.</summary>
    private static Rows Striped(Rows rows, Draws draws, double agreement)
    {
        float[] features = [.. rows.Features];
        int[] labels = [.. rows.Labels.Select(label => label < 5 ? 0 : 1)];
        var groups = new int[rows.Count];
        for (int row = 0; row < rows.Count; row++)
        {
            int stripe = draws.Uniform() < agreement ? labels[row] : 1 - labels[row];
            groups[row] = 2 * labels[row] + stripe;
            for (int column = 0; column < 8; column++) features[row * Pixels + column] = stripe;
        }
        return new(features, labels, groups);
    }

    private static Rows Where(Rows rows, Func<int, bool> isWanted) => rows.Take([.. Enumerable.Range(0, rows.Count).Where(isWanted)]);
}
