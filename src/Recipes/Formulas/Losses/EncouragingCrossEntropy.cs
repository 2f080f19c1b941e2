using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Losses
{
    /// <summary>Encouraging loss: cross-entropy with a bonus that keeps rows that are classified well already learning.</summary>
    /// <remarks>
    /// <para>
    /// −log p_y + log(1 − p_y), with p = softmax(z); where p_y exceeds e = <c>logEnd</c> the bonus goes on along its tangent, log(1 − e) − (p_y − e) / (1 − e).
    /// </para>
    /// <para>
    /// Cross-entropy forgets what it gets right; this widens their margins. The opposite of the focal loss, not to be declared with it, and the
    /// wrong choice with wrong labels or where probabilities must be calibrated: it makes the network sure.
    /// </para>
    /// <para>e = 0.75 is the authors' for accurate networks; they report 0.5 to work everywhere. 1 − p_y is no less than 10⁻⁵, as in their code.</para>
    /// </remarks>
    /// <param name="z">Logits [batch, classes].</param>
    /// <param name="y">Label [batch].</param>
    /// <param name="logEnd">The probability e from which the bonus is linear.</param>
    /// <returns>The loss [batch]; it is negative where the label is more likely than not.</returns>
    [Loss, Paper("Well-classified Examples are Underestimated in Classification with Deep Neural Networks", 2021)]
    [Technique("001-060")]
    public static Scalar EncouragingCrossEntropy(Logits z, Label y, [Range(0, 1, ExclusiveMinimum = true, ExclusiveMaximum = true)] double logEnd = 0.75)
    {
        Scalar logp = LogSoftmax(z)[y];
        Scalar p = Exp(logp);
        Scalar bonus = Log(Max(-Expm1(logp), 1e-5));
        Scalar tangent = Log1p(-logEnd) - (p - logEnd) / (1 - logEnd);
        return Where(Greater(p, logEnd), tangent, bonus) - logp;
    }
}
