namespace Recipes;

/// <summary>Draws how often the model was right against how sure it was, with the number of rows in each bin.</summary>
internal static class ReliabilityDiagram
{
    private const double Width = 420, Height = 400, Left = 46, Right = 12, Top = 12, Middle = 300, CountsTop = 322, Bottom = 30;

    /// <summary>The diagram as a figure: bars of accuracy with 95% intervals, the gap to the mean confidence, and bars of counts.</summary>
    public static Markup Draw(string title, IReadOnlyList<ReliabilityBin> bins, double error)
    {
        var html = new HtmlText();
        double[] quarters = [0, 0.25, 0.5, 0.75, 1];
        Axis x = Axis.Exact(0, 1, Left, Width - Right, quarters);
        Axis y = Axis.Exact(0, 1, Middle, Top, quarters);
        html.Line($"<figure><figcaption>{title} <span class=\"quiet\">expected calibration error {NumberText.Value(error)}</span></figcaption>");
        html.Line($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"Reliability diagram {title}, expected calibration error {NumberText.Value(error)}\">");
        foreach (double tick in quarters)
        {
            html.Line($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y.At(tick)}\" y2=\"{y.At(tick)}\"/>");
            html.Line($"<text class=\"tick\" text-anchor=\"end\" x=\"{Left - 7}\" y=\"{y.At(tick) + 4}\">{NumberText.Tick(tick)}</text>");
        }

        Bars(html, bins, x, y);
        html.Line($"<line class=\"ideal\" x1=\"{x.At(0)}\" y1=\"{y.At(0)}\" x2=\"{x.At(1)}\" y2=\"{y.At(1)}\"/>");
        html.Line($"<line class=\"axis\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Middle}\" y2=\"{Middle}\"/>");
        html.Line($"<text class=\"label halo\" x=\"{Left + 6}\" y=\"{Top + 10}\">accuracy</text>");
        Counts(html, bins, x);
        html.Line($"</svg></figure>");
        return html.ToMarkup();
    }

    private static void Bars(HtmlText html, IReadOnlyList<ReliabilityBin> bins, Axis x, Axis y)
    {
        foreach (ReliabilityBin bin in bins)
        {
            if (bin.Count == 0) continue;
            double left = x.At(bin.Lower) + 1, width = x.At(bin.Upper) - x.At(bin.Lower) - 2, centre = left + width / 2;
            double accuracy = y.At(bin.Accuracy), confidence = y.At(bin.MeanConfidence);
            (double low, double high) = Interval.Wilson(bin.Accuracy, bin.Count);
            html.Add($"<g><title>confidence {NumberText.Tick(Math.Round(bin.Lower, 3))} to {NumberText.Tick(Math.Round(bin.Upper, 3))}: {NumberText.Count(bin.Count)} rows, ");
            html.Line($"accuracy {NumberText.Value(bin.Accuracy)}, mean confidence {NumberText.Value(bin.MeanConfidence)}</title>");
            html.Line($"<rect class=\"bar\" x=\"{left}\" y=\"{accuracy}\" width=\"{width}\" height=\"{Middle - accuracy}\"/>");
            html.Line($"<rect class=\"{(accuracy > confidence ? "over" : "under")}\" x=\"{left}\" y=\"{Math.Min(accuracy, confidence)}\" width=\"{width}\" height=\"{Math.Abs(accuracy - confidence)}\"/>");
            html.Line($"<line class=\"whisker\" x1=\"{centre}\" x2=\"{centre}\" y1=\"{y.At(low)}\" y2=\"{y.At(high)}\"/></g>");
        }
    }

    private static void Counts(HtmlText html, IReadOnlyList<ReliabilityBin> bins, Axis x)
    {
        const double floor = Height - Bottom;
        long most = Math.Max(1, bins.Max(bin => bin.Count));
        foreach (ReliabilityBin bin in bins)
        {
            double left = x.At(bin.Lower) + 1, width = x.At(bin.Upper) - x.At(bin.Lower) - 2;
            double height = (floor - CountsTop) * bin.Count / most;
            if (bin.Count > 0) html.Line($"<rect class=\"count\" x=\"{left}\" y=\"{floor - height}\" width=\"{width}\" height=\"{height}\"/>");
            html.Line($"<text class=\"small\" text-anchor=\"middle\" x=\"{left + width / 2}\" y=\"{floor - height - 3}\">{NumberText.Short(bin.Count)}</text>");
        }

        html.Line($"<line class=\"axis\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{floor}\" y2=\"{floor}\"/>");
        html.Line($"<text class=\"label\" text-anchor=\"end\" x=\"{Left - 7}\" y=\"{floor}\">rows</text>");
        foreach (double tick in x.Ticks)
            html.Line($"<text class=\"tick\" text-anchor=\"middle\" x=\"{Math.Min(x.At(tick), Width - Right - 3)}\" y=\"{floor + 14}\">{NumberText.Tick(tick)}</text>");
        html.Line($"<text class=\"label\" text-anchor=\"end\" x=\"{Width - Right}\" y=\"{Height - 2}\">confidence</text>");
    }
}
