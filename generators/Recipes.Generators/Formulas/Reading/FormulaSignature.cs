using System.Collections.Generic;
using static Recipes.Generators.Formulas.FormulaRole;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>What a formula of a kind takes and returns. Knobs and flags come on top, in any number.</summary>
/// <param name="Form">How it is written, for messages.</param>
/// <param name="Returns">The type of its result.</param>
/// <param name="Leading">What its parameters begin with.</param>
/// <param name="Once">What it may take once, after these.</param>
/// <param name="Repeated">What it may take any number of times, after these.</param>
/// <param name="Starts">Whether what is trained may be passed by reference, as the formula says what it starts at.</param>
internal sealed record FormulaSignature(
    string Form, FormulaType Returns, IReadOnlyList<FormulaRole> Leading, IReadOnlyList<FormulaRole> Once, IReadOnlyList<FormulaRole> Repeated, bool Starts = false)
{
    /// <summary>The forms that a formula of <paramref name="kind"/> may have.</summary>
    public static IReadOnlyList<FormulaSignature> Of(FormulaKind kind) => s_byKind[kind];

    /// <summary>What a loss may be given beside what the network says.</summary>
    private static readonly FormulaRole[] s_given =
    [
        Label, OtherLogits, SoftTarget, MultiLabel, Teacher, ClassCounts, ClassPrior, Transition, Targets, Target, OtherEmbedding, Group, Domain, SampleWeight,
        Progress, RunSteps, StepCount, ClassTotal, RowCount,
    ];

    /// <summary>What it may learn or keep.</summary>
    private static readonly FormulaRole[] s_kept = [Memory, ExampleMemory, Running, RunningRow, Learned, LearnedAxisRow, LearnedMatrix];

    /// <summary>What an update of the parameters is told of the step.</summary>
    private static readonly FormulaRole[] s_step = [Rate, StepCount, GradientNorm, Progress, RunSteps, IsMatrix];

    /// <summary>What a parametrisation is told.</summary>
    private static readonly FormulaRole[] s_run = [StepCount, Progress, RunSteps, IsStart];

    private static readonly Dictionary<FormulaKind, FormulaSignature[]> s_byKind = new()
    {
        [FormulaKind.Loss] =
        [
            new("Scalar F(Logits z, …)", FormulaType.Scalar, [Logits], [Embedding, .. s_given], s_kept),
            new("Scalar F(Outputs z, …)", FormulaType.Scalar, [Outputs], [Embedding, .. s_given], [Outputs, .. s_kept]),
            new("Scalar F(Embedding h, …)", FormulaType.Scalar, [Embedding], [Logits, .. s_given], s_kept),
        ],
        [FormulaKind.Weighting] =
            [new("Scalar F(ClassCount n, …)", FormulaType.Scalar, [ClassCount], [RowCount, ClassTotal], [])],
        [FormulaKind.TermWeighting] =
            [new("Scalar F(Scalar loss, Learned s, …)", FormulaType.Scalar, [Scalar], [Learned], [])],
        [FormulaKind.LogitTransform] =
            [new("Row<Class> F(Logits z, …)", FormulaType.Row(FormulaAxis.Class), [Logits], [], [])],
        [FormulaKind.Activation] =
            [new("Scalar F(Scalar x, …)", FormulaType.Scalar, [Scalar], [], [Learned])],
        [FormulaKind.Layer] =
            [new("Row<Feature> F(Row<Feature> x, …)", FormulaType.Row(FormulaAxis.Feature), [FeatureRow], [], [LearnedRow, Learned])],
        [FormulaKind.Optimizer] =
        [
            new("Scalar F(Scalar w, Scalar g, ref State m, Rate lr, …)", FormulaType.Scalar, [Scalar, Scalar], [.. s_step, Averaged], [State, Running]),
            new("Row<Element> F(Row<Element> w, Row<Element> g, ref Row<Element> m, Rate lr, …)", FormulaType.Row(FormulaAxis.Element),
                [ElementRow, ElementRow], s_step, [ElementRow, State, Running]),
            new("Row<Incoming> F(Row<Incoming> w, Row<Incoming> g, ref Row<Incoming> m, Rate lr, …)", FormulaType.Row(FormulaAxis.Incoming),
                [IncomingRow, IncomingRow], s_step, [IncomingRow, State, RunningRow, Running]),
        ],
        [FormulaKind.GradientTransform] =
        [
            new("Scalar F(Scalar g, …)", FormulaType.Scalar, [Scalar], s_step, [State, Running]),
            new("Scalar F(Scalar g, Scalar w, …)", FormulaType.Scalar, [Scalar, Scalar], s_step, [State, Running]),
            new("Row<Element> F(Row<Element> g, …)", FormulaType.Row(FormulaAxis.Element), [ElementRow], s_step, [ElementRow, State, Running]),
            new("Row<Element> F(Row<Element> g, Row<Element> w, …)", FormulaType.Row(FormulaAxis.Element), [ElementRow, ElementRow], s_step, [ElementRow, State, Running]),
            new("Row<Incoming> F(Row<Incoming> g, …)", FormulaType.Row(FormulaAxis.Incoming), [IncomingRow], s_step, [IncomingRow, State, RunningRow, Running]),
            new("Row<Incoming> F(Row<Incoming> g, Row<Incoming> w, …)", FormulaType.Row(FormulaAxis.Incoming), [IncomingRow, IncomingRow], s_step,
                [IncomingRow, State, RunningRow, Running]),
        ],
        [FormulaKind.Averaging] =
            [new("Scalar F(Scalar average, Scalar w, …)", FormulaType.Scalar, [Scalar, Scalar], [StepCount, Progress, RunSteps], [State, Running])],
        [FormulaKind.Parametrization] =
        [
            new("Scalar F(Scalar v, …)", FormulaType.Scalar, [Scalar], s_run, [Latent, Learned, State], Starts: true),
            new("Row<Element> F(Row<Element> v, …)", FormulaType.Row(FormulaAxis.Element), [ElementRow], s_run, [ElementRow, Learned, State], Starts: true),
            new("Row<Incoming> F(Row<Incoming> v, …)", FormulaType.Row(FormulaAxis.Incoming), [IncomingRow], s_run, [IncomingRow, Latent, Learned, State, RunningRow], Starts: true),
        ],
        [FormulaKind.Schedule] =
        [
            new("Scalar F(Progress t, …)", FormulaType.Scalar, [Progress], [RunSteps], []),
            new("Scalar F(ValidationLoss loss, ref Running best, …)", FormulaType.Scalar, [ValidationLoss], [], [Running]),
        ],
    };

    /// <summary>Whether parameters with these roles fit.</summary>
    public bool Accepts(IReadOnlyList<FormulaParameter> parameters)
    {
        if (parameters.Count < Leading.Count) return false;
        var once = new HashSet<FormulaRole>();
        for (int i = 0; i < parameters.Count; i++)
        {
            FormulaParameter parameter = parameters[i];
            if (i < Leading.Count)
            {
                if (parameter.Role != Leading[i] || (parameter.ByReference && !Starts)) return false;
                continue;
            }

            bool fits = parameter.Role is Knob or Flag || Contains(Repeated, parameter.Role)
                || (Contains(Once, parameter.Role) && once.Add(parameter.Role));
            if (!fits || (parameter.ByReference != IsWritten(parameter.Role) && !(Starts && IsTrained(parameter.Role)))) return false;
        }

        return true;
    }

    /// <summary>Whether a parameter of this role, after the leading ones, is a value that the formula updates.</summary>
    private static bool IsWritten(FormulaRole role) => role is Memory or State or Averaged or ElementRow or IncomingRow or ExampleMemory or Running or RunningRow;

    /// <summary>Whether a parametrisation may train it; a row that it does not train is passed by reference and kept.</summary>
    private static bool IsTrained(FormulaRole role) => role is Latent or Learned or ElementRow or IncomingRow;

    private static bool Contains(IReadOnlyList<FormulaRole> roles, FormulaRole role)
    {
        foreach (FormulaRole each in roles)
            if (each == role) return true;
        return false;
    }
}
