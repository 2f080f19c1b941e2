namespace Recipes;

internal sealed partial class ReportPage
{
    private void Calibration()
    {
        if (_run.Test is not { Count: > 0 } test) return;
        Section("Calibration");
        _html.Add($"<p>When the model says 0.8, is it right in 80 of 100 rows? Bars show how often it was, whiskers the 95% interval that so few rows leave. ");
        _html.Line($"<span class=\"key over\"></span>It claimed more than that. <span class=\"key under\"></span>It could have claimed as much. On the dashed line there is no gap.</p>");
        bool calibrated = _run.Recipe.Calibrators.Count > 0;
        _html.Line($"<div class=\"charts\">");
        _html.Line($"{ReliabilityDiagram.Draw(calibrated ? "Before" : "Not calibrated", test.Before.Reliability, test.Before.ExpectedCalibrationError)}");
        if (calibrated) _html.Line($"{ReliabilityDiagram.Draw("After", test.After.Reliability, test.After.ExpectedCalibrationError)}");
        _html.Line($"</div>");
        EqualMass(test.After, calibrated);
        Parts();
        EndSection();
    }

    private void EqualMass(MetricSet metrics, bool calibrated)
    {
        _html.Line($"<details><summary>The same rows in bins of equal mass{(calibrated ? ", after calibration" : "")}</summary><div class=\"scroll\"><table>");
        _html.Line($"<thead><tr><th>Confidence</th><th>Rows</th><th>Mean confidence</th><th>Accuracy</th><th>Gap</th></tr></thead><tbody>");
        foreach (ReliabilityBin bin in metrics.ReliabilityEqualMass)
        {
            _html.Add($"<tr><th scope=\"row\">{NumberText.Value(bin.Lower)} to {NumberText.Value(bin.Upper)}</th><td>{NumberText.Count(bin.Count)}</td>");
            _html.Line($"<td>{NumberText.Value(bin.MeanConfidence)}</td><td>{NumberText.Value(bin.Accuracy)}</td><td>{NumberText.Value(bin.Gap)}</td></tr>");
        }

        _html.Line($"</tbody></table></div></details>");
    }

    private void Parts()
    {
        if (_run.CalibrationParts.Count == 0) return;
        _html.Line($"<h3>Rows that the fitted steps have for themselves</h3><ul>");
        foreach (CalibrationPart part in _run.CalibrationParts)
        {
            string unseen = part.Unseen == 0 ? "" : $", {NumberText.Count(part.Unseen)} of them with a label never seen in train";
            _html.Line($"<li>{part.Step}: {NumberText.Count(part.Rows)} calibration rows{unseen}</li>");
        }

        _html.Line($"</ul>");
    }

    private void ConformalSets()
    {
        if (_run.Test?.Conformal is not { } sets) return;
        Section("Sets of classes");
        _html.Add($"<p>A set holds the true class with probability {NumberText.Percent(sets.PromisedCoverage)} by promise; on the test rows {NumberText.Percent(sets.Coverage)} did. ");
        _html.Line($"A set has {NumberText.Value(sets.MeanSetSize)} classes on average; {NumberText.Percent(sets.EmptyShare)} are empty.</p>");
        _html.Line($"<div class=\"scroll\"><table><thead><tr><th>Classes in the set</th><th>Rows</th><th>Share</th><th class=\"bars\"></th></tr></thead><tbody>");
        long rows = sets.SetSizes.Sum(), most = sets.SetSizes.Max();
        for (int size = 0; size < sets.SetSizes.Count; size++)
        {
            long count = sets.SetSizes[size];
            // Sizes that never occur are left out, but for none and one, which a reader looks for.
            if (count == 0 && size > 1) continue;
            _html.Line($"<tr><th scope=\"row\">{size}</th><td>{NumberText.Count(count)}</td><td>{NumberText.Percent((double)count / rows)}</td><td class=\"bars\">{Bar("s0", count, most)}</td></tr>");
        }

        _html.Line($"</tbody></table></div>");
        EndSection();
    }

    /// <summary>A bar as long as the value's share of the greatest one.</summary>
    private static Markup Bar(string style, double value, double most)
    {
        var html = new HtmlText();
        html.Add($"<svg class=\"bar-row\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"fill {style}\" width=\"{(most > 0 ? 100 * value / most : 0)}\" height=\"8\"/></svg>");
        return html.ToMarkup();
    }
}
