using static Recipes.Formulas.Math;

namespace Recipes;

public static partial class Schedules
{
    /// <summary>Cyclic: the rate goes up and down between two bounds, linearly.</summary>
    /// <remarks>
    /// <para>
    /// In cycle i = 0, 1, …: μ + (1 − μ) · γ^i · (s/r while s &lt; r, else (1 − s)/(1 − r)), where s is how much of the cycle is done, r =
    /// <c>rise</c>, γ = <c>gamma</c> and μ = <c>minimum</c>.
    /// </para>
    /// <para>
    /// Visits many rates in one run, so that none has to be found exactly. For one model with a known rate <c>Cosine</c> or <c>OneCycle</c>
    /// ends better.
    /// </para>
    /// <para>
    /// μ = 1/4 and even cycles that keep their height: the paper’s <c>triangular</c> policy with its rule of thumb for the lower bound; γ =
    /// 1/2 is its <c>triangular2</c>. <c>CyclicLR</c> of PyTorch gives half a cycle in steps; it also moves the momentum, this does not.
    /// </para>
    /// </remarks>
    /// <param name="t">How much of the run is done.</param>
    /// <param name="cycles">The number of cycles in the run.</param>
    /// <param name="minimum">The lower bound μ.</param>
    /// <param name="rise">The fraction r of a cycle in which the rate rises.</param>
    /// <param name="gamma">The factor γ on the height of each further cycle.</param>
    /// <returns>The factor on the rate.</returns>
    [Schedule, Paper("Cyclical Learning Rates for Training Neural Networks", 2017)]
    public static Scalar Cyclic(
        Progress t,
        [Range(0, 1000, ExclusiveMinimum = true)] double cycles = 4,
        [Range(0, 1)] double minimum = 0.25,
        [Range(0, 1, ExclusiveMinimum = true, ExclusiveMaximum = true)] double rise = 0.5,
        [Range(0, 1, ExclusiveMinimum = true)] double gamma = 1)
    {
        // A fraction that rounding put just before a cycle counts as its start.
        Scalar cycle = Floor(t * cycles + 1e-9);
        Scalar done = Max(0, t * cycles - cycle);
        Scalar height = Where(Less(done, rise), done / rise, (1 - done) / (1 - rise));
        return minimum + (1 - minimum) * Pow(gamma, cycle) * height;
    }
}
