namespace Recipes.Engine;

/// <summary>Copies the drawn rows of the data into a batch.</summary>
public static unsafe class Gather
{
    /// <summary>destination[r] = source[index[r]], row by row.</summary>
    /// <param name="team">Threads to share the work with, or null.</param>
    /// <param name="source">[any number of rows, width].</param>
    /// <param name="index">Rows of the source, [rows]; not checked.</param>
    /// <param name="rows">Rows to copy.</param>
    /// <param name="width">Floats per row.</param>
    /// <param name="destination">Receives the rows, [rows, width].</param>
    public static void Rows(ThreadTeam? team, NativeBuffer<float> source, NativeBuffer<int> index, int rows, int width, NativeBuffer<float> destination)
    {
        var job = new RowsJob
        {
            Source = source.Pointer, Index = index.Pointer, Rows = rows, Width = width, Destination = destination.Pointer, RowsPerTask = RowsPerTask(width),
        };
        int tasks = (rows + job.RowsPerTask - 1) / job.RowsPerTask;
        ThreadTeam.For(team, tasks, ref job);
    }

    /// <summary>destination[r] = labels[index[r]].</summary>
    /// <param name="labels">Labels of the data, [any number of rows].</param>
    /// <param name="index">Rows of the data, [rows]; not checked.</param>
    /// <param name="rows">Labels to copy.</param>
    /// <param name="destination">Receives the labels, [rows].</param>
    public static void Labels(NativeBuffer<int> labels, NativeBuffer<int> index, int rows, NativeBuffer<int> destination)
    {
        for (nint row = 0; row < rows; row++) destination[row] = labels[index[row]];
    }

    internal static int RowsPerTask(int width) => Math.Max(1, 32_768 / Math.Max(1, width));

    private struct RowsJob : ITaskBody
    {
        public float* Source, Destination;
        public int* Index;
        public int Rows, Width, RowsPerTask;

        public readonly void Run(int task)
        {
            int end = Math.Min(Rows, (task + 1) * RowsPerTask);
            for (int row = task * RowsPerTask; row < end; row++)
            {
                var from = new ReadOnlySpan<float>(Source + ((nint)Index[row] * Width), Width);
                from.CopyTo(new Span<float>(Destination + ((nint)row * Width), Width));
            }
        }
    }
}
