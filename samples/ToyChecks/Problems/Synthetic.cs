namespace Recipes.Samples.ToyChecks.Problems;

/// <summary>Problems whose rows are drawn from a formula.</summary>
internal static class Synthetic
{
    /// <summary>Overlapping normal clouds, one per class, around centres that a seed draws: even the best classifier errs, so that calibration can be seen.</summary>
    /// <param name="classes">Classes.</param>
    /// <param name="features">Features.</param>
    /// <param name="distance">The centres' deviation per feature, in deviations of a cloud.</param>
    /// <param name="train">Train rows.</param>
    public static ToyProblem Clouds(int classes, int features, double distance, int train) => new($"{classes} normal clouds in {features} dimensions", seed =>
    {
        var draws = new Draws("clouds", seed);
        double[] centres = [.. Enumerable.Range(0, classes * features).Select(_ => distance * draws.Normal())];
        Rows Draw(int count) => Cloud(draws, centres, classes, features, count, label: _ => draws.Index(classes));
        return new ToyData(classes, Draw(train), Draw(400), Draw(2000), Draw(400));
    });

    /// <summary>Clouds whose classes are unequally frequent in train and validation rows, in a reversed order in the rows named <c>shifted</c>.</summary>
    public static ToyProblem LabelShift(double ratio, int train) => new($"6 normal clouds, priors {ratio:0}:1 turned round", seed =>
    {
        const int Classes = 6, Features = 8;
        var draws = new Draws("label shift", seed);
        double[] centres = [.. Enumerable.Range(0, Classes * Features).Select(_ => 0.8 * draws.Normal())];
        double[] prior = [.. Enumerable.Range(0, Classes).Select(c => Math.Pow(ratio, -c / (Classes - 1.0)))];
        int Label(bool reversed)
        {
            double left = draws.Uniform() * prior.Sum();
            int c = 0;
            while (c < Classes - 1 && (left -= prior[c]) > 0) c++;
            return reversed ? Classes - 1 - c : c;
        }
        Rows Draw(int count, bool reversed) => Cloud(draws, centres, Classes, Features, count, _ => Label(reversed));
        return new ToyData(Classes, Draw(train, false), Draw(400, false), Draw(2000, false), null, ("shifted", Draw(2000, true)));
    });

    /// <summary>Two half circles that reach into each other, with normal noise, and eight features of noise alone.</summary>
    public static ToyProblem Moons(double noise, int train) => new($"two moons with noise {noise:0.##}", seed =>
    {
        var draws = new Draws("moons", seed);
        Rows Draw(int count)
        {
            const int Features = 10;
            var features = new float[count * Features];
            var labels = new int[count];
            for (int i = 0; i < count; i++)
            {
                double angle = Math.PI * draws.Uniform();
                labels[i] = i % 2;
                features[i * Features] = (float)((labels[i] == 0 ? Math.Cos(angle) : 1 - Math.Cos(angle)) + noise * draws.Normal());
                features[i * Features + 1] = (float)((labels[i] == 0 ? Math.Sin(angle) : 0.5 - Math.Sin(angle)) + noise * draws.Normal());
                for (int j = 2; j < Features; j++) features[i * Features + j] = (float)draws.Normal();
            }
            return new(features, labels);
        }
        return new ToyData(2, Draw(train), Draw(400), Draw(2000));
    });

    /// <summary>A language of 12 words in which each word is followed by one of four: the word before, as an indicator, says which.</summary>
    /// <param name="train">Pairs of words to learn from.</param>
    public static ToyProblem Bigrams(int train) => new($"bigrams of 12 words, {train} pairs", seed =>
    {
        const int Words = 12, Followers = 4;
        var draws = new Draws("bigrams", seed);
        var next = new float[Words * Words];
        for (int word = 0; word < Words; word++)
        {
            // The next word is always among them, so that every word follows some other.
            int[] order = [(word + 1) % Words, .. draws.Order(Words).Where(other => other != (word + 1) % Words)];
            double[] weights = [.. Enumerable.Range(0, Followers).Select(_ => 0.2 + draws.Uniform())];
            for (int i = 0; i < Followers; i++) next[word * Words + order[i]] = (float)(weights[i] / weights.Sum());
        }
        Rows Draw(int count) => Indicators([.. Enumerable.Range(0, count).Select(i => i % Words)], word =>
        {
            double left = draws.Uniform();
            int follower = Array.FindLastIndex(next, word * Words + Words - 1, Words, p => p > 0);
            for (int i = word * Words; i < (word + 1) * Words; i++) if ((left -= next[i]) < 0) { follower = i; break; }
            return follower % Words;
        });
        Rows Indicators(int[] words, Func<int, int> label)
        {
            var features = new float[words.Length * Words];
            for (int i = 0; i < words.Length; i++) features[i * Words + words[i]] = 1;
            return new(features, [.. words.Select(label)], Truth: [.. words.SelectMany(word => next[(word * Words)..((word + 1) * Words)])]);
        }
        Rows learnt = Draw(train);
        while (learnt.Labels.Distinct().Count() < Words) learnt = Draw(train);
        return new ToyData(Words, learnt, Draw(240), Draw(Words));
    });

    private static Rows Cloud(Draws draws, double[] centres, int classes, int width, int count, Func<int, int> label)
    {
        var features = new float[count * width];
        var labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            // The first rows are one of each class, so that no class is missing.
            labels[i] = i < classes ? i : label(i);
            for (int j = 0; j < width; j++) features[i * width + j] = (float)(centres[labels[i] * width + j] + draws.Normal());
        }
        return new(features, labels);
    }
}
