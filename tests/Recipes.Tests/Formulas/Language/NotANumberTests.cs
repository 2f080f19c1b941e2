using System.Reflection;

namespace Recipes.Tests.Formulas.Language;

/// <summary>A NaN must reach the loss, so that the run stops and names it: no function may swallow one.</summary>
public sealed class NotANumberTests
{
    private static readonly Row<Class> Row = new double[] { 0.5, double.NaN, 0.25 };
    private static readonly Row<Class> Clean = new double[] { 0.5, 2, 0.25 };
    private static readonly Scalar Number = double.NaN;

    private static readonly Matrix<Class, Class> Cells = new double[,] { { 2, 0.5, 0.1 }, { 0.5, 3, 0.2 }, { 0.1, 0.2, 4 } };
    private static readonly Matrix<Class, Class> PoisonedCells = new double[,] { { 2, double.NaN, 0.1 }, { double.NaN, double.NaN, double.NaN }, { 0.1, 0.2, 4 } };

    /// <summary>What chooses, counts or numbers places: nothing of the values is in it.</summary>
    private static readonly HashSet<string> s_withoutValues =
        ["And", "Or", "Not", "Where", "OneHot", "UnitCount", "Count", "CountBy", "BatchCount", "Rank", "BatchRank", "Indices", "ArgMax", "Identity"];

    public static TheoryData<string, string> Functions()
    {
        var data = new TheoryData<string, string>();
        foreach (var method in All())
            if (!method.ReturnType.Name.StartsWith("Condition", StringComparison.Ordinal) && !s_withoutValues.Contains(method.Name))
                data.Add(method.Name, method.ToString()!);
        return data;
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_function_passes_it_on(string name, string signature)
    {
        var method = All().Single(m => m.Name == name && m.ToString() == signature);
        if (method.IsGenericMethodDefinition)
            method = method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => typeof(Class))]);
        var parameters = method.GetParameters();
        for (var poisoned = 0; poisoned < parameters.Length; poisoned++)
        {
            // What only receives a gradient is not part of the value.
            if (!IsNumber(parameters[poisoned].ParameterType) || parameters[poisoned].Name == "gradientOf")
                continue;
            var arguments = parameters.Select((p, i) => Argument(p.ParameterType, i == poisoned)).ToArray();
            var result = method.Invoke(null, arguments);
            // Beside a NaN in one position of a row, the others may stay what they are.
            var numbers = (double[])result!.GetType().GetMethod("ToArray")!.Invoke(result, null)!;
            Assert.Contains(double.NaN, numbers);
        }
    }

    /// <summary>IEEE 754, C# and PyTorch agree on it; the exponent is a knob, not a logit.</summary>
    [Fact]
    public void To_the_power_of_zero_it_is_one() => Assert.Equal(1, (double)Recipes.Formulas.Math.Pow(Number, 0));

    [Fact]
    public void Comparisons_with_it_are_false()
    {
        foreach (var method in All().Where(m => m.ReturnType == typeof(Condition) && m.GetParameters()[0].ParameterType == typeof(Scalar)))
            Assert.False(((Condition)method.Invoke(null, [Number, Number])!)[0], method.Name);
    }

    private static IEnumerable<MethodInfo> All() =>
        typeof(Recipes.Formulas.Math).GetMethods(BindingFlags.Public | BindingFlags.Static);

    private static bool IsNumber(Type type) => type == typeof(Scalar) || type == typeof(Transition) || type.Name == "IRow`1";

    private static object Argument(Type type, bool poisoned) =>
        type == typeof(Label) ? new Label(1)
        : type == typeof(Group) ? new Group([1], 2)
        : type == typeof(Domain) ? new Domain([1], 2)
        : type == typeof(Condition<Class>) ? Less(new double[] { 0, 0, 0 })
        : type == typeof(Scalar) ? poisoned ? Number : new Scalar(2)
        : type == typeof(Transition) ? new Transition(poisoned ? PoisonedCells : Cells)
        : type == typeof(IRow<Cell<Class, Class>>) ? poisoned ? PoisonedCells : Cells
        : type == typeof(IRow<Other>) ? new Row<Other>(Rows(poisoned ? PoisonedCells : Cells))
        : type == typeof(IRow<Incoming>) ? new Row<Incoming>((poisoned ? Row : Clean).ToArray())
        : poisoned ? Row : Clean;

    private static Condition<Class> Less(Row<Class> zeros) => Recipes.Formulas.Math.Less(zeros, 1);

    private static double[,] Rows(Matrix<Class, Class> cells)
    {
        var rows = new double[3, 3];
        for (var i = 0; i < 9; i++)
            rows[i / 3, i % 3] = cells[i / 3, i % 3];
        return rows;
    }
}
