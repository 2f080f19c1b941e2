namespace Recipes;

internal sealed partial class ReportPage
{
    private void Training()
    {
        if (_run.Epochs.Count == 0) return;
        Section("Training");
        if (_run.BestEpoch is { } best)
            _html.Line($"<p>The weights of epoch {best} were kept: the best on the validation rows.</p>");
        _html.Line($"<div class=\"charts\">");
        Chart("Loss on the train rows", [new Series("loss", [.. _run.Epochs.Select(epoch => epoch.Loss)])]);
        if (_run.Recipe.Terms.Count > 1) Chart("Loss terms, before their weights", [.. _run.Recipe.Terms.Select(Term)]);
        if (_run.Epochs.Any(epoch => epoch.Validation is not null))
        {
            foreach (Metric metric in Metrics.Of(_run.Recipe))
                if (metric != Metric.Brier) Chart("Validation " + Metrics.Words(metric), [Validation(Metrics.Words(metric), metric)]);
        }

        Chart("Learning rate", [new Series("learning rate", [.. _run.Epochs.Select(epoch => epoch.LearningRate)])]);
        Chart("Gradient norm, before clipping", [new Series("gradient norm", [.. _run.Epochs.Select(epoch => epoch.GradientNorm)])]);
        _html.Line($"</div>");
        EndSection();
    }

    private Series Term(Training.TermInfo term, int index) =>
        new(term.Name, [.. _run.Epochs.Select(epoch => index < epoch.TermMeans.Count ? epoch.TermMeans[index] : double.NaN)]);

    private Series Validation(string name, Metric metric) =>
        new(name, [.. _run.Epochs.Select(epoch => epoch.Validation?[metric] ?? double.NaN)]);

    private void Chart(string title, IReadOnlyList<Series> series)
    {
        if (!series.Any(line => line.Values.Any(double.IsFinite))) return;
        _html.Line($"{LineChart.Draw(title, [.. _run.Epochs.Select(epoch => epoch.Epoch)], series, _run.BestEpoch)}");
    }
}
