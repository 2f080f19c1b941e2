using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>How many numbers of a role there are, and how a kernel finds them.</summary>
internal enum RoleShape
{
    /// <summary>One for the step: an expression.</summary>
    OfStep,
    /// <summary>One for each example.</summary>
    OfExample,
    /// <summary>An index for each example.</summary>
    IndexOfExample,
    /// <summary>A row for each example.</summary>
    RowOfExample,
    /// <summary>A row for the run.</summary>
    RowOfRun,
    /// <summary>A row for each class.</summary>
    RowOfClass,
}

/// <summary>Example values of a role, and where a loss is given them.</summary>
/// <param name="Shape">How many there are.</param>
/// <param name="Length">Entries of a row, or the number of indices, from the number of classes.</param>
/// <param name="Draw">A number.</param>
/// <param name="Moves">Whether a gradient is taken by it.</param>
/// <param name="Whole">Makes a row of what was drawn what it must be, a distribution for example; null for nothing.</param>
internal sealed record RoleExample(RoleShape Shape, Func<int, int> Length, Func<Random, double> Draw, bool Moves = false, Action<double[]>? Whole = null)
{
    /// <summary>What losses are given beside logits, label and what they keep or learn. A role that is added to the language gets a line here.</summary>
    public static readonly IReadOnlyDictionary<FormulaRole, RoleExample> OfLosses = new Dictionary<FormulaRole, RoleExample>
    {
        [FormulaRole.SoftTarget] = new(RoleShape.RowOfExample, c => c, random => 0.05 + random.NextDouble(), Whole: Distribution),
        [FormulaRole.MultiLabel] = new(RoleShape.RowOfExample, c => c, random => random.Next(2)),
        [FormulaRole.Teacher] = new(RoleShape.RowOfExample, c => c, random => 2 * Normal(random)),
        [FormulaRole.Embedding] = new(RoleShape.RowOfExample, _ => 12, Normal, Moves: true),
        [FormulaRole.OtherEmbedding] = new(RoleShape.RowOfExample, _ => 12, Normal, Moves: true),
        [FormulaRole.Targets] = new(RoleShape.RowOfExample, c => c, Normal),
        [FormulaRole.Target] = new(RoleShape.OfExample, _ => 1, Normal),
        [FormulaRole.SampleWeight] = new(RoleShape.OfExample, _ => 1, random => 0.5 + random.NextDouble()),
        [FormulaRole.Group] = new(RoleShape.IndexOfExample, _ => Keys, random => random.Next(Keys)),
        [FormulaRole.Domain] = new(RoleShape.IndexOfExample, _ => Keys, random => random.Next(Keys)),
        [FormulaRole.ClassCounts] = new(RoleShape.RowOfRun, c => c, random => random.Next(1, 400)),
        [FormulaRole.ClassPrior] = new(RoleShape.RowOfRun, c => c, random => 0.05 + random.NextDouble(), Whole: Distribution),
        [FormulaRole.Transition] = new(RoleShape.RowOfClass, c => c, random => 0.05 + random.NextDouble(), Whole: Distribution),
        [FormulaRole.Progress] = new(RoleShape.OfStep, _ => 1, random => random.NextDouble()),
        [FormulaRole.RunSteps] = new(RoleShape.OfStep, _ => 1, random => random.Next(20, 2000)),
        [FormulaRole.StepCount] = new(RoleShape.OfStep, _ => 1, random => random.Next(1, 20)),
        [FormulaRole.RowCount] = new(RoleShape.OfStep, _ => 1, random => random.Next(400, 4000)),
        [FormulaRole.ClassTotal] = new(RoleShape.OfStep, c => c, random => random.Next(2, 50)),
    };

    /// <summary>Groups and domains.</summary>
    public const int Keys = 3;

    /// <summary>What formulas of numbers (schedules, weightings) and updates are given: one number each.</summary>
    public static readonly IReadOnlyDictionary<FormulaRole, Func<Random, double>> OfNumbers = new Dictionary<FormulaRole, Func<Random, double>>
    {
        [FormulaRole.Progress] = random => random.NextDouble(),
        [FormulaRole.RunSteps] = random => random.Next(20, 2000),
        [FormulaRole.ValidationLoss] = random => random.NextDouble(),
        [FormulaRole.Running] = random => random.NextDouble() < 0.3 ? 0 : 12 * random.NextDouble(),
        [FormulaRole.ClassCount] = random => random.Next(1, 400),
        [FormulaRole.RowCount] = random => random.Next(400, 4000),
        [FormulaRole.ClassTotal] = random => random.Next(2, 50),
        [FormulaRole.Rate] = random => 1e-3 + (0.05 * random.NextDouble()),
        [FormulaRole.GradientNorm] = random => 3 * random.NextDouble(),
    };

    /// <summary>Where the trainer has it.</summary>
    public static string Source(FormulaRole role) => $"_{char.ToLowerInvariant(role.ToString()[0])}{role.ToString()[1..]}";

    public LossInput Input(FormulaRole role, int classes) => new(
        role, Shape == RoleShape.OfStep ? $"{Source(role)}[0]" : Source(role), Length: Length(classes), Gradient: Moves ? Source(role) + "Gradient" : null);

    /// <summary>Numbers for a batch [rows][length].</summary>
    public double[][] Numbers(Random random, int count, int classes)
    {
        int rows = Shape is RoleShape.OfStep or RoleShape.RowOfRun ? 1 : Shape == RoleShape.RowOfClass ? classes : count;
        int length = Shape is RoleShape.OfStep or RoleShape.OfExample or RoleShape.IndexOfExample ? 1 : Length(classes);
        return [.. Enumerable.Range(0, rows).Select(_ =>
        {
            double[] row = [.. Enumerable.Range(0, length).Select(_ => (double)(float)Draw(random))];
            Whole?.Invoke(row);
            return row;
        })];
    }

    /// <summary>A normally distributed number.</summary>
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Makes a row of positive numbers a distribution.</summary>
    public static void Distribution(double[] row)
    {
        double sum = row.Sum();
        for (int i = 0; i < row.Length; i++) row[i] = (float)(row[i] / sum);
    }
}
