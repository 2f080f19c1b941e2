using System.Reflection;

namespace Recipes.Tests.Formulas.Losses;

/// <summary>The call of a formula with the golden batch, of which any number can be moved.</summary>
internal sealed class GoldenLossCall
{
    private readonly GoldenLoss _golden;
    private readonly MethodInfo _formula;
    private readonly object?[] _arguments;

    public GoldenLossCall(GoldenLoss golden)
    {
        _golden = golden;
        _formula = Library.Formulas[golden.Loss];
        var outputs = 0;
        foreach (var parameter in _formula.GetParameters())
        {
            var type = TypeOf(parameter);
            var role = type.Name.Split('`')[0];
            if (GoldenLoss.MovingName(role, parameter.Name!, outputs) is { } name)
                Moving[name] = Given(parameter, role, outputs);
            if (role == "Outputs")
                outputs++;
        }
        _arguments = [.. _formula.GetParameters().Select(_ => (object?)null)];
    }

    /// <summary>What a gradient is taken by: rows of numbers, by name.</summary>
    public Dictionary<string, double[][]> Moving { get; } = [];

    /// <summary>The loss with what <see cref="Moving"/> holds now.</summary>
    public Scalar Loss()
    {
        var (parameters, outputs) = (_formula.GetParameters(), 0);
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = TypeOf(parameters[i]);
            var role = type.Name.Split('`')[0];
            _arguments[i] = GoldenLoss.MovingName(role, parameters[i].Name!, outputs) is { } name ? Make(type, Moving[name]) : Argument(parameters[i], type, role);
            if (role == "Outputs")
                outputs++;
        }
        return (Scalar)_formula.Invoke(null, _arguments)!;
    }

    /// <summary>What the last call left in a parameter that is kept.</summary>
    public double[] Kept(string name)
    {
        object kept = _arguments[Array.FindIndex(_formula.GetParameters(), parameter => parameter.Name == name)]!;
        Type? rows = kept.GetType().GetInterfaces().FirstOrDefault(i => i.IsGenericType);
        var convert = kept.GetType().GetMethods().First(m => m.Name == "op_Implicit" && m.ReturnType == (rows is null ? typeof(Scalar) : typeof(Row<>).MakeGenericType(rows.GetGenericArguments()))
            && m.GetParameters()[0].ParameterType == kept.GetType());
        object value = convert.Invoke(null, [kept])!;
        return (double[])value.GetType().GetMethod("ToArray")!.Invoke(value, null)!;
    }

    private object? Argument(ParameterInfo parameter, Type type, string role) => role switch
    {
        "Double" => _golden.Knobs is { } knobs && knobs.TryGetValue(parameter.Name!, out var value) ? value : parameter.DefaultValue,
        "Boolean" => _golden.Knobs is { } flags && flags.TryGetValue(parameter.Name!, out var flag) ? flag != 0 : parameter.DefaultValue,
        "Label" => new Label(GoldenLoss.Labels),
        "Group" => new Group(Indices(role), Indices(role).Max() + 1),
        "Domain" => new Domain(Indices(role), Indices(role).Max() + 1),
        _ => Make(type, Given(parameter, role, 0)),
    };

    private static int[] Indices(string role) => [.. GoldenLoss.Rows(GoldenLoss.Inputs[role])[0].Select(i => (int)i)];

    private double[][] Given(ParameterInfo parameter, string role, int outputs)
    {
        var isColumn = TypeOf(parameter).GetInterfaces().Length == 0;
        return _golden.Learned is { } learned && learned.TryGetValue(parameter.Name!, out var value) ? GoldenLoss.Rows(value, isColumn)
            : _golden.Kept is { } kept && kept.TryGetValue(parameter.Name!, out value) ? GoldenLoss.Rows(value, isColumn)
            : role == "Outputs" ? GoldenLoss.Rows(GoldenLoss.Inputs[role][outputs])
            : GoldenLoss.Rows(GoldenLoss.Inputs[role], isColumn);
    }

    private static Type TypeOf(ParameterInfo parameter) => parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;

    /// <summary>A value of a role: through the type that it holds, down to rows or numbers.</summary>
    private static object Make(Type type, double[][] rows)
    {
        if (type == typeof(Scalar))
            return new Scalar([.. rows.Select(row => row[0])]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Row<>))
            return Activator.CreateInstance(type, [rows])!;
        var constructor = type.GetConstructors().Single(c => c.GetParameters() is [var only] && only.ParameterType != type);
        return constructor.Invoke([Make(constructor.GetParameters()[0].ParameterType, rows)]);
    }
}
