using System;
using System.Text;

namespace Recipes.Generators.Infrastructure;

/// <summary>Writes indented C#, with LF line ends whatever the machine.</summary>
internal sealed class SourceWriter
{
    private const string Unit = "    ";

    private readonly StringBuilder _text = new();
    private bool _lineIsOpen;

    /// <summary>Levels of indentation of the next line.</summary>
    public int Indentation { get; set; }

    /// <summary>Characters written so far.</summary>
    public int Length => _text.Length;

    /// <summary>Writes <paramref name="text"/>, which may have several lines; each gets the current indentation.</summary>
    public SourceWriter Write(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            int stop = end < 0 ? text.Length : end > start && text[end - 1] == '\r' ? end - 1 : end;
            Append(text, start, stop - start);
            if (end < 0) return this;
            EndLine();
            start = end + 1;
        }

        return this;
    }

    /// <summary>Writes <paramref name="text"/> and ends the line.</summary>
    public SourceWriter WriteLine(string text = "")
    {
        Write(text);
        return EndLine();
    }

    /// <summary>Writes <paramref name="head"/> (if any) and an open brace; the brace is closed when the result is disposed.</summary>
    public Block Open(string? head = null, string tail = "")
    {
        if (head is not null) WriteLine(head);
        WriteLine("{");
        Indentation++;
        return new Block(this, tail);
    }

    /// <summary>What was written.</summary>
    public override string ToString() => _text.ToString();

    private void Append(string text, int start, int count)
    {
        if (count == 0) return;
        if (!_lineIsOpen)
        {
            for (int i = 0; i < Indentation; i++) _text.Append(Unit);
            _lineIsOpen = true;
        }

        _text.Append(text, start, count);
    }

    private SourceWriter EndLine()
    {
        _text.Append('\n');
        _lineIsOpen = false;
        return this;
    }

    /// <summary>An open brace that is closed on disposal.</summary>
    public readonly struct Block(SourceWriter writer, string tail) : IDisposable
    {
        public void Dispose()
        {
            writer.Indentation--;
            writer.WriteLine("}" + tail);
        }
    }
}
