using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Planning;
using Recipes.Generators.Reading;

namespace Recipes.Generators.Rules;

/// <summary>One recipe as the rules see it: what was read, where it stands, and a way to report.</summary>
internal sealed class RecipeContext(
    RecipeModel recipe, DeclarationLocations locations, INamedTypeSymbol symbol, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellation)
{
    private StepPlan? _plan;
    private bool _planned;

    public RecipeModel Recipe { get; } = recipe;

    public DeclarationLocations Locations { get; } = locations;

    /// <summary>The recipe class, for what only symbols tell: where a type comes from, ranges of attribute properties.</summary>
    public INamedTypeSymbol Symbol { get; } = symbol;

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The plan that the generator writes from; null while the recipe is not whole.</summary>
    public StepPlan? Plan
    {
        get
        {
            if (!_planned) _plan = StepPlanner.Plan(Recipe);
            _planned = true;
            return _plan;
        }
    }

    /// <summary>Whether an attribute's class is missing, so that what seems to be missing may only be misspelt.</summary>
    public bool HasUnresolved => Recipe.First(DeclarationKind.Unresolved) is not null;

    /// <summary>The width of the last dense layer; null without one.</summary>
    public int? Classes => LastDense is { } dense && dense.Find("units")?.Number is { } units ? (int)units : null;

    /// <summary>The dense layer whose outputs are the logits.</summary>
    public Declaration? LastDense
    {
        get
        {
            Declaration? last = null;
            foreach (Declaration dense in Recipe.Of(DeclarationKind.Dense)) last = dense;
            return last;
        }
    }

    /// <summary>The attribute behind a declaration.</summary>
    public AttributeData AttributeOf(Declaration declaration) => Locations.AttributeOf(declaration.Index);

    /// <summary>Whether the recipe writes the argument, rather than leaving it at its default.</summary>
    public bool Writes(Declaration declaration, string argument) => Locations.ArgumentOf(declaration.Index, argument) is not null;

    /// <summary>A declaration as a person names it: <c>[Focal]</c>, or <c>Mine</c> for a method.</summary>
    public static string Show(Declaration declaration) => declaration.IsMethod ? "'" + declaration.Attribute + "'" : "[" + declaration.Attribute + "]";

    public void Report(DiagnosticDescriptor descriptor, Declaration declaration, params object[] arguments) =>
        report(Diagnostic.Create(descriptor, Locations.Of(declaration.Index), arguments));

    public void ReportArgument(DiagnosticDescriptor descriptor, Declaration declaration, string argument, params object[] arguments) =>
        report(Diagnostic.Create(descriptor, Locations.Of(declaration.Index, argument), arguments));

    public void ReportAt(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        report(Diagnostic.Create(descriptor, location, arguments));

    /// <summary>Reports with what a fix needs: a text to put in place, or other attributes that may go instead.</summary>
    public void ReportWith(DiagnosticDescriptor descriptor, Location location, ImmutableDictionary<string, string?> properties, IEnumerable<Location> others, params object[] arguments) =>
        report(Diagnostic.Create(descriptor, location, others, properties, arguments));

    /// <summary>The parts of the recipe class that a person wrote, in the order of the compilation.</summary>
    public IEnumerable<TypeDeclarationSyntax> Parts()
    {
        foreach (SyntaxReference reference in Symbol.DeclaringSyntaxReferences)
            if (!GeneratedCode.Is(reference.SyntaxTree) && reference.GetSyntax(Cancellation) is TypeDeclarationSyntax part)
                yield return part;
    }
}
