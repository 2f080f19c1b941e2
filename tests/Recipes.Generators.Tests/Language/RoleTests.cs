namespace Recipes.Generators.Tests.Language;

/// <summary>Which expressions of the formula language are C#. C# 13, the oldest compiler that a consumer may have.</summary>
public sealed class RoleTests
{
    private static readonly string[] ScalarRoles =
        ["Scalar", "Learned", "Latent", "State", "Rate", "StepCount", "Progress", "RunSteps", "ValidationLoss", "GradientNorm", "ClassCount", "RowCount", "ClassTotal", "Target", "SampleWeight", "Running", "Averaged", "ExampleMemory"];

    private static readonly string[] ClassRows = ["Row<Class>", "Logits", "Memory", "OtherLogits", "SoftTarget", "MultiLabel", "Teacher", "ClassCounts", "ClassPrior"];
    private static readonly string[] FeatureRows = ["Row<Feature>", "LearnedRow", "Embedding", "OtherEmbedding"];
    private static readonly string[] OutputRows = ["Row<Output>", "Outputs", "Targets"];
    private static readonly string[] MatrixRoles = ["Transition"];
    private static readonly string[] Rows = [.. ClassRows, .. FeatureRows, .. OutputRows, "Row<Element>", "Row<Incoming>"];
    private static readonly string[] Numbers = ["double", "int"];

    private static readonly string[] Unary =
        ["Exp", "Log", "Expm1", "Log1p", "Sqrt", "Abs", "Sign", "Square", "Tanh", "Sigmoid", "Softplus", "Erf", "Cos", "Stop", "BatchMean"];

    private static readonly string[] Reductions = ["Sum", "Mean", "Max", "Min", "LogSumExp", "Norm"];
    private static readonly string[] Binary = ["Min(a, b)", "Max(a, b)", "Pow(a, b)", "a + b", "a - b", "a * b", "a / b"];
    private static readonly string[] Comparisons = ["Less", "LessOrEqual", "Greater", "GreaterOrEqual", "Equal"];

    private readonly Snippets _snippets = new();

    [Fact]
    public void No_role_is_missing_here()
    {
        var types = typeof(Scalar).Assembly.GetExportedTypes().Where(type => type.IsValueType && type != typeof(Number)).ToArray();
        var scalars = types.Where(type => type.GetMethods().Any(m => m.Name == "op_Implicit" && m.ReturnType == typeof(Scalar)));
        Assert.Equal(ScalarRoles.Order(), scalars.Select(type => type.Name).Order());
        var rows = types.Where(type => type.GetInterfaces().Any(i => i.Name == "IRow`1") && !type.IsGenericType);
        Assert.Equal(Rows.Concat(MatrixRoles).Where(row => !row.Contains('<')).Order(), rows.Select(type => type.Name).Order());
    }

    [Fact]
    public void Every_function_takes_every_scalar_role()
    {
        foreach (var role in ScalarRoles)
        {
            foreach (var function in Unary)
                _snippets.Compiles($"Scalar r = {function}(a);", role);
            _snippets.Compiles("Scalar r = -a; r = +a; r = MeanByLabel(a, y); r = Clamp(a, 0, 1); r = Clamp(0.5, a, 1); r = a;", role);
        }
        _snippets.Check();
    }

    [Fact]
    public void Every_function_takes_every_row_role()
    {
        foreach (var role in Rows)
        {
            var row = RowOf(role);
            foreach (var function in (string[])[.. Unary, "Softmax", "LogSoftmax"])
                _snippets.Compiles($"{row} r = {function}(a);", role);
            foreach (var function in Reductions)
                _snippets.Compiles($"Scalar r = {function}(a);", role);
            _snippets.Compiles($"{row} r = -a; r = +a; r = MeanByLabel(a, y); r = Clamp(a, 0, 1); r = a; Scalar d = Dot(a, a), c = 1 / a.Count;", role);
        }
        foreach (var role in ClassRows)
            _snippets.Compiles("Scalar r = a[y]; Row<Class> h = OneHot(y, a);", role);
        _snippets.Check();
    }

