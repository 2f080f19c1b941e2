using System.Reflection;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>A term of a <see cref="LossCase"/>.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Knobs">Knobs that differ from their defaults.</param>
/// <param name="Declared">What the recipe declared, where that differs from <paramref name="Knobs"/>.</param>
internal sealed record TermCase(
    EagerFormula Formula, double Weight = 1, Dictionary<string, object>? Knobs = null, bool Mixed = false, Dictionary<string, double>? Declared = null);

/// <summary>A recipe's loss: computed eagerly in double, and by emitted code.</summary>
internal sealed class LossCase(params TermCase[] terms)
{
    /// <summary>Train rows of the recipe.</summary>
    public const int TrainRows = 100;

    public TermCase[] Terms { get; } = terms;

    public (EagerFormula Formula, Dictionary<string, object>? Knobs)[] Transforms { get; init; } = [];

    public EagerFormula? TermWeighting { get; init; }

    public Dictionary<string, object>? WeightingKnobs { get; init; }

    public bool WeighsRows { get; init; }

    private readonly int _views = 1;

    public int Views
    {
        get => UsesOther ? Math.Max(2, _views) : _views;
        init => _views = value;
    }

    private IEnumerable<FormulaParameter> Parameters => Terms.SelectMany(t => t.Formula.Definition.Parameters);

    private bool UsesOther => Parameters.Any(p => p.Role == FormulaRole.OtherLogits);

    /// <summary>Into how many blocks a regression divides the outputs.</summary>
    public int Blocks => Math.Max(1, Terms.Max(t => t.Formula.Definition.Parameters.Count(p => p.Role == FormulaRole.Outputs)));

    /// <summary>What is kept or learned and is more than a number: the buffer, and its rows and columns.</summary>
    private static (string Name, int Rows, int Columns)? Kept(FormulaParameter parameter, string prefix, int classes)
    {
        int Length(FormulaAxis axis) => axis switch { FormulaAxis.Class => classes, FormulaAxis.Feature => 12, FormulaAxis.Groups or FormulaAxis.Domains => RoleExample.Keys, _ => throw new InvalidOperationException($"How long is {axis}?") };
        string name = $"_{prefix}{parameter.Name}";
        return parameter.Role switch
        {
            FormulaRole.Running => (name, 1, 1),
            FormulaRole.ExampleMemory => (name, TrainRows, 1),
            FormulaRole.RunningRow or FormulaRole.LearnedAxisRow => (name, 1, Length(parameter.Axis)),
            FormulaRole.LearnedMatrix => (name, Length(parameter.Axis), Length(parameter.Columns)),
            _ => null,
        };
    }

    /// <summary>Rows and matrices that are learned, with how many numbers they have.</summary>
    public IEnumerable<(string Name, int Length)> LearnedPlaces(int classes) => KeptPlaces(classes).Where(k => IsLearned(k.Parameter)).Select(k => (k.Name, k.Rows * k.Columns));

    /// <summary>What a place's gradient has to be multiplied by to be the loss's: −1 for what ascends.</summary>
    public double Direction(string place) => Terms.SelectMany((t, i) => t.Formula.Definition.Parameters.Where(p => p.Ascends && place == $"_term{i}{p.Name}")).Any() ? -1 : 1;

    private static bool IsLearned(FormulaParameter parameter) => parameter.Role is FormulaRole.LearnedAxisRow or FormulaRole.LearnedMatrix;

    /// <summary>Every such place, in order; what is learned lies in the parameters, after the learned numbers.</summary>
    private IEnumerable<(FormulaParameter Parameter, string Name, int Rows, int Columns, int Offset)> KeptPlaces(int classes)
    {
        int offset = 16;
        for (int t = 0; t < Terms.Length; t++)
        {
            foreach (FormulaParameter parameter in Terms[t].Formula.Definition.Parameters)
            {
                if (Kept(parameter, $"term{t}", classes) is not var (name, rows, columns)) continue;
                yield return (parameter, name, rows, columns, IsLearned(parameter) ? offset : 0);
                if (IsLearned(parameter)) offset += (rows * columns) + (-(rows * columns) & 15);
            }
        }
    }

