using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Multi-class perceptron: by how much the strongest logit is above the true one.</summary>
    /// <remarks>
    /// <para>max_j z_j − z_y.</para>
    /// <para>
    /// Learns from mistakes alone and is 0 as soon as the class is right: the wrong choice where probabilities or margins matter. As
    /// <c>optax.losses.multiclass_perceptron_loss</c>.
    /// </para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Discriminative Training Methods for Hidden Markov Models: Theory and Experiments with Perceptron Algorithms", 2002)]
    public static Scalar MulticlassPerceptron(Logits z, Label y) => Max(z) - z[y];
}
