using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Reading;

/// <summary>Where the declarations of one recipe stand in the source. For analyzers only; never in the generator's pipeline.</summary>
internal sealed class DeclarationLocations
{
    private readonly List<SyntaxNode?> _nodes = [];
    private readonly List<AttributeData> _attributes = [];

    /// <summary>The class's name.</summary>
    public Location Class { get; set; } = Location.None;

    internal void Add(SyntaxNode? node, AttributeData attribute)
    {
        _nodes.Add(node);
        _attributes.Add(attribute);
    }

    /// <summary>The attribute (or the method's name) that declares it.</summary>
    public Location Of(int declaration) => _nodes[declaration] switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        { } node => node.GetLocation(),
        null => Class,
    };

    /// <summary>The syntax of the declaration: an attribute or a method.</summary>
    public SyntaxNode? SyntaxOf(int declaration) => _nodes[declaration];

    /// <summary>The attribute: of the recipe class, or the one that marks the method.</summary>
    public AttributeData AttributeOf(int declaration) => _attributes[declaration];

    /// <summary>The argument with this name, or the whole declaration where it is not written.</summary>
    public Location Of(int declaration, string argument)
    {
        AttributeArgumentSyntax? syntax = ArgumentOf(declaration, argument);
        return syntax?.GetLocation() ?? Of(declaration);
    }

    /// <summary>The syntax of the argument with this property or parameter name, or null.</summary>
    public AttributeArgumentSyntax? ArgumentOf(int declaration, string argument)
    {
        var attribute = _attributes[declaration].ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        if (attribute?.ArgumentList is not { } list) return null;
        int position = 0;
        foreach (AttributeArgumentSyntax candidate in list.Arguments)
        {
            string? name = candidate.NameEquals?.Name.Identifier.ValueText ?? candidate.NameColon?.Name.Identifier.ValueText;
            if (name is null)
            {
                if (_positional.TryGetValue((declaration, position), out string? parameter) && string.Equals(parameter, argument, StringComparison.OrdinalIgnoreCase))
                    return candidate;
                position++;
            }
            else if (string.Equals(name, argument, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }
        }
        return null;
    }

    private readonly Dictionary<(int Declaration, int Position), string> _positional = [];

    internal void AddPositional(int declaration, int position, string parameter) => _positional[(declaration, position)] = parameter;
}