    /// <summary>The roles that its formulas are given beside logits, label and what they keep or learn.</summary>
    public IReadOnlySet<FormulaRole> GivenRoles => Terms.SelectMany(t => t.Formula.Definition.Parameters).Select(p => p.Role).Where(RoleExample.OfLosses.ContainsKey).ToHashSet();

    /// <summary>The request; knobs are elements of <c>Knobs</c>, learned numbers lie at the first offsets.</summary>
    public LossKernelRequest Request(int classes, int batchSize)
    {
        int knob = 0, learned = 0;
        BoundFormula Bind(EagerFormula formula, string prefix, IReadOnlyDictionary<string, object>? knobs, IReadOnlyDictionary<string, double>? declared) => new(
            formula.Definition, prefix,
            formula.Definition.Parameters.Where(p => p.Role is FormulaRole.Knob or FormulaRole.Flag).Select(p => new BoundKnob(
                p.Name, p.Role == FormulaRole.Knob ? $"Knobs[{knob++}]" : "", declared is not null && declared.TryGetValue(p.Name, out double d) ? d : p.Role == FormulaRole.Knob ? Value(knobs, p) : 0,
                p.Role == FormulaRole.Flag ? (knobs is not null && knobs.TryGetValue(p.Name, out object? flag) ? (bool)flag : p.DefaultFlag) : null)).ToEquatableArray(),
            formula.Definition.Parameters.Where(p => p.Role is FormulaRole.Learned or FormulaRole.Memory || Kept(p, "", 1) is not null).Select(p => new BoundSlot(
                p.Name, p.Role switch
                {
                    FormulaRole.Memory => "_memory",
                    FormulaRole.Learned => (learned++).ToString(System.Globalization.CultureInfo.InvariantCulture),
                    _ => KeptPlaces(classes).Single(k => k.Name == $"_{char.ToLowerInvariant(prefix[0])}{prefix[1..]}{p.Name}") is var place && IsLearned(p) ? place.Offset.ToString(System.Globalization.CultureInfo.InvariantCulture) : place.Name,
                })).ToEquatableArray());

        var requests = Terms.Select((t, i) => new TermRequest($"Term{i}", Bind(t.Formula, $"Term{i}", t.Knobs, t.Declared), $"Knobs[{40 + i}]", t.Mixed, TermWeighting is null ? null : 4 + i)).ToList();
        return new(
            classes, batchSize, Views, requests.ToEquatableArray(),
            Transforms.Select((t, i) => Bind(t.Formula, $"Transform{i}", t.Knobs, null)).ToEquatableArray(),
            TermWeighting is null ? null : Bind(TermWeighting, "Weighting", WeightingKnobs, null), WeighsRows,
            [.. GivenRoles.Order().Select(role => RoleExample.OfLosses[role].Input(role, role == FormulaRole.Targets ? classes / Blocks : classes)), .. UsesOther ? [new LossInput(FormulaRole.OtherLogits, "_logits", View: 1)] : (LossInput[])[]]);
    }

    /// <summary>The knobs' values in the order of <see cref="Request"/>, and the weights.</summary>
    private double[] KnobValues()
    {
        var values = new double[60];
        int next = 0;
        foreach (TermCase term in Terms)
            foreach (FormulaParameter parameter in term.Formula.Definition.Parameters.Where(p => p.Role == FormulaRole.Knob)) values[next++] = Value(term.Knobs, parameter);
        foreach ((EagerFormula formula, Dictionary<string, object>? knobs) in Transforms)
            foreach (FormulaParameter parameter in formula.Definition.Parameters.Where(p => p.Role == FormulaRole.Knob)) values[next++] = Value(knobs, parameter);
        foreach (FormulaParameter parameter in TermWeighting?.Definition.Parameters.Where(p => p.Role == FormulaRole.Knob) ?? []) values[next++] = Value(WeightingKnobs, parameter);
        for (int i = 0; i < Terms.Length; i++) values[40 + i] = Terms[i].Weight;
        return values;
    }

    private static double Value(IReadOnlyDictionary<string, object>? knobs, FormulaParameter parameter) =>
        knobs is not null && knobs.TryGetValue(parameter.Name, out object? value) ? (double)value : parameter.Default ?? throw new InvalidOperationException(parameter.Name);

