namespace Recipes;

/// <content>What a recipe of several labels did on the test rows.</content>
internal sealed partial class ReportPage
{
    private void LabelTiles(MultiLabelMetrics test)
    {
        Tile("Macro F1", NumberText.Value(test.MacroF1), $"mean over {_run.Classes.Count} labels");
        Tile("Micro F1", NumberText.Value(test.MicroF1), "all labels together");
        Tile("Mean average precision", NumberText.Value(test.MeanAveragePrecision), "whatever the threshold");
        Tile("Rows without an error", NumberText.Percent(test.SubsetAccuracy), "all labels right");
        Tile("Negative log-likelihood", NumberText.Value(test.NegativeLogLikelihood), "mean over rows and labels");
    }

    private void Labels()
    {
        if (_run.MultiLabelTest is not { } test) return;
        Section("On the test rows");
        _html.Line($"<p>{NumberText.Count(test.Count)} rows, looked at once, after everything else was decided. A row is given the labels whose probability is above one half.</p>");
        bool many = test.Labels.Count > MatrixClasses;
        if (many) _html.Line($"<details><summary>All {test.Labels.Count} labels</summary>");
        _html.Add($"<div class=\"scroll\"><table><thead><tr><th>Label</th><th>Train rows</th><th>Test rows</th><th>Predicted</th>");
        _html.Line($"<th>Precision</th><th>Recall</th><th>F1</th><th>Average precision</th></tr></thead><tbody>");
        for (int k = 0; k < test.Labels.Count; k++)
        {
            LabelMetrics of = test.Labels[k];
            _html.Add($"<tr><th scope=\"row\">{of.Name}</th><td>{NumberText.Count(_run.ClassCounts[k])}</td><td>{NumberText.Count(of.Support)}</td><td>{NumberText.Count(of.Predicted)}</td>");
            _html.Line($"<td>{NumberText.Value(of.Precision)}</td><td>{NumberText.Value(of.Recall)}</td><td>{NumberText.Value(of.F1)}</td><td>{NumberText.Value(of.AveragePrecision)}</td></tr>");
        }

        _html.Line($"</tbody></table></div>");
        if (many) _html.Line($"</details>");
        EndSection();
    }
}