    [Fact]
    public void Scalar_roles_go_with_each_other_and_with_numbers()
    {
        foreach (var a in (string[])[.. ScalarRoles, .. Numbers])
            foreach (var b in (string[])[.. ScalarRoles, .. Numbers])
            {
                if (Numbers.Contains(a) && Numbers.Contains(b))
                    continue;
                foreach (var expression in Binary)
                    _snippets.Compiles($"Scalar r = {expression};", a, b);
                foreach (var comparison in Comparisons)
                    _snippets.Compiles($"Scalar r = Where({comparison}(a, b), a, b); Condition c = And(Not({comparison}(a, b)), Or({comparison}(b, a), {comparison}(a, b)));", a, b);
            }
        _snippets.Check();
    }

    [Fact]
    public void Rows_go_with_rows_of_their_axis()
    {
        foreach (var group in (string[][])[ClassRows, FeatureRows, OutputRows, ["Row<Element>"], ["Row<Incoming>"]])
            foreach (var a in group)
                foreach (var b in group)
                    CompilesAsRow(RowOf(a), a, b);
        foreach (var a in Rows)
            foreach (var b in (string[])[.. ScalarRoles, .. Numbers])
            {
                CompilesAsRow(RowOf(a), a, b);
                CompilesAsRow(RowOf(a), b, a);
            }
        _snippets.Check();
    }

    [Fact]
    public void Rows_of_different_axes_do_not_mix()
    {
        foreach (var (a, b) in from a in Rows from b in Rows where RowOf(a) != RowOf(b) select (a, b))
        {
            foreach (var expression in (string[])[.. Binary, "Dot(a, b)", "Less(a, b)", "Where(Less(a, 0), b, b)", "Where(Less(a, 0), b, 1)"])
                _snippets.Refuses($"var r = {expression};", a, b);
            _snippets.Refuses($"{RowOf(b)} r = a;", a, b);
        }
        foreach (var a in FeatureRows.Append("Row<Element>"))
            _snippets.Refuses("var r = a[y];", a);
        _snippets.Check();
    }

    [Fact]
    public void Conditions_go_together_and_choose_in_every_shape()
    {
        _snippets.Compiles("""
            Condition s = Less(a, 0);
            Condition<Class> r = And(Less(b, 0), And(s, Or(Not(Less(b, a)), s)));
            Row<Class> x = Where(s, a, b); x = Where(s, b, a); x = Where(s, b, b); x = Where(s, 1, b);
            x = Where(r, a, b); x = Where(r, b, a); x = Where(r, b, b); x = Where(r, 1, 0);
            """, "State", "Logits");
        _snippets.Refuses("var c = And(Less(a, 0), Less(b, 0));", "Logits", "LearnedRow");
        _snippets.Refuses("var r = Less(a, 0) ? a : b;", "Scalar", "Scalar");
        _snippets.Check();
    }

    [Fact]
    public void Reference_parameters_are_assigned_numbers_and_values()
    {
        _snippets.Compiles("a = 0; a = 0.0; a = 0.9 * a + b; a = b; a = 0.9 * b;", "State", "Scalar");
        _snippets.Compiles("a = 0.9 * a + Softmax(b); a = b + a; a = -a;", "Memory", "Logits");
        _snippets.Check();
    }

    [Fact]
    public void A_flag_chooses_between_values_of_different_roles()
    {
        _snippets.Compiles("Scalar r = y.Length > 1 ? a : b + a; Scalar s = y.Length > 1 ? b + a : a;", "State", "Scalar");
        _snippets.Check();
    }

    private void CompilesAsRow(string row, string a, string b)
    {
        foreach (var expression in Binary)
            _snippets.Compiles($"{row} r = {expression};", a, b);
        foreach (var comparison in Comparisons)
            _snippets.Compiles($"{row} r = Where({comparison}(a, b), a, b);", a, b);
    }

    private static string RowOf(string role) =>
        ClassRows.Contains(role) ? "Row<Class>" : FeatureRows.Contains(role) ? "Row<Feature>" : OutputRows.Contains(role) ? "Row<Output>" : role;
}
