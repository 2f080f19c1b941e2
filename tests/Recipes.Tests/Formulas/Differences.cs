namespace Recipes.Tests.Formulas;

/// <summary>Central differences, the oracle of gradients.</summary>
internal static class Differences
{
    /// <summary>The gradient [rows · columns] of a function of a matrix.</summary>
    public static double[] Gradient(Func<double[,], double> function, double[,] at, double step)
    {
        var gradient = new double[at.Length];
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = (function(Moved(i, step)) - function(Moved(i, -step))) / (2 * step);
        return gradient;

        double[,] Moved(int index, double by)
        {
            var moved = (double[,])at.Clone();
            moved[index / at.GetLength(1), index % at.GetLength(1)] += by;
            return moved;
        }
    }
}
