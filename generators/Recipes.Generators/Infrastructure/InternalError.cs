using System;
using Microsoft.CodeAnalysis;

namespace Recipes.Generators.Infrastructure;

/// <summary>A mistake of our own. Thrown out of a generator it would take every generated file with it; reported, it costs one.</summary>
internal static class InternalError
{
    /// <summary>RCP0901.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        "RCP0901", "Internal error of Recipes", "Recipes failed at {0}: {1}; please report it", "Recipes.Internal", DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: RuleLinks.PageOf("RCP0901"));

    /// <summary>The diagnostic for what <see cref="Describe"/> gave.</summary>
    public static Diagnostic Of(string what, string description) => Diagnostic.Create(Descriptor, Location.None, what, description);

    /// <summary>An exception in one line, the same on every run.</summary>
    public static string Describe(Exception exception)
    {
        string frame = exception.StackTrace ?? "";
        int end = frame.IndexOf('\n');
        return $"{exception.GetType().Name}: {exception.Message} {(end < 0 ? frame : frame.Substring(0, end)).Trim()}".Replace("\r", "").Replace("\n", " ");
    }
}
