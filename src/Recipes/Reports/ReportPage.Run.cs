using System.Globalization;

namespace Recipes;

internal sealed partial class ReportPage
{
    private void Data()
    {
        Section("Data");
        SplitSizes splits = _run.Splits;
        _html.Line($"<div class=\"tiles\">");
        foreach ((string name, int rows, string use) in new[]
        {
            ("Train", splits.Train, "weights, preparation, labels"), ("Validation", splits.Validation, "selection"),
            ("Calibration", splits.Calibration, "calibrators, sets"), ("Test", splits.Test, "this report"),
        })
        {
            Tile(name, NumberText.Count(rows), use);
        }

        _html.Line($"</div>");
        // Where there are no classes nothing was drawn by them.
        if (_run.DrawCounts.Count > 0) ClassCounts();
        EndSection();
    }

    private void ClassCounts()
    {
        _html.Line($"<h3>Classes in the train rows, and as they were drawn</h3>");
        bool many = _run.Classes.Count > MatrixClasses;
        if (many) _html.Line($"<details><summary>All {_run.Classes.Count} classes</summary>");
        long rows = _run.ClassCounts.Sum(), draws = _run.DrawCounts.Sum();
        double most = 0;
        for (int k = 0; k < _run.Classes.Count; k++) most = Math.Max(most, Math.Max(Share(_run.ClassCounts[k], rows), Share(_run.DrawCounts[k], draws)));
        _html.Line($"<div class=\"scroll\"><table><thead><tr><th>Class</th><th>Train rows</th><th>Share</th><th>Draws</th><th>Share</th>");
        _html.Line($"<th class=\"bars\"><span class=\"key s0\"></span>rows <span class=\"key s1\"></span>draws</th></tr></thead><tbody>");
        for (int k = 0; k < _run.Classes.Count; k++)
        {
            double ofRows = Share(_run.ClassCounts[k], rows), ofDraws = Share(_run.DrawCounts[k], draws);
            _html.Add($"<tr><th scope=\"row\">{_run.Classes[k]}</th><td>{NumberText.Count(_run.ClassCounts[k])}</td><td>{NumberText.Percent(ofRows)}</td>");
            _html.Add($"<td>{NumberText.Count(_run.DrawCounts[k])}</td><td>{NumberText.Percent(ofDraws)}</td>");
            _html.Line($"<td class=\"bars\">{Bar("s0", ofRows, most)}{Bar("s1", ofDraws, most)}</td></tr>");
        }

        _html.Line($"</tbody></table></div>");
        if (many) _html.Line($"</details>");

        static double Share(long count, long of) => of == 0 ? 0 : (double)count / of;
    }

    private void Recipe()
    {
        Section("Recipe");
        _html.Line($"<pre>{_run.Recipe.Source}</pre>");
        if (_run.ChangedKnobs.Count > 0)
        {
            _html.Line($"<p class=\"note\">Changed for this run:</p><ul>");
            foreach ((string path, double value) in _run.ChangedKnobs)
                _html.Line($"<li><code>{path} = {value.ToString("R", CultureInfo.InvariantCulture)}</code></li>");
            _html.Line($"</ul>");
        }

        if (_run.Notes.Count > 0)
        {
            _html.Line($"<h3>What was fitted</h3><ul>");
            foreach (string note in _run.Notes) _html.Line($"<li>{note}</li>");
            _html.Line($"</ul>");
        }

        _html.Line($"<h3>Plan</h3><pre>{_run.Recipe.Plan}</pre>");
        EndSection();
    }

    private void Environment()
    {
        Section("Environment");
        RunEnvironment environment = _run.Environment;
        _html.Line($"<dl>");
        Entry("Date", Date(_run.Started));
        Entry("Duration", NumberText.Duration(_run.Seconds));
        Entry("Seed", _run.Seed.ToString(CultureInfo.InvariantCulture));
        Entry("Threads", environment.Threads.ToString(CultureInfo.InvariantCulture));
        Entry("Processor", environment.Processor);
        Entry("Instruction set", environment.InstructionSet);
        Entry("Operating system", environment.OperatingSystem);
        Entry(".NET", environment.Runtime);
        Entry("Recipes", environment.Version);
        Entry("Recipe fingerprint", _run.Recipe.Fingerprint);
        _html.Line($"</dl>");
        EndSection();
    }

    private void Entry(string name, string value) => _html.Line($"<div><dt>{name}</dt><dd>{value}</dd></div>");
}
