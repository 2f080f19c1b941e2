namespace Recipes;

/// <summary>Ends the run when a validation metric has not improved for a number of epochs, and keeps the weights of the best epoch.</summary>
/// <remarks>
/// The metric is taken on the validation rows after each epoch, with the averaged weights if the recipe averages. A recipe
/// without a stopping rule runs all its epochs and keeps the last weights, as a PyTorch loop does.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
[Component<EarlyStopping>]
public sealed class EarlyStoppingAttribute(Metric metric) : Attribute
{
    /// <summary>The metric that is watched, and by which the best weights are chosen.</summary>
    public Metric Metric { get; } = metric;
    /// <summary>Epochs without an improvement after which the run ends; 10 as scikit-learn's <c>n_iter_no_change</c>.</summary>
    [Range(1, int.MaxValue)]
    public int PatienceEpochs { get; set; } = 10;
    /// <summary>An epoch counts as an improvement only if it is better than the best by more than this.</summary>
    [Range(0, double.PositiveInfinity)]
    public double MinimumDelta { get; set; }
}
