using Recipes.Generators.Formulas;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>The numbers of a step.</summary>
internal sealed record LossInputs(double[][][] Logits, int[] Labels, int[] PartnerLabels, double[] Shares, int[] Rows, double[][] Memory, double[] Learned, double[] ClassWeights)
{
    private readonly Dictionary<FormulaRole, double[][]> _given = [];

    public int Count => Labels.Length;

    public int Classes => ClassWeights.Length;

    /// <summary>Into how many blocks a regression divides the outputs.</summary>
    public int Blocks { get; init; } = 1;

    /// <summary>Numbers for what is kept for the run, or learned, and is more than a number: by the name of its buffer.</summary>
    public Dictionary<string, double[]> Kept { get; } = [];

    /// <summary>Those numbers, drawn at the first call.</summary>
    public double[] KeptAt(string name, int length)
    {
        if (Kept.TryGetValue(name, out double[]? known)) return known;
        var random = new Random(length + name.Length);
        return Kept[name] = [.. Enumerable.Range(0, length).Select(_ => (double)(float)(0.2 + random.NextDouble()))];
    }

    /// <summary>What a formula is given for a role: example values [rows][length], the same at every call.</summary>
    public double[][] Given(FormulaRole role)
    {
        if (!_given.TryGetValue(role, out double[][]? numbers)) _given[role] = numbers = RoleExample.OfLosses[role].Numbers(new Random((int)role + 1), Count, role == FormulaRole.Targets ? Classes / Blocks : Classes);
        return numbers;
    }

    /// <summary>Logits of a normal distribution, and everything else at random.</summary>
    public static LossInputs Random(int seed, int count, int classes, int views = 1, double scale = 2)
    {
        var random = new Random(seed);
        double Normal() => RoleExample.Normal(random);
        double Float(double x) => (float)x;
        return new(
            [.. Enumerable.Range(0, views).Select(_ => Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, classes).Select(_ => Float(scale * Normal())).ToArray()).ToArray())],
            [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))],
            [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))],
            [.. Enumerable.Range(0, count).Select(_ => Float(random.NextDouble()))],
            [.. Enumerable.Range(0, count).Select(_ => random.Next(100))],
            [.. Enumerable.Range(0, 100).Select(_ => Enumerable.Range(0, classes).Select(_ => Float(random.NextDouble() / classes)).ToArray())],
            [.. Enumerable.Range(0, 8).Select(_ => Float(Normal()))],
            [.. Enumerable.Range(0, classes).Select(_ => Float(0.5 + random.NextDouble()))]);
    }

    /// <summary>The examples from <paramref name="first"/> on.</summary>
    public LossInputs Part(int first, int count)
    {
        T[] Of<T>(T[] all) => all[first..(first + count)];
        var part = new LossInputs([.. Logits.Select(Of)], Of(Labels), Of(PartnerLabels), Of(Shares), Of(Rows), Memory, Learned, ClassWeights) { Blocks = Blocks };
        foreach ((FormulaRole role, RoleExample example) in RoleExample.OfLosses)
        {
            if (role == FormulaRole.Targets && Classes % Blocks != 0) continue;
            part._given[role] = example.Shape is RoleShape.OfStep or RoleShape.RowOfRun or RoleShape.RowOfClass ? Given(role) : Of(Given(role));
        }

        foreach ((string name, double[] numbers) in Kept) part.Kept[name] = numbers;
        return part;
    }

    /// <summary>Every row of numbers that a gradient may be taken by, with a name.</summary>
    public IEnumerable<(string Name, double[] Numbers)> Movable(LossCase loss)
    {
        for (int v = 0; v < Logits.Length; v++)
            for (int i = 0; i < Count; i++) yield return ($"{(v == 0 ? "logits" : $"logits{v + 1}")} of example {i}", Logits[v][i]);
        yield return ("what is learned", Learned);
        foreach ((string name, int length) in loss.LearnedPlaces(Classes)) yield return (name, KeptAt(name, length));
        foreach (FormulaRole role in loss.GivenRoles.Where(r => RoleExample.OfLosses[r].Moves).Order())
            for (int i = 0; i < Given(role).Length; i++) yield return ($"{role} of example {i}", Given(role)[i]);
    }
}

/// <summary>What a step gives.</summary>
/// <param name="GivenGradients">Gradients by further roles [row][length], for those that take one.</param>
/// <param name="Kept">By the name of its buffer: the gradient by what is learned, the new numbers of what is kept.</param>
internal sealed record LossOutputs(
    double Loss, double[][] TermValues, double[] TermMeans, double[][][] LogitsGradient, double[] LearnedGradient, double[][] Memory, IReadOnlyDictionary<FormulaRole, double[][]> GivenGradients, IReadOnlyDictionary<string, double[]> Kept)
{
    /// <summary>The gradients in the order of <see cref="LossInputs.Movable"/>.</summary>
    public double[][] Gradients(LossCase loss, int classes) =>
        [.. LogitsGradient.SelectMany(view => view), LearnedGradient, .. loss.LearnedPlaces(classes).Select(l => Kept[l.Name].Select(g => loss.Direction(l.Name) * g).ToArray()), .. GivenGradients.OrderBy(g => g.Key).SelectMany(g => g.Value)];
}
