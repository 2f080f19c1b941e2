namespace Recipes;

/// <summary>Moves a knob linearly from one value to another over a part of the run.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RampAttribute(string knob) : Attribute
{
    /// <summary>The knob's path, for example <c>Focal.Gamma</c>.</summary>
    public string Knob { get; } = knob;
    /// <summary>The value at the start.</summary>
    public double From { get; set; }
    /// <summary>The value at the end.</summary>
    public double To { get; set; }
    /// <summary>The fraction of the run at which the ramp starts.</summary>
    [Range(0, 1)]
    public double Start { get; set; }
    /// <summary>The fraction of the run at which the ramp ends.</summary>
    [Range(0, 1)]
    public double Until { get; set; } = 1;
}
