namespace Recipes.Tests.Sampling;

public sealed class SamplerTests
{
    private const int BatchSize = 8;

    /// <summary>Class counts of an imbalanced set of 50 rows, in blocks.</summary>
    private static readonly int[] s_counts = [35, 0, 12, 3];

    public static TheoryData<string> Samplers => ["uniform", "in order", "class balanced"];

    private static ISampler Make(string name) => name switch
    {
        "uniform" => new UniformSampler(),
        "in order" => new InOrderSampler(),
        _ => new ClassBalancedSampler(),
    };

    internal static SamplingContext Context(int[] counts, int batchSize = BatchSize, ulong seed = 3, bool dropLast = false)
    {
        int[] labels = [.. counts.SelectMany((count, c) => Enumerable.Repeat(c, count))];
        return new SamplingContext(labels, counts, batchSize, seed)
        {
            StepsPerEpoch = dropLast ? labels.Length / batchSize : (labels.Length + batchSize - 1) / batchSize,
        };
    }

    /// <summary>What a run of so many steps draws, step by step.</summary>
    internal static List<int[]> Walk(ISampler sampler, SamplingContext context, int steps)
    {
        sampler.Start(context);
        var drawn = new List<int[]>();
        for (int step = 0; step < steps; step++) drawn.Add(DrawAt(sampler, context, step));
        return drawn;
    }

    private static int[] DrawAt(ISampler sampler, SamplingContext context, long step)
    {
        int first = (int)(step % context.StepsPerEpoch) * context.BatchSize;
        int[] rows = new int[Math.Min(context.BatchSize, context.Rows - first)];
        Array.Fill(rows, -1);
        sampler.Draw(step, rows);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void One_seed_draws_the_same_twice_and_another_seed_does_not(string name)
    {
        List<int[]> first = Walk(Make(name), Context(s_counts), 50);
        Assert.Equal(first, Walk(Make(name), Context(s_counts), 50));
        if (name != "in order") Assert.NotEqual(first, Walk(Make(name), Context(s_counts, seed: 4), 50));
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void Jumping_to_a_step_draws_what_walking_there_does(string name)
    {
        foreach (bool dropLast in (bool[])[false, true])
        {
            SamplingContext context = Context(s_counts, dropLast: dropLast);
            List<int[]> walked = Walk(Make(name), context, 60);
            ISampler jumping = Make(name);
            jumping.Start(context);
            foreach (int step in (int[])[41, 42, 7, 7, 59, 0, 13]) Assert.Equal(walked[step], DrawAt(jumping, context, step));
        }
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void Drawing_allocates_nothing(string name)
    {
        SamplingContext context = Context(s_counts);
        ISampler sampler = Make(name);
        sampler.Start(context);
        int[] rows = new int[BatchSize];
        for (long step = 0; step < 20; step++) sampler.Draw(step, rows.AsSpan(0, step % 7 == 6 ? 2 : 8));
        long before = GC.GetAllocatedBytesForCurrentThread();
        // The jump back to 20 after the walk is among them.
        for (long step = 20; step < 1020; step++) sampler.Draw(step, rows.AsSpan(0, step % 7 == 6 ? 2 : 8));
        sampler.Draw(20, rows.AsSpan(0, 2));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void The_drawn_prior_is_what_is_drawn(string name)
    {
        SamplingContext context = Context(s_counts);
        ISampler sampler = Make(name);
        int[] drawn = [.. Walk(sampler, context, 7 * 400).SelectMany(rows => rows)];
        double[] prior = [.. Enumerable.Repeat(9.0, s_counts.Length)];
        sampler.DrawnPrior(prior);
        Assert.Equal(1, prior.Sum(), 15);
        // 20,000 draws: a share's deviation is at most √(.25/20000) = .0035; five of them bound it but for 1 time in 10⁶.
        for (int c = 0; c < s_counts.Length; c++)
            Assert.InRange(drawn.Count(row => context.Labels.Span[row] == c) / (double)drawn.Length, prior[c] - .0175, prior[c] + .0175);
    }

    [Theory]
    [InlineData("uniform")]
    [InlineData("in order")]
    public void An_epoch_draws_every_row_once_and_its_last_batch_is_short(string name)
    {
        SamplingContext context = Context(s_counts);
        List<int[]> steps = Walk(Make(name), context, 5 * context.StepsPerEpoch);
        for (int epoch = 0; epoch < 5; epoch++)
        {
            List<int[]> batches = steps.GetRange(epoch * context.StepsPerEpoch, context.StepsPerEpoch);
            Assert.Equal(2, batches[^1].Length);
            Assert.Equal(Enumerable.Range(0, 50), batches.SelectMany(rows => rows).Order());
        }
    }

    [Fact]
    public void File_order_is_kept_in_every_epoch()
    {
        SamplingContext context = Context(s_counts);
        IEnumerable<int> drawn = Walk(new InOrderSampler(), context, 2 * context.StepsPerEpoch).SelectMany(rows => rows);
        Assert.Equal([.. Enumerable.Range(0, 50), .. Enumerable.Range(0, 50)], drawn);
    }

    [Fact]
    public void Every_order_of_an_epoch_is_as_likely()
    {
        // Five rows have 120 orders; over 12,000 epochs each is expected 100 times. The chi-square statistic has 119 degrees of
        // freedom and exceeds 207.2 one time in 10⁶ (scipy.stats.chi2.isf(1e-6, 119)).
        SamplingContext context = Context([5], batchSize: 5);
        var counts = new Dictionary<string, int>();
        foreach (int[] rows in Walk(new UniformSampler(), context, 12_000))
        {
            string order = string.Join(' ', rows);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(120, counts.Count);
        Assert.InRange(counts.Values.Sum(count => (count - 100) * (count - 100) / 100.0), 0, 207.2);
    }
}
