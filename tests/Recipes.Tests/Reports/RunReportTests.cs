using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Recipes.Tests.Data;

namespace Recipes.Tests.Reports;

public class RunReportTests
{
    public static TheoryData<string> Runs => [.. s_runs.Keys];

    private static readonly Dictionary<string, RunRecord> s_runs = new()
    {
        ["plain"] = SampleRun.Create(),
        ["uncalibrated"] = SampleRun.Create(calibrated: false),
        ["many classes"] = SampleRun.Create(classes: 40),
        ["many epochs"] = SampleRun.Create(epochs: 400),
        ["one epoch"] = SampleRun.Create(epochs: 1),
        ["unseen labels"] = SampleRun.Create(unseen: 5),
        ["untested"] = SampleRun.Create(tested: false),
        ["cancelled at once"] = SampleRun.Create(tested: false) with { Epochs = [], BestEpoch = null, Status = "Cancelled", CalibrationParts = [], DrawCounts = new long[10] },
        ["never evaluated"] = Without(epoch => epoch with { Validation = null }),
        ["not finite"] = Without(epoch => epoch with { Loss = epoch.Epoch > 3 ? double.NaN : epoch.Loss, GradientNorm = double.PositiveInfinity, TermMeans = [double.NaN, 0] }),
        ["hostile"] = Hostile(),
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void The_page_is_well_formed_and_needs_nothing_else(string run)
    {
        XElement page = Page(s_runs[run]);
        string html = new RunReport(s_runs[run]).ToHtml();
        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName is "src" or "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", page.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_coordinate_is_a_number_inside_its_picture(string run)
    {
        string[] names = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"];
        foreach (XElement svg in Page(s_runs[run]).Descendants("svg"))
        {
            double[] box = [.. svg.Attribute("viewBox")!.Value.Split(' ').Select(Number)];
            foreach (XAttribute attribute in svg.Descendants().Attributes().Where(a => names.Contains(a.Name.LocalName)))
                Assert.InRange(Number(attribute.Value), 0, attribute.Name.LocalName.Contains('x', StringComparison.Ordinal) || attribute.Name == "width" ? box[2] : box[3]);
            foreach (XAttribute path in svg.Descendants("path").Attributes("d"))
            {
                double[] points = [.. Regex.Split(path.Value, "[ML ]").Where(part => part.Length > 0).Select(Number)];
                Assert.Equal(0, points.Length % 2);
                Assert.All(points, point => Assert.InRange(point, 0, box[2]));
            }
        }

        static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Everything_that_belongs_in_a_report_is_there()
    {
        RunRecord run = s_runs["plain"];
        string text = Text(run);
        string[] captions = [.. Page(run).Descendants("figcaption").Select(caption => caption.Value.Trim())];
        foreach (string caption in new[]
        {
            "Loss on the train rows", "Loss terms, before their weightsCrossEntropySquentropy", "Validation negative log-likelihood", "Validation accuracy",
            "Validation expected calibration error", "Learning rate", "Gradient norm, before clipping",
        })
        {
            Assert.Contains(caption, captions);
        }

        TestMetrics test = run.Test!;
        Assert.Contains($"Before expected calibration error {NumberText.Value(test.Before.ExpectedCalibrationError)}", captions);
        Assert.Contains($"After expected calibration error {NumberText.Value(test.After.ExpectedCalibrationError)}", captions);
        foreach (string part in new[]
        {
            "Stopped early after 30 epochs in 1 min 23 s", "seed 7", "2026-03-04 05:06 UTC", "The weights of epoch 26 were kept",
            NumberText.Percent(test.Accuracy), NumberText.Value(test.Before.NegativeLogLikelihood), NumberText.Value(test.NegativeLogLikelihood),
            NumberText.Value(test.Before.Brier), NumberText.Value(test.After.ExpectedCalibrationErrorEqualMass), NumberText.Value(test.After.MaximumCalibrationError),
            "TemperatureScaling: 90 calibration rows", "SplitConformal: 90 calibration rows", "temperature 1.4021",
            $"on the test rows {NumberText.Percent(test.Conformal!.Coverage)} did", "AdamW.LearningRate = 0.02", run.Recipe.Source, run.Recipe.Plan,
            "Test Processor 3000 <8 cores>", "Linux 6.1", ".NET 10.0.1", "AVX-512", "3f2a9c01",
        })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_tables_hold_the_counts()
    {
        RunRecord run = s_runs["unseen labels"];
        XElement[] tables = [.. Page(run).Descendants("table")];
        XElement matrix = tables.Single(table => (string?)table.Attribute("class") == "matrix");
        string[][] rows = [.. matrix.Element("tbody")!.Elements("tr").Select(row => row.Elements("td").Select(cell => cell.Value).ToArray())];
        Assert.Equal(11, rows.Length);
        ConfusionMatrix confusion = run.Test!.After.Confusion;
        for (int k = 0; k < 10; k++)
        {
            for (int j = 0; j < 10; j++) Assert.Equal($"{confusion[k, j]}", rows[k][j]);
            Assert.Equal($"{confusion.OfUnseen(k)}", rows[10][k]);
        }

        Assert.Contains("5 of them have a label that was never seen in train", Text(run), StringComparison.Ordinal);
        XElement perClass = tables.Single(table => table.Element("thead")!.Value.Contains("Precision", StringComparison.Ordinal));
        Assert.Equal(
            run.Test.After.Classes.Select(of => $"{of.Name}{of.Support}{of.Predicted}{NumberText.Value(of.Precision)}{NumberText.Value(of.Recall)}{NumberText.Value(of.F1)}"),
            perClass.Element("tbody")!.Elements("tr").Select(row => row.Value));
        XElement counts = tables.Single(table => table.Element("thead")!.Value.Contains("Draws", StringComparison.Ordinal));
        Assert.Equal(run.ClassCounts.Select(NumberText.Count), counts.Element("tbody")!.Elements("tr").Select(row => row.Elements("td").First().Value));
    }

    [Fact]
    public void Each_bin_shows_its_count()
    {
        RunRecord run = s_runs["plain"];
        XElement[] diagrams = [.. Page(run).Descendants("svg").Where(svg => ((string?)svg.Attribute("aria-label"))?.StartsWith("Reliability", StringComparison.Ordinal) == true)];
        Assert.Equal(2, diagrams.Length);
        Assert.Equal(
            run.Test!.After.Reliability.Select(bin => NumberText.Short(bin.Count)),
            diagrams[1].Elements("text").Where(text => (string?)text.Attribute("class") == "small").Select(text => text.Value));
    }

    [Fact]
    public void Without_test_rows_it_says_so_and_shows_no_test_results()
    {
        string text = Text(s_runs["untested"]);
        Assert.Contains("There were no test rows", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Confusion matrix", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_calibrators_nothing_is_compared()
    {
        string text = Text(s_runs["uncalibrated"]);
        Assert.DoesNotContain("Before", text, StringComparison.Ordinal);
        Assert.Contains("not calibrated", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sets of classes", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_classes_are_listed_by_their_confusions()
    {
        string text = Text(s_runs["many classes"]);
        Assert.Contains("Most frequent confusions", text, StringComparison.Ordinal);
        Assert.Contains("All 40 classes", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_from_outside_is_text_and_never_markup()
    {
        RunRecord hostile = s_runs["hostile"];
        Assert.Equal(
            Page(s_runs["plain"]).Descendants().Count(e => e.Name.LocalName is not ("tr" or "td" or "circle")) ,
            Page(hostile).Descendants().Count(e => e.Name.LocalName is not ("tr" or "td" or "circle")));
        string text = Text(hostile);
        foreach (string part in new[] { Attack("class"), Attack("note"), Attack("source"), Attack("plan"), Attack("processor"), Attack("term"), Attack("recipe"), Attack("knob"), Attack("step") })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_culture_changes_nothing()
    {
        string expected = new RunReport(s_runs["plain"]).ToHtml();
        CultureInfo before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "minus";
        comma.NumberFormat.NumberGroupSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, new RunReport(s_runs["plain"]).ToHtml());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Saving_makes_the_folder_and_replaces_the_file_whole()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "runs", "report.html");
        var report = new RunReport(s_runs["plain"]);
        report.SaveHtml(path);
        File.WriteAllText(path, new string('x', 1_000_000));
        report.SaveHtml(path);
        Assert.Equal(report.ToHtml(), File.ReadAllText(path));
        Assert.Equal((byte)'<', File.ReadAllBytes(path)[0]);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    private static RunRecord Without(Func<EpochRecord, EpochRecord> change)
    {
        RunRecord run = SampleRun.Create();
        return run with { Epochs = [.. run.Epochs.Select(change)] };
    }

    private static string Attack(string where) => $"</pre></style><script>alert('{where}')</script>\"&amp;";

    private static RunRecord Hostile() => SampleRun.Create(className: k => Attack("class") + k, termName: Attack("term"), recipeName: Attack("recipe"), source: Attack("source"), plan: Attack("plan")) with
    {
        Notes = [Attack("note"), "2"],
        ChangedKnobs = [new(Attack("knob"), 1)],
        CalibrationParts = [new(Attack("step"), 1), new("2", 1)],
        Environment = new RunEnvironment(Attack("processor"), "", "", "", 1, ""),
    };

    private static string Text(RunRecord run) => Page(run).Value.ReplaceLineEndings("\n");

    private static XElement Page(RunRecord run)
    {
        using var reader = XmlReader.Create(new StringReader(new RunReport(run).ToHtml()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
