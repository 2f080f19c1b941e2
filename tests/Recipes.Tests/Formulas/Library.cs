using System.Reflection;

namespace Recipes.Tests.Formulas;

/// <summary>The formulas of the library, found by their attributes, and a way to call any of them at a point.</summary>
internal static class Library
{
    private static readonly Type[] Kinds =
    [
        typeof(LossAttribute), typeof(WeightingAttribute), typeof(TermWeightingAttribute), typeof(LogitTransformAttribute), typeof(ActivationAttribute),
        typeof(LayerAttribute), typeof(OptimizerAttribute), typeof(GradientTransformAttribute), typeof(AveragingAttribute), typeof(ParametrizationAttribute), typeof(ScheduleAttribute),
    ];

    /// <summary>By name.</summary>
    public static readonly SortedDictionary<string, MethodInfo> Formulas = new(typeof(Scalar).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => Kinds.Any(kind => method.IsDefined(kind)))
        .ToDictionary(method => method.Name), StringComparer.Ordinal);

    /// <summary>Rows of three numbers (and single numbers): moderate, tied, saturated, tiny, nothing.</summary>
    public static readonly double[][] Points = [[0.5, -1, 2], [1, 1, 1], [60, -60, 0.5], [1e-9, -1e-9, 2e-9], [0, 0, 0]];

    /// <summary>Whether the training takes a gradient through it, or the optimizer steps by it.</summary>
    public static bool IsDifferentiable(ParameterInfo parameter) =>
        parameter.ParameterType.Name is "Scalar" or "Logits" or "OtherLogits" or "Embedding" or "OtherEmbedding" or "Outputs" or "Learned" or "Latent" or "LearnedRow" or "LearnedRow`1" or "LearnedMatrix`2" or "Row`1";

    /// <summary>The numbers that a formula gives at a point, with its differentiable parameter <paramref name="moved"/> moved.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="knobs">The knobs that are not at their defaults.</param>
    /// <param name="point">Three numbers.</param>
    /// <param name="moved">Index of the parameter whose first number is moved; −1 for none.</param>
    /// <param name="by">By how much.</param>
    public static double[] Call(MethodInfo formula, Dictionary<string, object> knobs, double[] point, int moved = -1, double by = 0)
    {
        var arguments = formula.GetParameters().Select((p, i) => Argument(p, knobs, point, i == moved ? by : 0)).ToArray();
        return formula.Invoke(null, arguments) switch
        {
            Scalar scalar => scalar.ToArray(),
            Row<Class> row => row.ToArray(),
            Row<Feature> row => row.ToArray(),
            Row<Element> row => row.ToArray(),
            Row<Incoming> row => row.ToArray(),
            var other => throw new NotSupportedException($"{formula.Name} gives {other}."),
        };
    }

    private static object? Argument(ParameterInfo parameter, Dictionary<string, object> knobs, double[] point, double by)
    {
        double[] row = [point[0] + by, .. point[1..]];
        return parameter.ParameterType.Name.TrimEnd('&') switch
        {
            "Double" => knobs.GetValueOrDefault(parameter.Name!, parameter.HasDefaultValue ? parameter.DefaultValue! : 1.0),
            "Boolean" => knobs.GetValueOrDefault(parameter.Name!, parameter.HasDefaultValue ? parameter.DefaultValue! : true),
            "Scalar" => (Scalar)row[0],
            "Learned" => (Learned)row[0],
            "Latent" => (Latent)row[0],
            "Logits" => new Logits(new double[,] { { row[0], row[1], row[2] }, { point[2], point[0], point[1] } }),
            "LearnedRow" => (LearnedRow)row,
            "Row`1" or "Running`1" when parameter.ParameterType.IsByRef && parameter.Position > 0 => Activator.CreateInstance(parameter.ParameterType.GetElementType()!),
            "Row`1" when parameter.ParameterType.FullName!.TrimEnd('&') == typeof(Row<Incoming>).FullName => new Row<Incoming>(new double[,] { { row[0], row[1], row[2] }, { point[2], point[0], point[1] } }),
            "Row`1" when parameter.ParameterType == typeof(Row<Element>) => (Row<Element>)row,
            "Row`1" => (Row<Feature>)row,
            "Label" => new Label([0, 1]),
            "Target" => (Target)(Scalar)new[] { 0.5, 1.5 },
            "Outputs" => (Outputs)new Row<Output>(new double[,] { { row[0], row[1], row[2] }, { point[2], point[0], point[1] } }),
            "Targets" => new Targets(new double[] { 0.5, 0, 3 }),
            "Memory" => (Memory)new Row<Class>(new double[2, 3]),
            "State" => default(State),
            "Running" => (Running)0.5,
            "Averaged" => default(Averaged),
            "Rate" => (Rate)0.1,
            "StepCount" => (StepCount)3,
            "Progress" => (Progress)0.25,
            "RunSteps" => (RunSteps)40,
            "ValidationLoss" => (ValidationLoss)0.7,
            "GradientNorm" => (GradientNorm)0.0,
            "ClassCount" => (ClassCount)7,
            "RowCount" => (RowCount)50,
            "ClassTotal" => (ClassTotal)3,
            "Group" => new Group([0, 1], 3),
            "Domain" => new Domain([0, 1], 2),
            _ when IsDifferentiable(parameter) || parameter.ParameterType.Name is "Teacher" or "Targets" or "Target" => Role(parameter.ParameterType, row),
            _ => Role(parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType, [0.25, 0.6, 0.15]),
        };
    }

    /// <summary>Numbers of a role, made through the type that it holds: a row for each of two examples, three rows of a matrix.</summary>
    private static object Role(Type type, double[] row)
    {
        if (type == typeof(Scalar))
            return (Scalar)row[0];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Row<>))
            return Activator.CreateInstance(type, [type.GetGenericArguments()[0].IsGenericType ? (double[][])[row, [row[2], row[0], row[1]], [row[1], row[2], row[0]]] : [row, [row[2], row[0], row[1]]]])!;
        var held = type.GetConstructors().Select(c => c.GetParameters()).Single(p => p is [var only] && (only.ParameterType == typeof(Scalar) || only.ParameterType.Name == "Row`1"));
        return Activator.CreateInstance(type, [Role(held[0].ParameterType, row)])!;
    }
}
