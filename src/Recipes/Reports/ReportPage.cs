using System.Globalization;

namespace Recipes;

/// <summary>Writes a run's record as one page of HTML: no script, nothing loaded from elsewhere.</summary>
internal sealed partial class ReportPage
{
    private readonly RunRecord _run;
    private readonly HtmlText _html = new();

    private ReportPage(RunRecord run) => _run = run;

    /// <summary>The page.</summary>
    public static string Write(RunRecord run)
    {
        var page = new ReportPage(run);
        page.Head();
        page.Headline();
        page.Comparison();
        page.Targets();
        page.Labels();
        page.Training();
        page.Calibration();
        page.ConformalSets();
        page.Classes();
        page.Data();
        page.Recipe();
        page.Environment();
        page._html.Line($"</main></body></html>");
        return page._html.ToString();
    }

    private void Head()
    {
        _html.Line($"<!DOCTYPE html>");
        _html.Line($"<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        _html.Line($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        _html.Line($"<meta name=\"color-scheme\" content=\"light dark\"/>");
        _html.Line($"<title>{_run.Recipe.Name} – training report</title>");
        _html.Line($"<style>{new Markup(ReportStyle.Text)}</style></head><body><main>");
    }

    private void Headline()
    {
        int epochs = _run.Epochs.Count;
        _html.Line($"<header><h1>{_run.Recipe.Name}</h1>");
        _html.Add($"<p class=\"quiet\">{Words(_run.Status)} after {epochs} {(epochs == 1 ? "epoch" : "epochs")} in {NumberText.Duration(_run.Seconds)} · ");
        _html.Line($"seed {_run.Seed.ToString(CultureInfo.InvariantCulture)} · {Date(_run.Started)}</p></header>");
        if (_run is { Test: null, RegressionTest: null, MultiLabelTest: null })
        {
            _html.Line($"<p>There were no test rows, so nothing is known of how well the model does on new data.</p>");
            return;
        }

        _html.Line($"<div class=\"tiles\">");
        if (_run.Test is { } classes) ClassTiles(classes);
        if (_run.RegressionTest is { } numbers) TargetTiles(numbers);
        if (_run.MultiLabelTest is { } labels) LabelTiles(labels);
        _html.Line($"</div>");
    }

    private void ClassTiles(TestMetrics test)
    {
        (double low, double high) = Interval.Wilson(test.Accuracy, test.Count);
        bool calibrated = _run.Recipe.Calibrators.Count > 0;
        Tile("Test accuracy", NumberText.Percent(test.Accuracy), $"95% interval {NumberText.Percent(low)} to {NumberText.Percent(high)}");
        Tile("Negative log-likelihood", NumberText.Value(test.NegativeLogLikelihood), Before(test.Before.NegativeLogLikelihood));
        Tile("Expected calibration error", NumberText.Value(test.ExpectedCalibrationError), Before(test.Before.ExpectedCalibrationError));
        Tile("Brier score", NumberText.Value(test.Brier), Before(test.Before.Brier));
        if (test.Conformal is { } sets)
            Tile("Coverage of sets", NumberText.Percent(sets.Coverage), $"{NumberText.Percent(sets.PromisedCoverage)} promised");

        string Before(double value) => calibrated ? $"{NumberText.Value(value)} before calibration" : "not calibrated";
    }

    private void Tile(string name, string value, string remark) =>
        _html.Line($"<div class=\"tile\"><span class=\"name\">{name}</span><strong>{value}</strong><span class=\"quiet\">{remark}</span></div>");

    private void Comparison()
    {
        if (_run.Test is not { } test) return;
        Section("On the test rows");
        bool calibrated = _run.Recipe.Calibrators.Count > 0;
        _html.Line($"<p>{NumberText.Count(test.Count)} rows, looked at once, after everything else was decided{(calibrated ? "; before and after calibration" : "")}.</p>");
        if (test.After.Unseen > 0)
        {
            _html.Line($"<p class=\"note\">{NumberText.Count(test.After.Unseen)} of them have a label that was never seen in train. They count as wrong, and are left out of the likelihood alone.</p>");
        }

        _html.Add($"<div class=\"scroll\"><table><thead><tr><th>Metric</th>");
        _html.Line($"{new Markup(calibrated ? "<th>Before</th><th>After</th><th>Change</th>" : "<th>Value</th>")}</tr></thead><tbody>");
        MetricSet before = test.Before, after = test.After;
        Row("Accuracy", before.Accuracy, after.Accuracy, higherIsBetter: true);
        Row("Negative log-likelihood", before.NegativeLogLikelihood, after.NegativeLogLikelihood);
        Row("Brier score", before.Brier, after.Brier);
        Row("Expected calibration error", before.ExpectedCalibrationError, after.ExpectedCalibrationError);
        Row("… with bins of equal mass", before.ExpectedCalibrationErrorEqualMass, after.ExpectedCalibrationErrorEqualMass);
        Row("Maximum calibration error", before.MaximumCalibrationError, after.MaximumCalibrationError);
        _html.Line($"</tbody></table></div>");
        EndSection();

        void Row(string name, double was, double now, bool higherIsBetter = false)
        {
            double change = now - was;
            string verdict = change == 0 || double.IsNaN(change) ? "" : change > 0 == higherIsBetter ? "better" : "worse";
            _html.Add($"<tr><th scope=\"row\">{name}</th>");
            if (calibrated) _html.Add($"<td>{NumberText.Value(was)}</td>");
            _html.Add($"<td>{NumberText.Value(now)}</td>");
            if (calibrated) _html.Add($"<td class=\"{verdict}\">{NumberText.Change(change)} <span>{verdict}</span></td>");
            _html.Line($"</tr>");
        }
    }

    private void Section(string title) => _html.Line($"<section><h2>{title}</h2>");

    private void EndSection() => _html.Line($"</section>");

    private static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary><c>StoppedEarly</c> as <c>Stopped early</c>.</summary>
    private static string Words(string name)
    {
        var words = new System.Text.StringBuilder();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0) words.Append(' ').Append(char.ToLowerInvariant(letter));
            else words.Append(letter);
        }

        return words.ToString();
    }
}
