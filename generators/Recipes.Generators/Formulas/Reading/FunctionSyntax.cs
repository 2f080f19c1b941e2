using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>What methods and local functions have in common.</summary>
internal sealed record FunctionSyntax(
    SyntaxNode Declaration,
    SyntaxToken Identifier,
    SyntaxTokenList Modifiers,
    TypeParameterListSyntax? TypeParameters,
    TypeSyntax ReturnType,
    ParameterListSyntax Parameters,
    BlockSyntax? Body,
    ExpressionSyntax? Result)
{
    public static FunctionSyntax Of(MethodDeclarationSyntax method) => new(
        method, method.Identifier, method.Modifiers, method.TypeParameterList, method.ReturnType, method.ParameterList, method.Body, method.ExpressionBody?.Expression);

    public static FunctionSyntax Of(LocalFunctionStatementSyntax function) => new(
        function, function.Identifier, function.Modifiers, function.TypeParameterList, function.ReturnType, function.ParameterList, function.Body,
        function.ExpressionBody?.Expression);

    public string Name => Identifier.ValueText;

    /// <summary>What keeps the function from being plain, and what to do about it; null if nothing does.</summary>
    public (string What, string Instead)? Refusal()
    {
        if (!Modifiers.Any(SyntaxKind.StaticKeyword)) return ("is not static", "add 'static'");
        if (TypeParameters is not null) return ("has type parameters", "name the types that it is for");
        if (Modifiers.Any(SyntaxKind.AsyncKeyword)) return ("is async", "remove 'async'");
        if (Modifiers.Any(SyntaxKind.UnsafeKeyword)) return ("is unsafe", "remove 'unsafe'");
        if (ReturnType is RefTypeSyntax) return ("returns a reference", "remove 'ref'");
        if (Body is null && Result is null) return ("has no body", "write it here");
        return null;
    }
}
