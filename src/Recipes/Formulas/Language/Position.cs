namespace Recipes;

/// <summary>A position on an axis, one for all examples or one for each: what picks a number out of a row.</summary>
/// <remarks>A <see cref="Label"/> is a position on the axis of the classes; it does not pick out of a row of features.</remarks>
/// <typeparam name="TAxis">The axis of the row that is picked from.</typeparam>
public readonly struct Position<TAxis>
    where TAxis : IAxis
{
    internal Position(int[]? indices) => Indices = indices ?? [0];

    internal int[] Indices { get; }
}
