using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Recipes;

/// <summary>Builds markup from interpolated strings: what stands in the string is markup, what is put into its holes is text and gets encoded.</summary>
/// <remarks>Numbers are written without regard to the culture. Markup built elsewhere goes through a hole as <see cref="Markup"/>.</remarks>
internal sealed class HtmlText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds markup with encoded holes.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] Handler markup) => _ = markup;

    /// <inheritdoc cref="Add(Handler)"/>
    public void Line([InterpolatedStringHandlerArgument("")] Handler markup)
    {
        _ = markup;
        _text.Append('\n');
    }

    /// <summary>What was built, as markup for a hole.</summary>
    public Markup ToMarkup() => new(_text.ToString());

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>Receives the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Handler
    {
        private readonly StringBuilder _text;

        public Handler(int literalLength, int formattedCount, HtmlText html)
        {
            _ = literalLength;
            _ = formattedCount;
            _text = html._text;
        }

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

        public void AppendFormatted(Markup markup) => _text.Append(markup.Text);

        public void AppendFormatted(long number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

        /// <summary>A coordinate: two decimals are finer than any screen.</summary>
        public void AppendFormatted(double coordinate) => _text.Append(CultureInfo.InvariantCulture, $"{coordinate:0.##}");
    }
}

/// <summary>Text that is markup already.</summary>
internal readonly record struct Markup(string Text);
