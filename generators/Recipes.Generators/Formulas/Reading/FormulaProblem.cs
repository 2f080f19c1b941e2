using Microsoft.CodeAnalysis.Text;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>Why a method is not in the formula language.</summary>
/// <param name="Id">One of <see cref="FormulaProblems"/>.</param>
/// <param name="Span">Exactly what is wrong, in the tree of the method.</param>
/// <param name="Arguments">What the message names.</param>
internal sealed record FormulaProblem(string Id, TextSpan Span, EquatableArray<string> Arguments)
{
    /// <summary>The message in full.</summary>
    public string Message => FormulaProblems.Format(this);
}

/// <summary>What came of reading a method: a formula or problems; neither when the compiler reports the mistake itself.</summary>
internal sealed record FormulaReading(FormulaDefinition? Formula, EquatableArray<FormulaProblem> Problems);
