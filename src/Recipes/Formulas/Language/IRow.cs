namespace Recipes;

/// <summary>A value with one number for each position of an axis: <see cref="Row{TAxis}"/> and the roles that are rows.</summary>
/// <remarks>
/// The functions of <see cref="Formulas.Math"/> take rows as this interface, because C# infers an axis through an
/// interface and not through a conversion. It cannot be implemented elsewhere.
/// </remarks>
/// <typeparam name="TAxis">What the row runs over.</typeparam>
public interface IRow<TAxis>
    where TAxis : IAxis
{
    /// <summary>The numbers.</summary>
    internal Values Values { get; }
}
