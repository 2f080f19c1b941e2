namespace Recipes;

/// <summary>How well one class is told from the others.</summary>
/// <param name="Name">The class.</param>
/// <param name="Support">Rows of the class.</param>
/// <param name="Predicted">Rows that were given to the class.</param>
/// <param name="Precision">Share of the rows given to the class that are of it; NaN when none was given to it.</param>
/// <param name="Recall">Share of the class's rows that were given to it; NaN when it has none.</param>
/// <param name="F1">Harmonic mean of both, 2·TP / (2·TP + FP + FN); NaN when the class has no rows and none was given to it.</param>
public sealed record ClassMetrics(string Name, long Support, long Predicted, double Precision, double Recall, double F1)
{
    internal static ClassMetrics[] Of(ConfusionMatrix confusion, IReadOnlyList<string> names)
    {
        var classes = new ClassMetrics[confusion.Classes];
        for (int k = 0; k < classes.Length; k++)
        {
            long right = confusion[k, k], support = confusion.Support(k), predicted = confusion.Predicted(k);
            // 0/0 is NaN: that nothing was measured is not a score of zero.
            classes[k] = new ClassMetrics(
                names[k], support, predicted, (double)right / predicted, (double)right / support, 2.0 * right / (support + predicted));
        }

        return classes;
    }
}
