namespace Recipes.Samples.ToyChecks.Protocol;

/// <summary>What the paper says, in a form that can fail; stated before anything is run.</summary>
/// <param name="Text">The direction in words.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Threshold">
/// The difference that would matter, in the measure's unit. Of an improvement: less than this is not worth the name. Of a claim to be no
/// worse: more than this is worse.
/// </param>
/// <param name="NoWorse">Whether the claim is to be as good (and cheaper, or simpler), not to be better.</param>
internal sealed record Claim(string Text, Measure Measure, double Threshold, bool NoWorse = false)
{
    /// <summary>The verdict on differences that are positive where the technique is better.</summary>
    /// <remarks>
    /// An improvement is not shown if the whole interval lies below the threshold; it is shown if the interval lies above 0 (and reaches the
    /// threshold); else the seeds cannot tell. To be no worse is shown if the interval lies above minus the threshold, and not
    /// shown if it lies below 0.
    /// </remarks>
    public Verdict Judge(PairedInterval gain)
    {
        if (NoWorse) return gain.Low > -Threshold ? Verdict.Shown : gain.High < 0 ? Verdict.NotShown : Verdict.Inconclusive;
        return gain.High < Threshold ? Verdict.NotShown : gain.Low > 0 ? Verdict.Shown : Verdict.Inconclusive;
    }
}

/// <summary>What a check found.</summary>
internal enum Verdict
{
    /// <summary>The claim's direction was seen.</summary>
    Shown,
    /// <summary>An effect that matters was ruled out.</summary>
    NotShown,
    /// <summary>The seeds cannot tell.</summary>
    Inconclusive,
}
