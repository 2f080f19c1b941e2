using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Two-way multi-label loss: true above false logits along each row's classes and along each class's rows.</summary>
    /// <remarks>
    /// <para>
    /// softplus(log Σ exp(z_k) + T · log Σ exp(−z_j/T)), k over the false and j over the true classes of a row; plus the mean over the classes of the same
    /// with k and j over the batch's rows for which the class is false and true. Without a pair there is no loss.
    /// </para>
    /// <para>
    /// Labels are told apart within a row, and rows within a label. The wrong choice with batches so small that classes have no true row.
    /// </para>
    /// <para>
    /// T = 4 for the true ones is the paper's. Its mean is over the rows and classes that have a pair; here those without one count as 0. The sum over rows
    /// is of plain exponentials.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="t">Labels [batch, classes], 1 or 0.</param>
    /// <param name="temperature">The temperature T of the true ones.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Two-way Multi-Label Loss", 2023)]
    public static Scalar TwoWayMultiLabel([Domain(-60, 60)] Logits z, MultiLabel t, [Range(1, 1000)] double temperature = 4)
    {
        Condition<Class> isTrue = Greater(t, 0.5);
        Scalar ofRow = Softplus(LogSumExp(z, Not(isTrue)) + temperature * LogSumExp(-z / temperature, isTrue));
        Row<Class> wrong = BatchSum(Where(isTrue, 0, Exp(z)));
        Row<Class> right = BatchSum(Where(isTrue, Exp(-z / temperature), 0));
        Row<Class> ofClass = Where(And(Greater(wrong, 0), Greater(right, 0)), Softplus(Log(Max(wrong, 1e-30)) + temperature * Log(Max(right, 1e-30))), 0);
        return ofRow + Mean(ofClass);
    }
}
