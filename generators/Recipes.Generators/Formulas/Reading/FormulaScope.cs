using System.Collections.Generic;
using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>What a name stands for that the function itself declares.</summary>
/// <param name="Type">Its type.</param>
/// <param name="IsLocal">Declared in the body: may be assigned.</param>
/// <param name="ByReference">A ref parameter: may be assigned and passed on.</param>
/// <param name="Constant">The value of a local constant.</param>
internal sealed record FormulaVariable(FormulaType Type, bool IsLocal = false, bool ByReference = false, Fragment? Constant = null);

/// <summary>The names that are declared in one block, and those around it.</summary>
[DebuggerDisplay("{_variables.Count} variables")]
internal sealed class FormulaScope(FormulaScope? parent, bool seesConstantsOnly = false)
{
    private readonly Dictionary<string, FormulaVariable> _variables = [];
    private readonly Dictionary<string, LocalFunctionStatementSyntax> _functions = [];

    public FormulaScope? Parent { get; } = parent;

    /// <summary>Declares a variable; false when the block has one of that name.</summary>
    public bool Declare(string name, FormulaVariable variable)
    {
        if (_variables.ContainsKey(name)) return false;
        _variables.Add(name, variable);
        return true;
    }

    /// <summary>Declares a local function; false when the block has one of that name.</summary>
    public bool Declare(LocalFunctionStatementSyntax function)
    {
        if (_functions.ContainsKey(function.Identifier.ValueText)) return false;
        _functions.Add(function.Identifier.ValueText, function);
        return true;
    }

    /// <summary>The variable of that name; from around a static local function only constants are seen.</summary>
    public FormulaVariable? Find(string name)
    {
        bool constantsOnly = false;
        for (FormulaScope? scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope._variables.TryGetValue(name, out FormulaVariable? found) && (!constantsOnly || found.Constant is not null)) return found;
            constantsOnly |= scope.SeesConstantsOnly;
        }

        return null;
    }

    /// <summary>The local function of that name, and the scope that it sees.</summary>
    public (LocalFunctionStatementSyntax Function, FormulaScope Scope)? FindFunction(string name)
    {
        for (FormulaScope? scope = this; scope is not null; scope = scope.Parent)
            if (scope._functions.TryGetValue(name, out LocalFunctionStatementSyntax? found)) return (found, scope);
        return null;
    }

    private bool SeesConstantsOnly { get; } = seesConstantsOnly;
}
