namespace Recipes;

/// <content>What a regression did on the test rows.</content>
internal sealed partial class ReportPage
{
    private void TargetTiles(RegressionMetrics test)
    {
        string of = _run.Targets.Count == 1 ? $"of {_run.Targets[0]}, in its units" : $"mean over {_run.Targets.Count} targets, each in its units";
        Tile("Root mean squared error", NumberText.Value(test.RootMeanSquaredError), of);
        Tile("Mean absolute error", NumberText.Value(test.MeanAbsoluteError), of);
        Tile("R²", NumberText.Value(test.RSquared), "1 is perfect, 0 as good as the mean");
        if (_run.Recipe.HasLikelihood) Tile("Negative log-likelihood", NumberText.Value(test.NegativeLogLikelihood), "mean over rows and targets");
    }

    private void Targets()
    {
        if (_run.RegressionTest is not { } test) return;
        Section("On the test rows");
        _html.Line($"<p>{NumberText.Count(test.Count)} rows, looked at once, after everything else was decided. Errors are in the units of the data.</p>");
        _html.Line($"<div class=\"scroll\"><table><thead><tr><th>Target</th><th>Root mean squared error</th><th>Mean absolute error</th><th>R²</th></tr></thead><tbody>");
        foreach (TargetMetrics target in test.Targets)
        {
            _html.Add($"<tr><th scope=\"row\">{target.Name}</th><td>{NumberText.Value(target.RootMeanSquaredError)}</td>");
            _html.Line($"<td>{NumberText.Value(target.MeanAbsoluteError)}</td><td>{NumberText.Value(target.RSquared)}</td></tr>");
        }

        _html.Line($"</tbody></table></div>");
        EndSection();
    }
}
