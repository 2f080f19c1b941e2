using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Recipes.Generators.Tests.Harness;

/// <summary>Walks everything that a value refers to.</summary>
internal static class ObjectGraph
{
    /// <summary>Asserts that nothing reachable belongs to a compilation: it would be kept alive, and it is never equal to its successor.</summary>
    public static void AssertNoCompilerObjects(object? root, string what)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<(object? Value, string Path)>();
        waiting.Push((root, what));
        while (waiting.TryPop(out var next))
        {
            if (next.Value is null || !seen.Add(next.Value)) continue;
            Assert.False(
                next.Value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or Location or AttributeData or Diagnostic,
                $"{next.Path} is a {next.Value.GetType()}");

            Type type = next.Value.GetType();
            if (type.IsPrimitive || type.IsEnum || type == typeof(string)) continue;
            if (next.Value is IEnumerable items and not string)
            {
                int index = 0;
                foreach (object? item in items) waiting.Push((item, $"{next.Path}[{index++}]"));
            }

            for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
                foreach (FieldInfo field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    if (!field.FieldType.IsPointer)
                        waiting.Push((field.GetValue(next.Value), $"{next.Path}.{field.Name}"));
        }
    }
}
