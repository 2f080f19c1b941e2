using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Reading;

/// <summary>One attribute, or one formula method → one declaration.</summary>
internal static class DeclarationReader
{
    public static Declaration ReadAttribute(AttributeData attribute, int index, DeclarationLocations? locations, CancellationToken cancellation)
    {
        locations?.Add(attribute.ApplicationSyntaxReference?.GetSyntax(cancellation), attribute);
        if (attribute.AttributeClass is not { } type || type.TypeKind == TypeKind.Error)
            return new Declaration(index, DeclarationKind.Unresolved, attribute.AttributeClass?.Name ?? "", attribute.AttributeClass?.Name ?? "", default, null, null, false);

        string name = WithoutSuffix(type.Name);
        EquatableArray<Argument> arguments = ArgumentsOf(attribute, index, locations);
        FormulaDefinition? formula = null;
        ComponentModel? component = null;
        DeclarationKind kind = IntrinsicKind(type);
        if (kind == DeclarationKind.Foreign && FormulaOf(type) is { } found)
        {
            formula = found;
            kind = FormulaKinds.DeclarationOf(found.Kind);
        }
        else if (kind == DeclarationKind.Foreign && ComponentOf(type, out DeclarationKind role) is { } model)
        {
            component = model;
            kind = role;
        }
        return new Declaration(index, kind, name, NameOf(arguments) ?? name, arguments, formula, component, false) { IsLikelihood = Mark(type, "LikelihoodAttribute") is not null, UsualRate = UsualRate(type) };
    }

