using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>
/// The names of a method in source. Every question is asked about a name at the method's head and never about the body, which would make
/// the compiler bind all of it.
/// </summary>
internal sealed class SourceNames(SemanticModel model, MethodDeclarationSyntax method) : FormulaNames
{
    private readonly int _position = method.Identifier.SpanStart;
    private readonly Dictionary<string, TypeMeaning> _types = [];
    private readonly Dictionary<string, ImmutableArray<ISymbol>> _symbols = [];
    private readonly Surroundings _around = new(model, method);

    public override bool IsText => false;

    public override TypeMeaning Type(TypeSyntax type)
    {
        string key = type.ToString();
        if (!_types.TryGetValue(key, out TypeMeaning? meaning)) _types.Add(key, meaning = FindType(type));
        return meaning;
    }

    public override CallMeaning Call(ExpressionSyntax callee)
    {
        switch (callee)
        {
            case IdentifierNameSyntax name:
                return MeaningOf(callee, Find(name.Identifier.ValueText));
            case MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } member:
                return TypeOf(member.Expression) is { } type ? MeaningOf(callee, type.GetMembers(name.Identifier.ValueText)) : new CallMeaning.Missing();
            default:
                return RefusedFunction(callee, "");
        }
    }

    public override NameMeaning Name(ExpressionSyntax name)
    {
        if (TextNames.Instance.Constant(name) is { } plain) return new NameMeaning.Constant(plain);
        ISymbol? symbol = name switch
        {
            IdentifierNameSyntax simple => Find(simple.Identifier.ValueText).FirstOrDefault(),
            MemberAccessExpressionSyntax member when TypeOf(member.Expression) is { } type => type.GetMembers(member.Name.Identifier.ValueText).FirstOrDefault(),
            _ => model.GetSpeculativeSymbolInfo(_position, name, SpeculativeBindingOption.BindAsExpression) is var info
                ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault()
                : null,
        };
        string text = ProblemList.Quote(name);
        return symbol switch
        {
            null => new NameMeaning.Missing(),
            IFieldSymbol { IsConst: true, HasConstantValue: true, ContainingType.TypeKind: not TypeKind.Enum, ConstantValue: { } value } => value is double or bool || IsInteger(value)
                ? new NameMeaning.Constant(value)
                : new NameMeaning.Refused(FormulaProblems.UnsupportedType, [$"'{text}'", "make it a const double"]),
            IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => new NameMeaning.Refused(FormulaProblems.UnsupportedType, [$"'{text}'", "take a switch (bool parameter)"]),
            IFieldSymbol { IsConst: true } => new NameMeaning.Missing(),
            IFieldSymbol or IPropertySymbol or IEventSymbol or IParameterSymbol => new NameMeaning.Refused(FormulaProblems.State, [text]),
            IMethodSymbol => new NameMeaning.Refused(FormulaProblems.UnsupportedSyntax, [$"'{text}' as a value", "call it"]),
            _ => new NameMeaning.Refused(FormulaProblems.UnsupportedSyntax, [$"'{text}' as a value", "write a number or a parameter"]),
        };
    }

    public override object? Constant(ExpressionSyntax expression)
    {
        // What a text could say needs no compiler.
        if (expression is LiteralExpressionSyntax literal) return literal.Token.Value;
        if (TextNames.Instance.Constant(expression) is { } plain) return plain;
        return model.GetConstantValue(expression) is { HasValue: true } constant ? constant.Value : null;
    }

    public override string? ParameterAttribute(AttributeSyntax attribute)
    {
        string name = RightmostName(attribute.Name);
        if (name.EndsWith("Attribute", System.StringComparison.Ordinal)) name = name.Substring(0, name.Length - "Attribute".Length);
        if (name is not ("Range" or "Decay" or "Initial" or "Ascends" or "IsMatrix" or "IsStart")) return null;
        NameSyntax written = attribute.Name;
        TypeSyntax full = RightmostName(written) == name ? SyntaxFactory.ParseTypeName(written.ToString() + "Attribute") : written;
        return _around.FindType(full) is { } type && IsInRecipes(type) ? name : null;
    }

    public override string[]? IntrinsicParameters(string name, int count) =>
        model.Compilation.GetTypeByMetadataName(FormulaLanguage.FunctionsClass)?.GetMembers(name).OfType<IMethodSymbol>()
            .FirstOrDefault(m => m.Parameters.Length == count)?.Parameters.Select(p => p.Name).ToArray();

    /// <summary>The last part of a dotted name.</summary>
    internal static string RightmostName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    /// <summary>Whether a type is one of the library's own, at namespace level.</summary>
    internal static bool IsInRecipes(ITypeSymbol type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: FormulaLanguage.Namespace, ContainingNamespace.IsGlobalNamespace: true } };

    private TypeMeaning FindType(TypeSyntax type)
    {
        if (type is PredefinedTypeSyntax predefined)
        {
            return predefined.Keyword.Kind() switch
            {
                SyntaxKind.DoubleKeyword => TextNames.Known(FormulaRole.Knob, "double"),
                SyntaxKind.BoolKeyword => TextNames.Known(FormulaRole.Flag, "bool"),
                _ => new TypeMeaning.Foreign("write double, bool or a formula type"),
            };
        }

        if (_around.FindType(type) is not { } symbol || symbol.TypeKind == TypeKind.Error) return new TypeMeaning.Missing();
        if (symbol.SpecialType == SpecialType.System_Double) return TextNames.Known(FormulaRole.Knob, "double");
        if (symbol.SpecialType == SpecialType.System_Boolean) return TextNames.Known(FormulaRole.Flag, "bool");
        TypeMeaning meaning = new TypeMeaning.Missing();
        if (symbol is INamedTypeSymbol named && IsInRecipes(named))
        {
            if (named.TypeArguments.Length == 1)
            {
                ITypeSymbol axis = named.TypeArguments[0];
                if (axis.TypeKind == TypeKind.Error) return meaning;
                if (IsInRecipes(axis)) meaning = TextNames.WithAxis(named.Name, axis.Name);
                if (meaning is TypeMeaning.Missing) return new TypeMeaning.Foreign(Axes);
            }
            else if (named.TypeArguments.Length == 2)
            {
                if (named.TypeArguments.Any(a => a.TypeKind == TypeKind.Error)) return meaning;
                if (named.TypeArguments.All(IsInRecipes)) meaning = TextNames.WithAxes(named.Name, named.TypeArguments[0].Name, named.TypeArguments[1].Name);
                if (meaning is TypeMeaning.Missing) return new TypeMeaning.Foreign(Axes);
            }
            else
            {
                meaning = TextNames.Plain(named.Name);
            }
        }

        return meaning is TypeMeaning.Missing ? new TypeMeaning.Foreign("use Scalar, Row<Class>, Row<Feature>, the role types, double or bool") : meaning;
    }

    private const string Axes = "the axes are Class, Feature, Element, Incoming, Output, Other, Groups and Domains";

    private ImmutableArray<ISymbol> Find(string name)
    {
        if (!_symbols.TryGetValue(name, out ImmutableArray<ISymbol> found)) _symbols.Add(name, found = _around.Find(name));
        return found;
    }

    // A dotted name in an expression is a member access to the parser, and only a type's name can be asked for as a type.
    private INamedTypeSymbol? TypeOf(ExpressionSyntax qualifier) =>
        _around.FindType(qualifier as TypeSyntax ?? SyntaxFactory.ParseTypeName(qualifier.ToString())) as INamedTypeSymbol;

    private CallMeaning MeaningOf(ExpressionSyntax callee, ImmutableArray<ISymbol> symbols)
    {
        if (symbols.IsEmpty) return new CallMeaning.Missing();
        IMethodSymbol[] methods = [.. symbols.OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary)];
        if (methods.Length == 0) return RefusedFunction(callee, symbols[0].Name);
        if (methods.Any(IsIntrinsic))
            return new CallMeaning.Intrinsic(methods[0].Name, methods.FirstOrDefault(m => !IsIntrinsic(m))?.ContainingType.ToDisplayString());
        if (IsOfSystem(methods[0])) return RefusedFunction(callee, methods[0].Name);
        if (methods.Length > 1) return new CallMeaning.Refused(FormulaProblems.Overloaded, [methods[0].Name]);
        if (!methods[0].IsStatic) return new CallMeaning.Refused(FormulaProblems.State, [ProblemList.Quote(callee)]);
        return methods[0].DeclaringSyntaxReferences.FirstOrDefault() is { } reference && model.Compilation.ContainsSyntaxTree(reference.SyntaxTree)
            ? InSource(reference)
            : ReferencedFormulas.Find(methods[0]) ?? RefusedFunction(callee, methods[0].Name);
    }

    private CallMeaning InSource(SyntaxReference reference)
    {
        if (reference.GetSyntax() is not MethodDeclarationSyntax declaration) return new CallMeaning.Missing();
        if (declaration.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error)) return new CallMeaning.Missing();
        SemanticModel own = declaration.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(declaration.SyntaxTree);
        return new CallMeaning.Function(declaration, FunctionSyntax.Of(declaration), new SourceNames(own, declaration), IsElsewhere: true);
    }

    private static bool IsIntrinsic(IMethodSymbol method) =>
        method.ContainingType is { Name: "Math", ContainingNamespace: { Name: "Formulas", ContainingNamespace: { Name: FormulaLanguage.Namespace, ContainingNamespace.IsGlobalNamespace: true } } };

    private static bool IsOfSystem(IMethodSymbol method)
    {
        INamespaceSymbol space = method.ContainingNamespace;
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer) space = outer;
        return space.Name == "System";
    }

    private static CallMeaning RefusedFunction(ExpressionSyntax callee, string name) =>
        new CallMeaning.Refused(FormulaProblems.UnknownFunction, [ProblemList.Quote(callee), FunctionWriter.SuggestFunction(name)]);

    private static bool IsInteger(object value) => value is int or uint or long or ulong or short or ushort or byte or sbyte;
}
