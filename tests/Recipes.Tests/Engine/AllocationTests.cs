using Recipes.Engine;

namespace Recipes.Tests.Engine;

/// <summary>A step allocates nothing on the managed heap: not on the thread that calls, not on the workers.</summary>
/// <remarks>Counted thread by thread, as the test host allocates on threads of its own all the time.</remarks>
public class AllocationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Steps_allocate_nothing(int threads)
    {
        using ThreadTeam? team = threads == 0 ? null : new ThreadTeam(threads);
        using var arena = new NativeArena();
        const int rows = 64, inputs = 64, outputs = 128;
        NativeBuffer<float> data = arena.Random(500 * inputs, 1), x = arena.Allocate<float>(rows * inputs), w = arena.Random(inputs * outputs, 2), b = arena.Random(outputs, 3);
        NativeBuffer<float> mask = arena.Allocate<float>(rows * outputs), pre = arena.Allocate<float>(rows * outputs), y = arena.Allocate<float>(rows * outputs);
        NativeBuffer<float> dx = arena.Allocate<float>(rows * inputs), dw = arena.Allocate<float>(inputs * outputs), db = arena.Allocate<float>(outputs), shares = arena.Filled(rows, 0.5f);
        NativeBuffer<int> index = arena.Allocate<int>(rows), partners = arena.Allocate<int>(rows);
        var key = new RandomKey(1, "test");
        long sum = 0;
        Action<int> count = task => Interlocked.Add(ref sum, task);

        Steps(50); // Everything is compiled.
        using var counters = new AllocationCounters(team);
        counters.Start();
        Steps(300); // 2,700 calls.
        Assert.Equal(0, counters.AllocatedSinceStart());

        void Steps(ulong steps)
        {
            for (ulong step = 0; step < steps; step++)
            {
                for (int i = 0; i < rows; i++) index[i] = key.Below(500, step, (uint)i);
                Gather.Rows(team, data, index, rows, inputs, x);
                Mixing.Rows(team, rows, inputs, x, partners, shares, dx);
                Dropout.FillMask(team, rows, outputs, mask, key, step * rows, 0.1);
                MatrixProduct.Forward(team, rows, inputs, outputs, x, w, b, pre, y, new TestSoftsign(1), mask);
                MatrixProduct.BackwardInput(team, rows, inputs, outputs, y, w, x, default, dx, default(TestRelu));
                MatrixProduct.BackwardWeights(team, rows, inputs, outputs, x, y, dw, db);
                Elementwise.Forward(team, rows, outputs, y, y, default(TestRelu), mask);
                sum += (long)Reductions.SumOfSquares(team, dw);
                team?.For(4, count);
            }
        }
    }
}
