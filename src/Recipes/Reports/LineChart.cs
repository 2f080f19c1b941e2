namespace Recipes;

/// <summary>One line of a chart.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Values">A value per epoch; NaN leaves a gap.</param>
internal sealed record Series(string Name, IReadOnlyList<double> Values);

/// <summary>Draws values over epochs as an SVG picture with a caption and a legend.</summary>
internal static class LineChart
{
    private const double Width = 420, Height = 230, Left = 58, Right = 12, Top = 12, Bottom = 36;
    /// <summary>Line colours in the style sheet; further series repeat them, dashed.</summary>
    private const int Colours = 6;
    /// <summary>With more epochs there is no room to point at one, and the page would grow for nothing.</summary>
    private const int MostSpots = 300;

    /// <summary>The chart as a figure.</summary>
    /// <param name="title">The caption.</param>
    /// <param name="epochs">The epochs' numbers, ascending.</param>
    /// <param name="series">The lines, drawn in order with the first on top.</param>
    /// <param name="marked">An epoch to mark with an upright line; null for none.</param>
    public static Markup Draw(string title, IReadOnlyList<int> epochs, IReadOnlyList<Series> series, int? marked)
    {
        var html = new HtmlText();
        Axis x = Axis.Whole(epochs[0], epochs[^1], Left, Width - Right);
        Axis y = Axis.Around(series.SelectMany(line => line.Values), Height - Bottom, Top);
        html.Add($"<figure><figcaption>{title}");
        if (series.Count > 1) Legend(html, series);
        html.Line($"</figcaption>");
        html.Line($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{title} over epochs\">");
        foreach (double tick in y.Ticks)
        {
            html.Line($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y.At(tick)}\" y2=\"{y.At(tick)}\"/>");
            html.Line($"<text class=\"tick\" text-anchor=\"end\" x=\"{Left - 7}\" y=\"{y.At(tick) + 4}\">{NumberText.Tick(tick)}</text>");
        }

        html.Line($"<line class=\"axis\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Height - Bottom}\" y2=\"{Height - Bottom}\"/>");
        foreach (double tick in x.Ticks)
            html.Line($"<text class=\"tick\" text-anchor=\"middle\" x=\"{x.At(tick)}\" y=\"{Height - Bottom + 17}\">{NumberText.Tick(tick)}</text>");
        html.Line($"<text class=\"label\" text-anchor=\"end\" x=\"{Width - Right}\" y=\"{Height - 3}\">epoch</text>");
        if (marked is { } epoch) Mark(html, x.At(epoch), epoch);
        for (int s = series.Count - 1; s >= 0; s--) Line(html, epochs, series[s], Style(s), x, y);
        html.Line($"</svg></figure>");
        return html.ToMarkup();
    }

    private static string Style(int series) => $"s{series % Colours}{(series >= Colours ? " dashed" : "")}";

    private static void Legend(HtmlText html, IReadOnlyList<Series> series)
    {
        html.Add($"<span class=\"legend\">");
        for (int s = 0; s < series.Count; s++)
            html.Add($"<span><svg viewBox=\"0 0 18 8\" aria-hidden=\"true\"><line class=\"line {Style(s)}\" x1=\"0\" x2=\"18\" y1=\"4\" y2=\"4\"/></svg>{series[s].Name}</span>");
        html.Add($"</span>");
    }

    private static void Mark(HtmlText html, double x, int epoch)
    {
        bool rightHalf = x > (Left + Width - Right) / 2;
        html.Line($"<line class=\"mark\" x1=\"{x}\" x2=\"{x}\" y1=\"{Top}\" y2=\"{Height - Bottom}\"/>");
        html.Line($"<text class=\"label halo\" text-anchor=\"{(rightHalf ? "end" : "start")}\" x=\"{x + (rightHalf ? -5 : 5)}\" y=\"{Top + 9}\">kept: epoch {epoch}</text>");
    }

    private static void Line(HtmlText html, IReadOnlyList<int> epochs, Series series, string style, Axis x, Axis y)
    {
        html.Add($"<path class=\"line {style}\" d=\"");
        bool drawing = false;
        for (int i = 0; i < epochs.Count; i++)
        {
            bool finite = double.IsFinite(series.Values[i]);
            if (finite) html.Add($"{(drawing ? "L" : "M")}{x.At(epochs[i])} {y.At(series.Values[i])}");
            drawing = finite;
        }

        html.Line($"\"/>");
        for (int i = 0; i < epochs.Count; i++)
        {
            if (!double.IsFinite(series.Values[i])) continue;
            // A dot that is seen where there is no line, and a place to point at for the value everywhere.
            bool alone = (i == 0 || !double.IsFinite(series.Values[i - 1])) && (i == epochs.Count - 1 || !double.IsFinite(series.Values[i + 1]));
            if (!alone && epochs.Count > MostSpots) continue;
            html.Line($"<circle class=\"{(alone ? "dot " + style : "spot")}\" cx=\"{x.At(epochs[i])}\" cy=\"{y.At(series.Values[i])}\" r=\"{(alone ? 3 : 6)}\"><title>epoch {epochs[i]}: {series.Name} {NumberText.Value(series.Values[i])}</title></circle>");
        }
    }
}