    /// <summary>The loss by calling the formulas.</summary>
    public (double Loss, double[][] TermValues, double[] TermMeans, double[][]? Memory, Dictionary<string, double[]> Kept) Eager(LossInputs inputs)
    {
        double[][] values = new double[Terms.Length][];
        double[] means = new double[Terms.Length];
        double[][]? memory = null;
        var kept = new Dictionary<string, double[]>();
        double loss = 0;
        int learned = 0;
        for (int t = 0; t < Terms.Length; t++)
        {
            TermCase term = Terms[t];
            Row<Class> Transformed(double[][] logits)
            {
                Row<Class> row = new(logits);
                foreach ((EagerFormula formula, Dictionary<string, object>? knobs) in Transforms) row = (Row<Class>)formula.Call([(Logits)row], knobs);
                return row;
            }

            Row<Class> z = Transformed(inputs.Logits[term.Mixed ? Views - 1 : 0]);
            int first = learned;
            double[] Of(int[] labels, bool remembers)
            {
                learned = first;
                int block = 0;
                var arguments = new List<object>();
                foreach (FormulaParameter parameter in term.Formula.Definition.Parameters.Where(p => p.Role is not (FormulaRole.Knob or FormulaRole.Flag)))
                {
                    arguments.Add(parameter.Role switch
                    {
                        FormulaRole.Logits => (Logits)z,
                        FormulaRole.Label => new Label(labels),
                        FormulaRole.Learned => (Learned)inputs.Learned[learned++],
                        FormulaRole.Memory => (Memory)new Row<Class>([.. inputs.Rows.Select(r => inputs.Memory[r])]),
                        FormulaRole.OtherLogits => (OtherLogits)Transformed(inputs.Logits[1]),
                        FormulaRole.Outputs => new Row<Output>([.. inputs.Logits[0].Select(row => row.Skip(block * row.Length / Blocks).Take(row.Length / Blocks).ToArray())]),
                        FormulaRole.Group => new Group([.. inputs.Given(parameter.Role).Select(row => (int)row[0])], RoleExample.Keys),
                        FormulaRole.Domain => new Domain([.. inputs.Given(parameter.Role).Select(row => (int)row[0])], RoleExample.Keys),
                        FormulaRole.Transition => (Transition)Square(inputs.Given(parameter.Role)),
                        _ when Kept(parameter, $"term{t}", inputs.Classes) is var (name, rows, columns) && inputs.KeptAt(name, rows * columns) is var numbers => parameter.Role switch
                        {
                            FormulaRole.Running => numbers[0],
                            FormulaRole.ExampleMemory => inputs.Rows.Select(r => numbers[r]).ToArray(),
                            FormulaRole.LearnedMatrix => Square([.. Enumerable.Range(0, rows).Select(r => numbers.Skip(r * columns).Take(columns).ToArray())]),
                            _ => numbers,
                        },
                        _ when RoleExample.OfLosses.TryGetValue(parameter.Role, out RoleExample? example) => example.Shape switch
                        {
                            RoleShape.OfStep => inputs.Given(parameter.Role)[0][0],
                            RoleShape.OfExample => inputs.Given(parameter.Role).Select(row => row[0]).ToArray(),
                            RoleShape.IndexOfExample => inputs.Given(parameter.Role).Select(row => (int)row[0]).ToArray(),
                            RoleShape.RowOfRun => inputs.Given(parameter.Role)[0],
                            _ => inputs.Given(parameter.Role),
                        },
                        _ => throw new InvalidOperationException($"There is no example of {parameter.Role}: give {nameof(RoleExample)} a line for it."),
                    });
                    if (parameter.Role == FormulaRole.Outputs) block++;
                }

                object[] given = [.. arguments];
                var result = (Scalar)term.Formula.Call(given, term.Knobs);
                int slot = term.Formula.Definition.Parameters.Where(p => p.Role is not (FormulaRole.Knob or FormulaRole.Flag)).ToList().FindIndex(p => p.Role == FormulaRole.Memory);
                if (slot >= 0 && remembers)
                {
                    var row = (Row<Class>)(Memory)given[slot];
                    memory = [.. Enumerable.Range(0, inputs.Count).Select(i => Enumerable.Range(0, inputs.Classes).Select(c => row[row.Rows == 1 ? 0 : i, c]).ToArray())];
                }

                int position = -1;
                foreach (FormulaParameter parameter in term.Formula.Definition.Parameters.Where(p => p.Role is not (FormulaRole.Knob or FormulaRole.Flag)))
                {
                    position++;
                    if (!parameter.ByReference || Kept(parameter, $"term{t}", inputs.Classes) is not var (name, _, columns)) continue;
                    kept[name] = given[position] switch
                    {
                        Running number => ((Scalar)number).ToArray(),
                        ExampleMemory numbers => ((Scalar)numbers).ToArray(),
                        Running<Class> row => ((Row<Class>)row).ToArray(),
                        Running<Feature> row => ((Row<Feature>)row).ToArray(),
                        Running<Groups> row => ((Row<Groups>)row).ToArray(),
                        var other => throw new InvalidOperationException($"{other} is not kept."),
                    };
                }

                return [.. Enumerable.Range(0, inputs.Count).Select(i => result[result.Length == 1 ? 0 : i])];
            }

            double[] own = Of(inputs.Labels, true);
            double[] other = term.Mixed ? Of(inputs.PartnerLabels, false) : own;
            values[t] = new double[inputs.Count];
            for (int i = 0; i < inputs.Count; i++)
            {
                double share = term.Mixed ? inputs.Shares[i] : 1;
                double w = WeighsRows ? inputs.ClassWeights[inputs.Labels[i]] : 1, w2 = WeighsRows ? inputs.ClassWeights[inputs.PartnerLabels[i]] : 1;
                values[t][i] = term.Mixed ? (share * own[i]) + ((1 - share) * other[i]) : own[i];
                means[t] += term.Mixed ? (share * w * own[i]) + ((1 - share) * w2 * other[i]) : w * own[i];
            }

            means[t] /= inputs.Count;
            loss += term.Weight * (TermWeighting is null ? means[t] : ((Scalar)TermWeighting.Call([(Scalar)means[t], (Learned)inputs.Learned[4 + t]], WeightingKnobs))[0]);
        }

        return (loss, values, means, memory, kept);
    }

