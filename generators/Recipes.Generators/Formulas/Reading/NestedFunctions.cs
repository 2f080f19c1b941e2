using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>The functions that are nested in a formula's text: each once, before those that call it.</summary>
internal sealed class NestedFunctions
{
    private readonly Dictionary<object, Entry> _byKey = [];
    private readonly List<Entry> _finished = [];
    private readonly List<(object Key, string Name)> _open = [];
    private readonly HashSet<string> _names = [];

    /// <summary>Names that no nested function gets: C# or the language has another use for them in the text.</summary>
    public void Reserve(string name) => _names.Add(name);

    public bool TryGet(object key, out Entry entry) => _byKey.TryGetValue(key, out entry!);

    /// <summary>Starts a function; what is started again before it is finished calls itself.</summary>
    public void Open(object key, string name) => _open.Add((key, name));

    /// <summary>The way from <paramref name="key"/> back to itself; null when it is not being written.</summary>
    public string? FindCycle(object key)
    {
        int index = _open.FindIndex(o => o.Key.Equals(key));
        return index < 0 ? null : string.Join(" → ", _open.Skip(index).Select(o => o.Name).Append(_open[index].Name));
    }

    /// <summary>Calls in each other at this point.</summary>
    public int OpenCalls => _open.Count;

    /// <summary>Ends the function that was opened last.</summary>
    public void Close() => _open.RemoveAt(_open.Count - 1);

    /// <summary>Keeps a finished function under a name of its own; null records that it was refused.</summary>
    public Entry Add(object key, WrittenFunction? written)
    {
        var entry = new Entry(written is null ? "" : NameFor(written.Name), written);
        _byKey.Add(key, entry);
        if (written is not null) _finished.Add(entry);
        return entry;
    }

    /// <summary>All of them, in the order in which they were finished.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (Entry entry in _finished) text.Append(entry.Function!.NestedText(entry.Name));
            return text.ToString();
        }
    }

    private string NameFor(string name)
    {
        string free = name;
        for (int i = 2; !_names.Add(free); i++) free = $"{name}_{Infrastructure.Literals.Literal(i)}";
        return free;
    }

    /// <summary>A nested function and its name in the text.</summary>
    internal sealed record Entry(string Name, WrittenFunction? Function);
}
