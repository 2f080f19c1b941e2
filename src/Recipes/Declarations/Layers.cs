namespace Recipes;

/// <summary>Base of the attributes that stand for a place in the network, read from left to right.</summary>
public abstract class NetworkAttribute : Attribute;

/// <summary>The features of a row.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InputAttribute([Range(1, 1 << 24)] int features) : NetworkAttribute
{
    /// <summary>Features per row.</summary>
    public int Features { get; } = features;
}

/// <summary>A fully connected layer: y = x·Wᵀ + b, initialised as <c>torch.nn.Linear</c>.</summary>
/// <remarks>Shapes: input [rows, in], output [rows, <see cref="Units"/>], weight [units, in], bias [units].</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DenseAttribute([Range(1, 1 << 24)] int units) : NetworkAttribute
{
    /// <summary>Outputs per row.</summary>
    public int Units { get; } = units;
    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; set; } = true;
    /// <summary>The layer's name; by default <c>Dense</c> and its number.</summary>
    public string? Name { get; set; }
}

/// <summary>Sets each value to 0 with probability <see cref="Rate"/> during training and scales the others by 1/(1 − rate).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DropoutAttribute([Range(0, 1, ExclusiveMaximum = true)] double rate) : NetworkAttribute
{
    /// <summary>The probability of a value being dropped.</summary>
    public double Rate { get; } = rate;
    /// <summary>The layer's name; by default <c>Dropout</c> and its number.</summary>
    public string? Name { get; set; }
}

/// <summary>An activation or row-wise layer that is a method of the recipe class, by name.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ApplyAttribute(string formula) : NetworkAttribute
{
    /// <summary>The method's name.</summary>
    public string Formula { get; } = formula;
}