    private static double[,] Square(double[][] rows)
    {
        var cells = new double[rows.Length, rows[0].Length];
        for (int i = 0; i < cells.Length; i++) cells[i / rows[0].Length, i % rows[0].Length] = rows[i / rows[0].Length][i % rows[0].Length];
        return cells;
    }

    /// <summary>The source of a class that runs what is emitted.</summary>
    public string Source(int classes, int batchSize, out LossKernelResult result)
    {
        result = LossKernel.Write(Request(classes, batchSize));
        Assert.True(result.Problem is null, result.Problem);
        return Emitted.Usings + HostClass("Generated", classes, batchSize, result);
    }

    /// <summary>A class that runs what was emitted.</summary>
    public string HostClass(string name, int classes, int batchSize, LossKernelResult result) => $$"""
        public sealed class {{name}} : Recipes.Generators.Tests.Formulas.Kernels.KernelHost
        {
            public {{name}}() : base({{batchSize}}, {{Terms.Length}}, {{classes}}, {{KeptPlaces(classes).Select(k => k.Offset + (k.Rows * k.Columns)).Append(0).Max() + 32}}, 100, {{Views}})
            {
                {{string.Join(" ", GivenRoles.Select(role => Allocation(role, batchSize, role == FormulaRole.Targets ? classes / Blocks : classes)))}}
                {{string.Join(" ", KeptPlaces(classes).Where(k => !IsLearned(k.Parameter)).Select(k => $"{k.Name} = Give(\"{k.Name}\", {k.Rows * k.Columns});"))}}
                AllocateLossScratch();
            }
            {{string.Join(" ", GivenRoles.Select(Fields))}}
            {{string.Join(" ", KeptPlaces(classes).Where(k => !IsLearned(k.Parameter)).Select(k => $"private readonly NativeBuffer<float> {k.Name};"))}}
            public override void Run() { {{result.Call}} }
        {{result.Members}}
        }

        """;

    private static string Fields(FormulaRole role)
    {
        RoleExample example = RoleExample.OfLosses[role];
        string source = RoleExample.Source(role), type = example.Shape == RoleShape.OfStep ? "double[]" : example.Shape == RoleShape.IndexOfExample ? "NativeBuffer<int>" : "NativeBuffer<float>";
        return $"private readonly {type} {source};" + (example.Moves ? $" private readonly NativeBuffer<float> {source}Gradient;" : "");
    }

