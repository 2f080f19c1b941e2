using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Centre loss: draws each example to a learned centre of its class.</summary>
    /// <remarks>
    /// <para>½ · ‖h − w_y‖².</para>
    /// <para>
    /// Beside cross-entropy, for features that are compact within classes. Alone it collapses: all features and centres at one point have loss 0. The
    /// centres are trained with the network by its optimizer; the paper moves them by an own rule towards the mean of their rows.
    /// </para>
    /// <para>A weight of 0.003 beside cross-entropy is the paper's.</para>
    /// </remarks>
    /// <param name="h">Embedding [batch, features].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="centers">The centres w [classes, features].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("A Discriminative Feature Learning Approach for Deep Face Recognition", 2016)]
    public static Scalar CenterLoss(Embedding h, Label y, LearnedMatrix<Class, Feature> centers) => 0.5 * ClassDistances(h, centers)[y];
}
