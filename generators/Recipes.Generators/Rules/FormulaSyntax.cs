using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Formulas;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules;

/// <summary>Questions about the text of a formula.</summary>
internal static class FormulaSyntax
{
    /// <summary>The parameter of a formula method, or the method's name.</summary>
    public static Location Parameter(RecipeContext context, Declaration declaration, string name)
    {
        if (context.Locations.SyntaxOf(declaration.Index) is MethodDeclarationSyntax method)
            foreach (ParameterSyntax parameter in method.ParameterList.Parameters)
                if (parameter.Identifier.ValueText == name)
                    return parameter.GetLocation();
        return context.Locations.Of(declaration.Index);
    }

    /// <summary>Whether the body uses the name, of a parameter or of a function.</summary>
    public static bool Uses(FormulaDefinition formula, string name)
    {
        // Types of parameters are names too, but none is spelt like a parameter or function.
        foreach (SyntaxNode node in SyntaxFactory.ParseStatement(formula.Text).DescendantNodes())
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
                return true;
        return false;
    }
}
