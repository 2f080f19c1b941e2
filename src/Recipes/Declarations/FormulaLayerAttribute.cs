namespace Recipes;

/// <summary>Base of the layers that are derived from a formula: activations and row-wise layers.</summary>
public abstract class FormulaLayerAttribute : NetworkAttribute
{
    /// <summary>The name in knob paths; the attribute's own name unless two are alike.</summary>
    public string? Name { get; set; }
}