    public static Declaration ReadMethod(
        IMethodSymbol method, AttributeData attribute, DeclarationKind kind, Compilation compilation, int index,
        DeclarationLocations? locations, CancellationToken cancellation)
    {
        EquatableArray<Argument> arguments = default;
        FormulaDefinition? formula = null;
        SyntaxNode? syntax = method.DeclaringSyntaxReferences.Length > 0 ? method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) : null;
        locations?.Add(syntax, attribute);
        arguments = ArgumentsOf(attribute, index, locations);
        if (syntax is MethodDeclarationSyntax declaration)
            formula = FormulaReader.FromSource(declaration, compilation.GetSemanticModel(declaration.SyntaxTree), cancellation).Formula;
        return new Declaration(index, kind, method.Name, NameOf(arguments) ?? method.Name, arguments, formula, null, true) { IsLikelihood = Mark(method, "LikelihoodAttribute") is not null, UsualRate = UsualRate(method) };
    }

    /// <summary>What a formula's method, or the attribute derived from it, is marked with; null if it is not.</summary>
    private static AttributeData? Mark(ISymbol marked, string name)
    {
        foreach (AttributeData data in marked.GetAttributes())
            if (data.AttributeClass is { ContainingNamespace: { Name: "Recipes", ContainingNamespace.IsGlobalNamespace: true } } type && type.Name == name)
                return data;
        return null;
    }

    private static (double, double)? UsualRate(ISymbol marked) =>
        Mark(marked, "UsualRateAttribute") is { ConstructorArguments: { Length: 2 } bounds } && bounds[0].Value is double minimum && bounds[1].Value is double maximum ? (minimum, maximum) : null;

    private static DeclarationKind IntrinsicKind(INamedTypeSymbol type)
    {
        if (type.ContainingNamespace is not { Name: "Recipes", ContainingNamespace.IsGlobalNamespace: true }) return DeclarationKind.Foreign;
        return type.Name switch
        {
            "RecipeAttribute" => DeclarationKind.Recipe,
            "InputAttribute" => DeclarationKind.Input,
            "DenseAttribute" => DeclarationKind.Dense,
            "DropoutAttribute" => DeclarationKind.Dropout,
            "ConvAttribute" => DeclarationKind.Conv,
            "MaxPoolAttribute" => DeclarationKind.MaxPool,
            "AveragePoolAttribute" => DeclarationKind.AveragePool,
            "GlobalAveragePoolAttribute" => DeclarationKind.GlobalAveragePool,
            "FlattenAttribute" => DeclarationKind.Flatten,
            "BatchNormAttribute" => DeclarationKind.BatchNorm,
            "ApplyAttribute" => DeclarationKind.Apply,
            "RampAttribute" => DeclarationKind.Ramp,
            "RegMixupAttribute" => DeclarationKind.RegMixup,
            "TargetsAttribute" => DeclarationKind.Targets,
            "MultiLabelAttribute" => DeclarationKind.MultiLabel,
            "GroupsAttribute" => DeclarationKind.Groups,
            "DomainsAttribute" => DeclarationKind.Domains,
            "SampleWeightsAttribute" => DeclarationKind.SampleWeights,
            "TeacherLogitsAttribute" => DeclarationKind.TeacherLogits,
            _ => DeclarationKind.Foreign,
        };
    }

    private static FormulaDefinition? FormulaOf(INamedTypeSymbol type)
    {
        foreach (AttributeData data in type.GetAttributes())
        {
            if (data.AttributeClass is not { Name: "FormulaAttribute", ContainingNamespace: { Name: "Recipes", ContainingNamespace.IsGlobalNamespace: true } }) continue;
            if (data.ConstructorArguments.Length == 3 && data.ConstructorArguments[0].Value is int version
                && data.ConstructorArguments[1].Value is string kind && data.ConstructorArguments[2].Value is string text)
                return FormulaReader.FromMetadata(version, kind, text, out _);
        }
        return null;
    }

    private static ComponentModel? ComponentOf(INamedTypeSymbol type, out DeclarationKind role)
    {
        role = DeclarationKind.Foreign;
        foreach (AttributeData data in type.GetAttributes())
        {
            if (data.AttributeClass is not { Name: "ComponentAttribute", TypeArguments.Length: 1 } attribute
                || attribute.TypeArguments[0] is not INamedTypeSymbol component) continue;
            foreach (INamedTypeSymbol contract in component.AllInterfaces)
            {
                if (contract.ContainingNamespace is not { Name: "Recipes", ContainingNamespace.IsGlobalNamespace: true }) continue;
                DeclarationKind? found = contract.Name switch
                {
                    "ISampler" => DeclarationKind.Sampler,
                    "IPreparation" => DeclarationKind.Preparation,
                    "ITargetPreparation" => DeclarationKind.TargetPreparation,
                    "IAugmentation" => DeclarationKind.Augmentation,
                    "IStoppingRule" => DeclarationKind.StoppingRule,
                    "ICalibrator" => DeclarationKind.Calibrator,
                    "IConformalPredictor" => DeclarationKind.ConformalPredictor,
                    _ => null,
                };
                if (found is not { } known) continue;
                role = known;
                return new ComponentModel(component.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), ParametersOf(component));
            }
        }
        return null;
    }

    private static EquatableArray<string> ParametersOf(INamedTypeSymbol component)
    {
        IMethodSymbol? widest = null;
        foreach (IMethodSymbol constructor in component.InstanceConstructors)
            if (constructor.DeclaredAccessibility == Accessibility.Public && (widest is null || constructor.Parameters.Length > widest.Parameters.Length))
                widest = constructor;
        var names = new List<string>();
        if (widest is not null)
            foreach (IParameterSymbol parameter in widest.Parameters) names.Add(parameter.Name);
        return new EquatableArray<string>([.. names]);
    }

    private static EquatableArray<Argument> ArgumentsOf(AttributeData attribute, int index, DeclarationLocations? locations)
    {
        var arguments = new List<Argument>();
        int written = WrittenPositionalCount(attribute);
        for (int i = 0; i < attribute.ConstructorArguments.Length; i++)
        {
            if (attribute.AttributeConstructor is not { } constructor || i >= constructor.Parameters.Length) break;
            string parameter = constructor.Parameters[i].Name;
            if (i < written) locations?.AddPositional(index, i, parameter);
            if (ArgumentOf(parameter, attribute.ConstructorArguments[i]) is { } argument) arguments.Add(argument);
        }
        foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
            if (ArgumentOf(named.Key, named.Value) is { } argument)
                arguments.Add(argument);
        return new EquatableArray<Argument>([.. arguments]);
    }

    private static int WrittenPositionalCount(AttributeData attribute)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList: { } list }) return 0;
        int count = 0;
        foreach (AttributeArgumentSyntax argument in list.Arguments)
            if (argument.NameEquals is null)
                count++;
        return count;
    }

    private static Argument? ArgumentOf(string name, TypedConstant constant)
    {
        if (constant.Kind == TypedConstantKind.Error || constant.Kind == TypedConstantKind.Array) return null;
        string? enumType = constant.Kind == TypedConstantKind.Enum ? constant.Type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null;
        return constant.Value switch
        {
            bool flag => new Argument(name, null, flag, null, enumType, null),
            string text => new Argument(name, null, null, text, enumType, null),
            double number => new Argument(name, number, null, null, enumType, null),
            float number => new Argument(name, number, null, null, enumType, null),
            int number => new Argument(name, number, null, null, enumType, number),
            long number => new Argument(name, number, null, null, enumType, number),
            byte number => new Argument(name, number, null, null, enumType, number),
            short number => new Argument(name, number, null, null, enumType, number),
            uint number => new Argument(name, number, null, null, enumType, number),
            _ => null,
        };
    }

    private static string? NameOf(EquatableArray<Argument> arguments)
    {
        foreach (Argument argument in arguments)
            if (argument.Name == "Name" && argument.Text is { Length: > 0 } text)
                return text;
        return null;
    }

    private static string WithoutSuffix(string name)
        => name.Length > 9 && name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name;
}
