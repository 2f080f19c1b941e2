using System.Runtime.Intrinsics;

namespace Recipes.Engine;

/// <summary>An elementwise function and its derivative, as the products' epilogues and the elementwise passes use it.</summary>
/// <remarks>
/// The generator writes one struct per activation of a recipe, from its formula; knobs are fields of the struct. Every
/// width computes the same function; NaN goes in, NaN comes out.
/// </remarks>
public interface IActivation
{
    /// <summary>The function of sixteen values.</summary>
    Vector512<float> Value(Vector512<float> x);
    /// <summary>The function of eight values.</summary>
    Vector256<float> Value(Vector256<float> x);
    /// <summary>The function of four values.</summary>
    Vector128<float> Value(Vector128<float> x);
    /// <summary>The derivative at sixteen values.</summary>
    Vector512<float> Derivative(Vector512<float> x);
    /// <summary>The derivative at eight values.</summary>
    Vector256<float> Derivative(Vector256<float> x);
    /// <summary>The derivative at four values.</summary>
    Vector128<float> Derivative(Vector128<float> x);
}

/// <summary>The activation of a layer that has none.</summary>
public readonly struct Identity : IActivation
{
    /// <inheritdoc/>
    public Vector512<float> Value(Vector512<float> x) => x;
    /// <inheritdoc/>
    public Vector256<float> Value(Vector256<float> x) => x;
    /// <inheritdoc/>
    public Vector128<float> Value(Vector128<float> x) => x;
    /// <inheritdoc/>
    public Vector512<float> Derivative(Vector512<float> x) => Vector512.Create(1f);
    /// <inheritdoc/>
    public Vector256<float> Derivative(Vector256<float> x) => Vector256.Create(1f);
    /// <inheritdoc/>
    public Vector128<float> Derivative(Vector128<float> x) => Vector128.Create(1f);
}
