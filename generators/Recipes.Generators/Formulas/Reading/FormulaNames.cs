using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>What names mean that a function does not declare itself: in source by the semantic model, in a text by a closed table.</summary>
internal abstract class FormulaNames
{
    /// <summary>
    /// In source, C# itself refuses what is ill-typed or undeclared, and saying it again helps nobody; a text was not seen by a compiler.
    /// </summary>
    public abstract bool IsText { get; }

    /// <summary>The type that <paramref name="type"/> names.</summary>
    public abstract TypeMeaning Type(TypeSyntax type);

    /// <summary>What a call of <paramref name="callee"/> calls.</summary>
    public abstract CallMeaning Call(ExpressionSyntax callee);

    /// <summary>What <paramref name="name"/>, which is no parameter and no local, stands for.</summary>
    public abstract NameMeaning Name(ExpressionSyntax name);

    /// <summary>The value of a constant expression; null when it is not constant.</summary>
    public abstract object? Constant(ExpressionSyntax expression);

    /// <summary>Which of the language's parameter attributes this is: <c>Range</c>, <c>Decay</c>, <c>Initial</c>, <c>Ascends</c>, <c>IsMatrix</c>, <c>IsStart</c>; null when none.</summary>
    public abstract string? ParameterAttribute(AttributeSyntax attribute);

    /// <summary>The names of an intrinsic's parameters, for a call with named arguments; null when there is no such overload.</summary>
    public virtual string[]? IntrinsicParameters(string name, int count) => null;
}

/// <summary>The meaning of a type's name.</summary>
internal abstract record TypeMeaning
{
    /// <summary>A type of the language.</summary>
    /// <param name="Role">What a parameter of the type stands for; null for conditions, which are no parameter of a formula.</param>
    /// <param name="Type">What an expression of the type is.</param>
    /// <param name="Name">Its canonical name.</param>
    internal sealed record Known(FormulaRole? Role, FormulaType Type, string Name) : TypeMeaning;

    /// <summary>A type of C# that is not in the language.</summary>
    internal sealed record Foreign(string Instead) : TypeMeaning;

    /// <summary>Nothing at all: the compiler reports it.</summary>
    internal sealed record Missing : TypeMeaning;
}

/// <summary>The meaning of what is called.</summary>
internal abstract record CallMeaning
{
    /// <summary>A function of the language.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Rival">A class whose method of the same name C# prefers for plain numbers; null when there is none.</param>
    internal sealed record Intrinsic(string Name, string? Rival) : CallMeaning;

    /// <summary>A function that was written with the language.</summary>
    /// <param name="Key">Equal for equal functions.</param>
    /// <param name="Function">The function.</param>
    /// <param name="Names">What names mean inside it.</param>
    /// <param name="IsElsewhere">Whether its text is not in the tree of the caller's method, so that its problems have no place there.</param>
    internal sealed record Function(object Key, FunctionSyntax Syntax, FormulaNames Names, bool IsElsewhere) : CallMeaning;

    /// <summary>Something that a formula cannot call.</summary>
    internal sealed record Refused(DiagnosticDescriptor Rule, string[] Arguments) : CallMeaning;

    /// <summary>Nothing at all: the compiler reports it.</summary>
    internal sealed record Missing : CallMeaning;
}

/// <summary>The meaning of a name in an expression.</summary>
internal abstract record NameMeaning
{
    /// <summary>A constant: an integer, a double or a bool.</summary>
    internal sealed record Constant(object Value) : NameMeaning;

    /// <summary>Something that a formula cannot use.</summary>
    internal sealed record Refused(DiagnosticDescriptor Rule, string[] Arguments) : NameMeaning;

    /// <summary>Nothing at all: the compiler reports it.</summary>
    internal sealed record Missing : NameMeaning;
}
