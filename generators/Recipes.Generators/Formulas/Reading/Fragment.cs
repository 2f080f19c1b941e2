namespace Recipes.Generators.Formulas.Reading;

/// <summary>How tightly the outermost operation of an expression binds, as in C#.</summary>
internal enum Precedence
{
    Conditional,
    Or,
    And,
    Sum,
    Product,
    Unary,
    Primary,
}

/// <summary>A piece of canonical text: an expression with no more parentheses than it needs.</summary>
internal readonly record struct Fragment(string Text, Precedence Precedence, FormulaType Type)
{
    /// <summary>Stands for what was complained about.</summary>
    public static readonly Fragment Refused = new("?", Precedence.Primary, FormulaType.Unknown);

    public static Fragment Primary(string text, FormulaType type) => new(text, Precedence.Primary, type);

    /// <summary>A number; a negative one is an operation to its surroundings.</summary>
    public static Fragment Number(double value, FormulaType type)
    {
        string text = Infrastructure.Literals.Literal(value);
        return new(text, text[0] == '-' ? Precedence.Unary : Precedence.Primary, type);
    }

    /// <summary>The text as an operand of something that binds like <paramref name="least"/> or tighter.</summary>
    public string Within(Precedence least) => Precedence < least ? "(" + Text + ")" : Text;

    /// <summary>The same to the right of a sign: two minus signs would read as a decrement.</summary>
    public string AfterSign(Precedence least) => Text[0] == '-' ? "(" + Text + ")" : Within(least);
}
