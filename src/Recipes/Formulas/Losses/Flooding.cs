using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Flooding: the batch's cross-entropy is kept at a level instead of being driven to 0.</summary>
    /// <remarks>
    /// <para>|L − b| + b, with L the mean of −log softmax(z)_y over the batch; the same number for each row.</para>
    /// <para>
    /// Below the level the gradient turns round, and the network walks along flat places instead of learning its last rows by heart. The wrong choice where
    /// the level is above what can be reached, and beside other means against overfitting that were tuned without it.
    /// </para>
    /// <para>b has no default in the paper, which tunes it between 0 and 0.1; 0.05 is its middle.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="level">The level b.</param>
    /// <returns>The loss, one number for the batch, ≥ b.</returns>
    [Loss, Paper("Do We Need Zero Training Loss After Achieving Zero Training Error?", 2020)]
    public static Scalar Flooding(Logits z, Label y, [Range(0, 100)] double level = 0.05) => Abs(BatchMean(-LogSoftmax(z)[y]) - level) + level;
}
