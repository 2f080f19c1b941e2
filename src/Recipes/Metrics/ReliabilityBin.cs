namespace Recipes;

/// <summary>Rows of like confidence: how sure the model was, and how often it was right.</summary>
/// <param name="Lower">Lower end of the bin, not part of it (for bins of equal mass: the least confidence in it).</param>
/// <param name="Upper">Upper end of the bin, part of it.</param>
/// <param name="Count">Rows.</param>
/// <param name="MeanConfidence">Mean probability of the predicted class; NaN without rows.</param>
/// <param name="Accuracy">Share of rows predicted right; NaN without rows.</param>
public sealed record ReliabilityBin(double Lower, double Upper, long Count, double MeanConfidence, double Accuracy)
{
    /// <summary>How far confidence and accuracy lie apart; 0 without rows.</summary>
    public double Gap => Count == 0 ? 0 : Math.Abs(Accuracy - MeanConfidence);
}
