using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules.Grammar;

/// <summary>One path reaches a knob everywhere, so no two declarations share a name.</summary>
internal sealed class SameNameRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.SameName, "Names are unique in a recipe",
        "The name '{0}' stands for two declarations, and reports and knob paths such as '{0}.Weight' could not tell them apart; add Name = \"{1}\" to one",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.SameName + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        // Letter case is no distinction on a command line.
        var all = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Declaration declaration in context.Recipe.Declarations)
            if (Kinds.HasKnobs(declaration.Kind))
                all.Add(declaration.Name);

        var seen = new Dictionary<string, Declaration>(StringComparer.OrdinalIgnoreCase);
        foreach (Declaration declaration in context.Recipe.Declarations)
        {
            if (!Kinds.HasKnobs(declaration.Kind)) continue;
            if (!seen.TryGetValue(declaration.Name, out Declaration? other))
            {
                seen.Add(declaration.Name, declaration);
                continue;
            }
            if (!CompilerSpeaks(declaration, other))
            {
                string free = Free(declaration.Name, all);
                context.ReportWith(
                    Descriptor, context.Locations.Of(declaration.Index, "Name"), FixProperties.Replace(free), [], declaration.Name, free);
            }
        }
    }

    /// <summary>One attribute twice that may stand once is an error of C# (and two optimizers or the like have a rule of their own).</summary>
    private static bool CompilerSpeaks(Declaration declaration, Declaration other) =>
        declaration.Kind == other.Kind && declaration.Kind != DeclarationKind.Term && !Kinds.IsLayer(declaration.Kind);

    private static string Free(string name, HashSet<string> taken)
    {
        for (int number = 2; ; number++)
            if (taken.Add(name + number))
                return name + number;
    }
}

/// <summary>A name becomes a member of the generated code and a part of paths.</summary>
internal sealed class NotAnIdentifierRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NotAnIdentifier, "A name is an identifier",
        "The name \"{0}\" cannot be a member of the generated code and a part of knob paths; use letters and digits, and no keyword of C#",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NotAnIdentifier + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    public void Check(RecipeContext context)
    {
        foreach (Declaration declaration in context.Recipe.Declarations)
        {
            if (!Kinds.HasKnobs(declaration.Kind)) continue;
            string name = declaration.Text("Name") ?? declaration.Name;
            if (!SyntaxFacts.IsValidIdentifier(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
                context.ReportArgument(Descriptor, declaration, "Name", name);
        }
    }
}

/// <summary>Terms become properties of the generated step result.</summary>
internal sealed class NameTakenRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.NameTaken, "A term's name is not one that the generated code uses",
        "A term named '{0}' would clash with the member '{0}' of the generated StepResult; give it another Name",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.NameTaken + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    /// <summary>What the result of a step holds beside the terms, and what every record has.</summary>
    private static readonly HashSet<string> s_taken =
    [
        "Loss", "LearningRate", "GradientNorm", "Rows", "EndsEpoch", "StepResult", "Item",
        "Equals", "GetHashCode", "ToString", "Deconstruct", "PrintMembers", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize",
    ];

    public void Check(RecipeContext context)
    {
        foreach (Declaration term in context.Recipe.Of(DeclarationKind.Term))
            if (s_taken.Contains(term.Name))
                context.ReportArgument(Descriptor, term, "Name", term.Name);
    }
}

/// <summary>The generated part adds members of its own to the recipe class.</summary>
internal sealed class MemberTakenRule : IRecipeRule
{
    private static readonly DiagnosticDescriptor s_descriptor = new(
        RuleIds.MemberTaken, "A recipe class leaves the generated names free",
        "'{0}' is generated into the recipe class; rename this {1}",
        RuleText.Grammar, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleText.Pages + RuleIds.MemberTaken + ".md");

    public DiagnosticDescriptor Descriptor => s_descriptor;

    private static readonly HashSet<string> s_generated = ["Model", "Trainer", "StepResult", "Plan", "Definition", "Network", "Train"];

    public void Check(RecipeContext context)
    {
        if (s_generated.Contains(context.Recipe.Name)) context.ReportAt(Descriptor, context.Locations.Class, context.Recipe.Name, "recipe");
        foreach (ISymbol member in context.Symbol.GetMembers())
        {
            if (!s_generated.Contains(member.Name) || GeneratedCode.Is(member) || member.Locations.Length == 0) continue;
            // A method of another signature beside the generated Train is an overload.
            if (member is IMethodSymbol && member.Name == "Train") continue;
            context.ReportAt(Descriptor, member.Locations[0], member.Name, member is INamedTypeSymbol ? "type" : member.Kind.ToString().ToLowerInvariant());
        }
    }
}
