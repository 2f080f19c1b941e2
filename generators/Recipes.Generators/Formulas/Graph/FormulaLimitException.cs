using System;

namespace Recipes.Generators.Formulas.Graph;

/// <summary>A formula that is not compiled: too large, too deep, or outside of the language. Kernels turn it into their <c>Problem</c>.</summary>
internal sealed class FormulaLimitException(string message) : Exception(message);
