namespace Recipes;

internal sealed partial class ReportPage
{
    /// <summary>The most classes that a confusion matrix can show side by side.</summary>
    private const int MatrixClasses = 30;
    private const int ListedConfusions = 20;

    private void Classes()
    {
        if (_run.Test is not { Count: > 0 } test) return;
        Section("Classes");
        MetricSet metrics = test.After;
        if (metrics.Confusion.Classes <= MatrixClasses) Matrix(metrics);
        else FrequentConfusions(metrics);
        PerClass(metrics);
        EndSection();
    }

    private void Matrix(MetricSet metrics)
    {
        ConfusionMatrix confusion = metrics.Confusion;
        _html.Line($"<h3>Confusion matrix</h3><p class=\"quiet\">A row per true class, a column per predicted one. The stronger the colour, the greater the share of the row.</p>");
        _html.Add($"<div class=\"scroll\"><table class=\"matrix\"><thead><tr><th>true</th>");
        foreach (ClassMetrics of in metrics.Classes) _html.Add($"<th scope=\"col\">{of.Name}</th>");
        _html.Line($"</tr></thead><tbody>");
        for (int truth = 0; truth < confusion.Classes; truth++)
        {
            _html.Add($"<tr><th scope=\"row\">{metrics.Classes[truth].Name}</th>");
            for (int predicted = 0; predicted < confusion.Classes; predicted++)
                Cell(confusion[truth, predicted], metrics.Classes[truth].Support, truth == predicted ? "right" : "wrong");
            _html.Line($"</tr>");
        }

        if (metrics.Unseen > 0)
        {
            _html.Add($"<tr><th scope=\"row\">never seen in train</th>");
            for (int predicted = 0; predicted < confusion.Classes; predicted++) Cell(confusion.OfUnseen(predicted), metrics.Unseen, "wrong");
            _html.Line($"</tr>");
        }

        _html.Line($"</tbody></table></div>");
    }

    private void Cell(long count, long rows, string kind)
    {
        if (count == 0)
        {
            _html.Add($"<td class=\"none\">0</td>");
            return;
        }

        // A few rows out of many should still be seen: the shade grows with the root of the share.
        int shade = (int)Math.Ceiling(10 * Math.Sqrt((double)count / rows));
        _html.Add($"<td class=\"{kind} h{shade}\">{count}</td>");
    }

    private void FrequentConfusions(MetricSet metrics)
    {
        ConfusionMatrix confusion = metrics.Confusion;
        var pairs = new List<(int Truth, int Predicted, long Count)>();
        for (int truth = 0; truth < confusion.Classes; truth++)
        {
            for (int predicted = 0; predicted < confusion.Classes; predicted++)
            {
                if (truth != predicted && confusion[truth, predicted] > 0) pairs.Add((truth, predicted, confusion[truth, predicted]));
            }
        }

        _html.Line($"<h3>Most frequent confusions</h3><p class=\"quiet\">{confusion.Classes} classes are too many for a matrix.</p>");
        _html.Line($"<div class=\"scroll\"><table><thead><tr><th>True class</th><th>Predicted as</th><th>Rows</th><th>Of the class's</th></tr></thead><tbody>");
        foreach ((int truth, int predicted, long count) in pairs.OrderByDescending(pair => pair.Count).Take(ListedConfusions))
        {
            _html.Line($"<tr><th scope=\"row\">{metrics.Classes[truth].Name}</th><td>{metrics.Classes[predicted].Name}</td><td>{NumberText.Count(count)}</td><td>{NumberText.Count(metrics.Classes[truth].Support)}</td></tr>");
        }

        _html.Line($"</tbody></table></div>");
    }

    private void PerClass(MetricSet metrics)
    {
        _html.Line($"<h3>Each class</h3>");
        bool many = metrics.Classes.Count > MatrixClasses;
        if (many) _html.Line($"<details><summary>All {metrics.Classes.Count} classes</summary>");
        _html.Line($"<div class=\"scroll\"><table><thead><tr><th>Class</th><th>Test rows</th><th>Predicted</th><th>Precision</th><th>Recall</th><th>F1</th></tr></thead><tbody>");
        foreach (ClassMetrics of in metrics.Classes)
        {
            _html.Add($"<tr><th scope=\"row\">{of.Name}</th><td>{NumberText.Count(of.Support)}</td><td>{NumberText.Count(of.Predicted)}</td>");
            _html.Line($"<td>{NumberText.Value(of.Precision)}</td><td>{NumberText.Value(of.Recall)}</td><td>{NumberText.Value(of.F1)}</td></tr>");
        }

        _html.Line($"</tbody></table></div>");
        if (many) _html.Line($"</details>");
    }
}
