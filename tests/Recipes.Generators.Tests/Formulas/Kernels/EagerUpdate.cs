using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;
using Recipes.Training;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>An update of a model's tensors by formulas that are called as methods, in double.</summary>
/// <remarks>A formula that adds up over the whole model is called once for all of it; then its decay reaches every tensor alike.</remarks>
internal sealed class EagerUpdate(ParameterModel model, UpdateFormula optimizer)
{
    private readonly Dictionary<string, object> _kept = [], _keptByRun = [];
    private UpdateStep _step = new(0, 0, []);

    /// <summary>Formulas that change the gradient before, in order.</summary>
    public required IReadOnlyList<UpdateFormula> Transforms { get; init; }

    public required UpdateFormula? Averaging { get; init; }

    /// <summary>The weights of each tensor [units · incoming].</summary>
    public required double[][] Weights { get; init; }

    public required double[][] Averages { get; init; }

    public required int Steps { get; init; }

    public void Run(UpdateStep step)
    {
        _step = step;
        double[][] gradients = step.Gradients;
        foreach (UpdateFormula transform in Transforms)
        {
            double[][] given = gradients;
            gradients = Apply(transform, t => [given[t], Weights[t]]);
        }

        double[][] updated = Apply(optimizer, t => [Weights[t], gradients[t]]);
        if (Averaging is { } averaging) Apply(averaging, t => [Averages[t], updated[t]]).CopyTo(Averages, 0);
        updated.CopyTo(Weights, 0);
    }

    private double[][] Apply(UpdateFormula formula, Func<int, double[][]> values)
    {
        FormulaDefinition definition = formula.Formula.Definition;
        FormulaRole view = definition.Parameters[0].Role;
        if (definition.Text.Contains("ModelSum", StringComparison.Ordinal))
        {
            int[] lengths = [.. model.Tensors.Select(t => t.Length)];
            double[][] all = [.. Enumerable.Range(0, values(0).Length).Select(v => Enumerable.Range(0, lengths.Length).SelectMany(t => values(t)[v]).ToArray())];
            double[] joined = Call(formula.Formula, formula.Values, view, -1, all);
            return [.. lengths.Select((n, t) => joined[lengths[..t].Sum()..][..n])];
        }

        double[][] results = [.. model.Tensors.Select((_, t) => Call(formula.Formula, formula.Values, view, t, values(t)))];
        // What the run keeps changes once, when every tensor has seen the old value.
        foreach ((string key, object value) in _keptByRun) _kept[key] = value;
        return results;
    }

    private double[] Call(EagerFormula formula, IReadOnlyDictionary<string, object> own, FormulaRole view, int tensor, double[][] values)
    {
        ParameterInfo? info = tensor < 0 ? null : model.Tensors[tensor];
        int length = values[0].Length, next = 0;
        var given = new List<object>();
        var keys = new List<string?>();
        foreach (FormulaParameter parameter in formula.Definition.Parameters)
        {
            if (parameter.Role is FormulaRole.Knob or FormulaRole.Flag or FormulaRole.IsMatrix) continue;
            string? key = !parameter.ByReference ? null
                : $"{formula.Definition.Name}.{parameter.Name}@{(parameter.Role == FormulaRole.Running ? "run" : tensor.ToString(System.Globalization.CultureInfo.InvariantCulture))}";
            keys.Add(key);
            given.Add(key is not null ? _kept.TryGetValue(key, out object? kept) ? kept : Start(parameter, tensor)
                : parameter.Role == view ? Value(view, values[next++], info)
                : parameter.Role switch
                {
                    FormulaRole.Rate => (Rate)_step.Rate,
                    FormulaRole.StepCount => (StepCount)(double)_step.Number,
                    FormulaRole.GradientNorm => (GradientNorm)_step.Norm,
                    FormulaRole.RunSteps => (RunSteps)(double)Steps,
                    FormulaRole.Progress => (Progress)((_step.Number - 1.0) / Steps),
                    var other => throw new InvalidOperationException(other.ToString()),
                });
        }

        var effective = new Dictionary<string, object>(own);
        foreach (FormulaParameter shape in formula.Definition.Parameters.Where(p => p.Role == FormulaRole.IsMatrix)) effective[shape.Name] = info!.IsMatrix;
        if (info is { Decays: false })
            foreach (FormulaParameter decay in formula.Definition.Parameters.Where(p => p.IsDecay)) effective[decay.Name] = 0.0;
        object[] arguments = [.. given];
        double[] result = Numbers(formula.Call(arguments, effective), length);
        for (int i = 0; i < arguments.Length; i++)
            if (keys[i] is { } key) (key.EndsWith("@run", StringComparison.Ordinal) && tensor >= 0 ? _keptByRun : _kept)[key] = arguments[i];
        if (arguments.OfType<Averaged>().Any()) StoreAverages(Numbers((Scalar)arguments.OfType<Averaged>().Single(), length), tensor);
        return result;
    }

    private void StoreAverages(double[] numbers, int tensor)
    {
        if (tensor >= 0) Averages[tensor] = numbers;
        else
            for (int t = 0, start = 0; t < Averages.Length; start += Averages[t++].Length) Averages[t] = numbers[start..(start + Averages[t].Length)];
    }

    private object Start(FormulaParameter parameter, int tensor) => parameter.Role switch
    {
        FormulaRole.ElementRow or FormulaRole.IncomingRow => Value(parameter.Role, Filled(model.Tensors[tensor].Length, parameter), model.Tensors[tensor]),
        FormulaRole.RunningRow => (Running<Incoming>)new Row<Incoming>(Filled(ParameterModel.Incoming(model.Tensors[tensor]), parameter)),
        FormulaRole.Running => (Running)parameter.Initial,
        FormulaRole.Averaged => (Averaged)(Scalar)(tensor < 0 ? [.. Averages.SelectMany(a => a)] : Averages[tensor]),
        _ => (State)parameter.Initial,
    };

    private static double[] Filled(int count, FormulaParameter parameter) => [.. Enumerable.Repeat(parameter.Initial, count)];

    private static object Value(FormulaRole view, double[] numbers, ParameterInfo? tensor)
    {
        if (view == FormulaRole.Scalar) return new Scalar(numbers);
        if (view == FormulaRole.ElementRow) return new Row<Element>(numbers);
        int units = ParameterModel.Units(tensor!), incoming = ParameterModel.Incoming(tensor!);
        return new Row<Incoming>([.. Enumerable.Range(0, units).Select(u => numbers[(u * incoming)..((u + 1) * incoming)])]);
    }

    private static double[] Numbers(object value, int count)
    {
        double[] numbers = value switch
        {
            Row<Element> row => row.ToArray(),
            Row<Incoming> row => row.ToArray(),
            Scalar scalar => scalar.ToArray(),
            _ => throw new InvalidOperationException(value.ToString()),
        };
        return numbers.Length == count ? numbers : [.. Enumerable.Repeat(numbers.Single(), count)];
    }
}
