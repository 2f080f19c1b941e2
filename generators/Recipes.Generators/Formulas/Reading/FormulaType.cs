namespace Recipes.Generators.Formulas.Reading;

/// <summary>What an axis of a row runs over.</summary>
internal enum FormulaAxis
{
    None,
    Class,
    Feature,
    Element,
    Incoming,
    Output,
    Other,
    Groups,
    Domains,
}

/// <summary>What kind of thing an expression is.</summary>
internal enum FormulaShape
{
    /// <summary>Already complained about: goes with everything, so that one mistake is reported once.</summary>
    Unknown,
    /// <summary>A C# integer: only a step on the way to a number.</summary>
    Integer,
    /// <summary>A C# double: a knob, a constant, or what is computed from these alone.</summary>
    Number,
    /// <summary>A C# bool: a switch of the recipe.</summary>
    Flag,
    /// <summary>A value without an axis.</summary>
    Scalar,
    /// <summary>A value with an axis.</summary>
    Row,
    /// <summary>A value with two axes, one for the whole batch.</summary>
    Matrix,
    /// <summary>An index on an axis.</summary>
    Label,
    /// <summary>The outcome of a comparison without an axis.</summary>
    Condition,
    /// <summary>The outcomes of a comparison along an axis.</summary>
    RowCondition,
}

/// <summary>The type of an expression: just enough to see what C# means by it.</summary>
internal readonly record struct FormulaType(FormulaShape Shape, FormulaAxis Axis = FormulaAxis.None, FormulaAxis Columns = FormulaAxis.None)
{
    public static readonly FormulaType Unknown = default;
    public static readonly FormulaType Integer = new(FormulaShape.Integer);
    public static readonly FormulaType Number = new(FormulaShape.Number);
    public static readonly FormulaType Flag = new(FormulaShape.Flag);
    public static readonly FormulaType Scalar = new(FormulaShape.Scalar);
    public static readonly FormulaType Label = new(FormulaShape.Label, FormulaAxis.Class);
    public static readonly FormulaType Condition = new(FormulaShape.Condition);

    public static FormulaType Row(FormulaAxis axis) => new(FormulaShape.Row, axis);

    public static FormulaType Matrix(FormulaAxis rows, FormulaAxis columns) => new(FormulaShape.Matrix, rows, columns);

    /// <summary>An index on an axis.</summary>
    public static FormulaType Position(FormulaAxis axis) => new(FormulaShape.Label, axis);

    public static FormulaType RowCondition(FormulaAxis axis) => new(FormulaShape.RowCondition, axis);

    public bool IsUnknown => Shape == FormulaShape.Unknown;

    /// <summary>Can stand where one real number per example is wanted.</summary>
    public bool IsScalarLike => Shape is FormulaShape.Integer or FormulaShape.Number or FormulaShape.Scalar or FormulaShape.Unknown;

    /// <summary>Can be an operand of <c>+ - * /</c>.</summary>
    public bool IsNumeric => IsScalarLike || HasAxis;

    /// <summary>Has a number for each position of an axis.</summary>
    public bool HasAxis => Shape is FormulaShape.Row or FormulaShape.Matrix;

    public bool IsCondition => Shape is FormulaShape.Condition or FormulaShape.RowCondition or FormulaShape.Unknown;

    /// <summary>Whether a value of this type may be given where <paramref name="target"/> is declared.</summary>
    public bool ConvertsTo(FormulaType target) => target.Shape switch
    {
        _ when IsUnknown || target.IsUnknown || this == target => true,
        FormulaShape.Scalar => IsScalarLike,
        FormulaShape.Number => Shape == FormulaShape.Integer,
        _ => false,
    };

    /// <summary>The type of <paramref name="a"/> and <paramref name="b"/> together in elementwise arithmetic; null when they do not go together.</summary>
    public static FormulaType? Union(FormulaType a, FormulaType b)
    {
        if (a.IsUnknown || b.IsUnknown) return Unknown;
        if (!a.IsNumeric || !b.IsNumeric) return null;
        if (a.HasAxis && b.HasAxis) return a == b ? a : null;
        if (a.HasAxis) return a;
        if (b.HasAxis) return b;
        if (a.Shape == FormulaShape.Scalar || b.Shape == FormulaShape.Scalar) return Scalar;
        return a == b ? a : Number;
    }

    /// <summary>As it is written in C#; an integer is written as the double that it becomes.</summary>
    public override string ToString() => Shape switch
    {
        FormulaShape.Integer or FormulaShape.Number => "double",
        FormulaShape.Flag => "bool",
        FormulaShape.Row => $"Row<{Axis}>",
        FormulaShape.RowCondition => $"Condition<{Axis}>",
        FormulaShape.Matrix => $"Matrix<{Axis},{Columns}>",
        FormulaShape.Label => Axis switch { FormulaAxis.Groups => "Group", FormulaAxis.Domains => "Domain", FormulaAxis.Class => "Label", _ => $"Position<{Axis}>" },
        _ => Shape.ToString(),
    };
}
