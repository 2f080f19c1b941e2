using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Property prior: differences of a latent's log-density under the prior match differences of a property.</summary>
    /// <remarks>
    /// <para>
    /// Mean over the rows j of the batch of (log N(h_i; 0, 1) − log N(h_j; 0, 1) − τ · (y_i − y_j))² / (τ + 1)²: rows with a greater property are drawn towards the origin.
    /// </para>
    /// <para>
    /// Beside an autoencoder's or a regression's loss, so that samples from the prior have great values of the property. The wrong choice where the property's scale is
    /// unknown: τ is in units of log-density per unit of it.
    /// </para>
    /// <para>τ has no usual value: it is the log-density a unit of the property is worth.</para>
    /// </remarks>
    /// <param name="h">Embedding, the latent [batch, features].</param>
    /// <param name="y">The property [batch].</param>
    /// <param name="temperature">The exchange rate τ.</param>
    /// <returns>The loss [batch], ≥ 0.</returns>
    [Loss, Paper("Robust Model-Based Optimization for Challenging Fitness Landscapes", 2024)]
    [Technique("003-001", Part = "the variational autoencoder that it stands beside")]
    public static Scalar PropertyPrior(Embedding h, Target y, [Range(0, 1000)] double temperature = 1)
    {
        Scalar excess = -0.5 * Sum(Square(h)) - temperature * y;
        return Mean(Square(excess - OfOthers(excess))) / ((temperature + 1) * (temperature + 1));
    }
}
