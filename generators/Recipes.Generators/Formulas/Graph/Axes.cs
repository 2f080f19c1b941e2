using System;

namespace Recipes.Generators.Formulas.Graph;

/// <summary>What a value has one of: an example of the batch, an entry of a row, a class of the label.</summary>
[Flags]
internal enum Axes
{
    /// <summary>One value for the whole step.</summary>
    None = 0,
    /// <summary>The examples of the batch.</summary>
    Example = 1,
    /// <summary>The row that the formula is about: classes, features, or the elements of one tensor.</summary>
    Row = 2,
    /// <summary>The classes as labels: a table of sums by label.</summary>
    Label = 4,
}