    private static string Allocation(FormulaRole role, int batchSize, int classes)
    {
        RoleExample example = RoleExample.OfLosses[role];
        string source = RoleExample.Source(role);
        int length = (example.Shape == RoleShape.RowOfRun ? 1 : example.Shape == RoleShape.RowOfClass ? classes : batchSize) * (example.Shape is RoleShape.RowOfExample or RoleShape.RowOfRun or RoleShape.RowOfClass ? example.Length(classes) : 1);
        return example.Shape switch
        {
            RoleShape.OfStep => $"{source} = GiveNumber(\"{source}\");",
            RoleShape.IndexOfExample => $"{source} = GiveIndices(\"{source}\", {length});",
            _ => $"{source} = Give(\"{source}\", {length});",
        } + (example.Moves ? $" {source}Gradient = Give(\"{source}Gradient\", {length});" : "");
    }

    public KernelHost Compile(int classes, int batchSize, int bits)
    {
        Assembly assembly = Emitted.Compile(Emitted.OfWidth(Source(classes, batchSize, out _), bits));
        return (KernelHost)Activator.CreateInstance(assembly.GetType("Generated")!)!;
    }

    /// <summary>Runs a step.</summary>
    public LossOutputs Run(KernelHost host, LossInputs inputs)
    {
        int count = inputs.Count, classes = inputs.Classes;
        host.Count = count;
        host.Knobs = KnobValues();
        host._logitsGradient.Span.Fill(float.NaN);
        for (int i = 0; i < count; i++)
        {
            host.BatchRows[i] = inputs.Rows[i];
            host.BatchLabels[i] = inputs.Labels[i];
            host._mixLabels[i] = inputs.PartnerLabels[i];
            host._mixShares[i] = (float)inputs.Shares[i];
            for (int v = 0; v < Views; v++)
                for (int c = 0; c < classes; c++) host._logits[(((v * count) + i) * classes) + c] = (float)inputs.Logits[v][i][c];
        }

        for (int r = 0; r < 100; r++)
            for (int c = 0; c < classes; c++) host._memory[(r * classes) + c] = (float)inputs.Memory[r][c];
        for (int i = 0; i < inputs.Learned.Length; i++) host.Parameters[i] = (float)inputs.Learned[i];
        for (int c = 0; c < classes; c++) host.ClassWeights[c] = WeighsRows ? (float)inputs.ClassWeights[c] : 1;
        foreach (FormulaRole role in GivenRoles) host.Fill(RoleExample.Source(role), inputs.Given(role));
        foreach (var kept in KeptPlaces(classes))
        {
            double[] numbers = inputs.KeptAt(kept.Name, kept.Rows * kept.Columns);
            if (!IsLearned(kept.Parameter)) host.Fill(kept.Name, [numbers]);
            else for (int i = 0; i < numbers.Length; i++) host.Parameters[kept.Offset + i] = (float)numbers[i];
        }

        host.Run();
        int batchSize = host.BatchLabels.Length;
        return new(
            host.Loss,
            [.. Terms.Select((_, t) => Enumerable.Range(0, count).Select(i => (double)host.TermValues[(t * batchSize) + i]).ToArray())],
            [.. Terms.Select((_, t) => host.TermMeans[t])],
            [.. Enumerable.Range(0, Views).Select(v => Enumerable.Range(0, count).Select(i => Enumerable.Range(0, classes).Select(c => (double)host._logitsGradient[(((v * count) + i) * classes) + c]).ToArray()).ToArray())],
            [.. Enumerable.Range(0, inputs.Learned.Length).Select(i => (double)host.Gradients[i])],
            [.. Enumerable.Range(0, 100).Select(r => Enumerable.Range(0, classes).Select(c => (double)host._memory[(r * classes) + c]).ToArray())],
            GivenRoles.Where(r => RoleExample.OfLosses[r].Moves).ToDictionary(r => r, r => host.Read(RoleExample.Source(r) + "Gradient", inputs.Given(r).Length, inputs.Given(r)[0].Length)),
            KeptPlaces(classes).ToDictionary(k => k.Name, k => IsLearned(k.Parameter)
                ? [.. Enumerable.Range(0, k.Rows * k.Columns).Select(i => (double)host.Gradients[k.Offset + i])] : host.Read(k.Name, 1, k.Rows * k.Columns)[0]));
    }
}
