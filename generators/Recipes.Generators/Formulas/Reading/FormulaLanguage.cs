using System.Collections.Generic;
using static Recipes.Generators.Formulas.Reading.FormulaRule;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>How the type of a function's result follows from its arguments.</summary>
internal enum FormulaRule
{
    /// <summary>Of each element: has the axis of its arguments.</summary>
    Elementwise,
    /// <summary>(row) → scalar, over the axis.</summary>
    Reduction,
    /// <summary>One row: a reduction. Two arguments: of each element.</summary>
    ReductionOrElementwise,
    /// <summary>(row) → row of the same axis.</summary>
    RowToRow,
    /// <summary>(value, scalar, scalar) → as the value.</summary>
    Clamp,
    /// <summary>(row, row of the same axis) → scalar.</summary>
    Dot,
    /// <summary>(value) → as the value; over the batch.</summary>
    AsGiven,
    /// <summary>(value, index) → as the value; over the rows of the batch with the same index.</summary>
    ByIndex,
    /// <summary>(label, row) → row of classes; (group or domain) → row over its axis.</summary>
    OneHot,
    /// <summary>(value, value) → condition with their axis.</summary>
    Comparison,
    /// <summary>(condition, …) → condition with their axis.</summary>
    Logic,
    /// <summary>(condition, value, value) → value with the axis of all three.</summary>
    Where,
    /// <summary>(condition along an axis) → scalar.</summary>
    Count,
    /// <summary>(row, row of the same axis) → row over the other examples.</summary>
    PairDot,
    /// <summary>(scalar) → row over the other examples.</summary>
    OfOthers,
    /// <summary>(row over the other examples, row) → row of the second's axis.</summary>
    SumOfOthers,
    /// <summary>(index) → condition over the other examples.</summary>
    Same,
    /// <summary>(row over the other examples) → condition over them.</summary>
    IsSelf,
    /// <summary>(row over the other examples or square matrix) → the same.</summary>
    Transpose,
    /// <summary>(scalar) → scalar; over the batch.</summary>
    BatchScalar,
    /// <summary>(scalar or row) → the same, put in order over the batch.</summary>
    BatchOrder,
    /// <summary>(row) → index on its axis.</summary>
    ArgMax,
    /// <summary>(row, row) → matrix.</summary>
    Gram,
    /// <summary>(matrix, row over its columns) → row over its rows.</summary>
    Product,
    /// <summary>(square matrix, …) → square matrix.</summary>
    SquareMatrix,
    /// <summary>(matrix) → scalar.</summary>
    Total,
    /// <summary>(matrix) → row over its rows.</summary>
    RowSums,
    /// <summary>(matrix, row over its rows) → matrix.</summary>
    ScaleRows,
    /// <summary>(matrix, row over its columns) → matrix.</summary>
    ScaleColumns,
    /// <summary>(transition, label) → row of classes.</summary>
    Observed,
    /// <summary>(index) → scalar; over the batch.</summary>
    CountBy,
    /// <summary>(row of incoming weights, scalar, scalar, scalar) → row of incoming weights.</summary>
    Polynomial,
}

/// <summary>A function of the language: its rule and how many arguments it takes.</summary>
internal readonly record struct FormulaFunction(FormulaRule Rule, int Least, int Most);

/// <summary>All that the formula language has: its types, its functions, its limits. What is not in here is refused.</summary>
internal static class FormulaLanguage
{
    /// <summary>Version of the text's grammar; a reader for each older one stays.</summary>
    public const int Version = 1;

    /// <summary>Where the formula types are declared.</summary>
    public const string Namespace = "Recipes";

    /// <summary>Full name of the class that declares the functions.</summary>
    public const string FunctionsClass = "Recipes.Formulas.Math";

    /// <summary>Characters of a canonical text.</summary>
    public const int MaximumLength = 1 << 15;

    /// <summary>Levels of nesting of the syntax tree. Every pass over a formula is recursive: this is what keeps the stack whole.</summary>
    public const int MaximumDepth = 128;

    /// <summary>Syntax nodes of a formula's own text.</summary>
    public const int MaximumNodes = 1 << 13;

    /// <summary>Operations after every call of a helper has been replaced by its body.</summary>
    public const int MaximumUnrolled = 1 << 14;

    /// <summary>Levels of nesting of expressions after every call of a helper has been replaced by its body.</summary>
    public const int MaximumUnrolledDepth = 200;

    /// <summary>Helpers that call each other in a row.</summary>
    public const int MaximumCalls = 32;

    /// <summary>The functions of <c>Recipes.Formulas.Math</c>.</summary>
    public static readonly IReadOnlyDictionary<string, FormulaFunction> Functions = new Dictionary<string, FormulaFunction>
    {
        ["Exp"] = new(Elementwise, 1, 1),
        ["Log"] = new(Elementwise, 1, 1),
        ["Expm1"] = new(Elementwise, 1, 1),
        ["Log1p"] = new(Elementwise, 1, 1),
        ["Sqrt"] = new(Elementwise, 1, 1),
        ["Abs"] = new(Elementwise, 1, 1),
        ["Sign"] = new(Elementwise, 1, 1),
        ["Square"] = new(Elementwise, 1, 1),
        ["Tanh"] = new(Elementwise, 1, 1),
        ["Sigmoid"] = new(Elementwise, 1, 1),
        ["Softplus"] = new(Elementwise, 1, 1),
        ["Erf"] = new(Elementwise, 1, 1),
        ["Cos"] = new(Elementwise, 1, 1),
        ["Sin"] = new(Elementwise, 1, 1),
        ["Asin"] = new(Elementwise, 1, 1),
        ["Acos"] = new(Elementwise, 1, 1),
        ["Atan"] = new(Elementwise, 1, 1),
        ["Floor"] = new(Elementwise, 1, 1),
        ["Round"] = new(Elementwise, 1, 1),
        ["ErfInverse"] = new(Elementwise, 1, 1),
        ["NormalCdf"] = new(Elementwise, 1, 1),
        ["Probit"] = new(Elementwise, 1, 1),
        ["Log1mExp"] = new(Elementwise, 1, 1),
        ["LogGamma"] = new(Elementwise, 1, 1),
        ["Digamma"] = new(Elementwise, 1, 1),
        ["StraightThrough"] = new(Elementwise, 2, 2),
        ["Pow"] = new(Elementwise, 2, 2),
        ["Min"] = new(ReductionOrElementwise, 1, 2),
        ["Max"] = new(ReductionOrElementwise, 1, 2),
        ["Clamp"] = new(Clamp, 3, 3),
        ["Sum"] = new(Reduction, 1, 2),
        ["Mean"] = new(Reduction, 1, 2),
        ["LogSumExp"] = new(Reduction, 1, 2),
        ["Norm"] = new(Reduction, 1, 1),
        ["Softmax"] = new(RowToRow, 1, 2),
        ["LogSoftmax"] = new(RowToRow, 1, 2),
        ["Count"] = new(Count, 1, 1),
        ["Dot"] = new(Dot, 2, 2),
        ["OneHot"] = new(OneHot, 1, 2),
        ["Rank"] = new(RowToRow, 1, 1),
        ["Sorted"] = new(RowToRow, 1, 1),
        ["Indices"] = new(RowToRow, 1, 1),
        ["ArgMax"] = new(ArgMax, 1, 1),
        ["BatchMean"] = new(AsGiven, 1, 1),
        ["BatchSum"] = new(AsGiven, 1, 1),
        ["BatchCount"] = new(BatchScalar, 1, 1),
        ["BatchRank"] = new(BatchOrder, 1, 1),
        ["BatchSorted"] = new(BatchOrder, 1, 1),
        ["MeanByLabel"] = new(ByIndex, 2, 2),
        ["MeanBy"] = new(ByIndex, 2, 2),
        ["CountBy"] = new(CountBy, 1, 1),
        ["Stop"] = new(AsGiven, 1, 1),
        ["PairDot"] = new(PairDot, 2, 2),
        ["OfOthers"] = new(OfOthers, 1, 1),
        ["SumOfOthers"] = new(SumOfOthers, 2, 2),
        ["Same"] = new(Same, 1, 1),
        ["IsSelf"] = new(IsSelf, 1, 1),
        ["Transpose"] = new(Transpose, 1, 1),
        ["Gram"] = new(Gram, 2, 2),
        ["Product"] = new(Product, 2, 2),
        ["Multiply"] = new(SquareMatrix, 2, 2),
        ["Identity"] = new(SquareMatrix, 1, 1),
        ["Inverse"] = new(SquareMatrix, 1, 1),
        ["LogDeterminant"] = new(Total, 1, 1),
        ["Eigenvalues"] = new(RowSums, 1, 1),
        ["Total"] = new(Total, 1, 1),
        ["RowSums"] = new(RowSums, 1, 1),
        ["Diagonal"] = new(RowSums, 1, 1),
        ["ScaleRows"] = new(ScaleRows, 2, 2),
        ["ScaleColumns"] = new(ScaleColumns, 2, 2),
        ["Observed"] = new(Observed, 2, 2),
        ["UnitSum"] = new(AsGiven, 1, 1),
        ["UnitMean"] = new(AsGiven, 1, 1),
        ["UnitMax"] = new(AsGiven, 1, 1),
        ["UnitCount"] = new(Reduction, 1, 1),
        ["ModelSum"] = new(BatchScalar, 1, 1),
        ["OddPolynomial"] = new(Polynomial, 4, 4),
        ["Less"] = new(Comparison, 2, 2),
        ["LessOrEqual"] = new(Comparison, 2, 2),
        ["Greater"] = new(Comparison, 2, 2),
        ["GreaterOrEqual"] = new(Comparison, 2, 2),
        ["Equal"] = new(Comparison, 2, 2),
        ["And"] = new(Logic, 2, 2),
        ["Or"] = new(Logic, 2, 2),
        ["Not"] = new(Logic, 1, 1),
        ["Where"] = new(Where, 3, 3),
    };

    /// <summary>The types without an axis of their own name, and what a parameter of the type stands for.</summary>
    public static readonly IReadOnlyDictionary<string, FormulaRole> Roles = new Dictionary<string, FormulaRole>
    {
        ["Scalar"] = FormulaRole.Scalar,
        ["Logits"] = FormulaRole.Logits,
        ["Label"] = FormulaRole.Label,
        ["Memory"] = FormulaRole.Memory,
        ["Learned"] = FormulaRole.Learned,
        ["Latent"] = FormulaRole.Latent,
        ["LearnedRow"] = FormulaRole.LearnedRow,
        ["State"] = FormulaRole.State,
        ["Averaged"] = FormulaRole.Averaged,
        ["Rate"] = FormulaRole.Rate,
        ["StepCount"] = FormulaRole.StepCount,
        ["Progress"] = FormulaRole.Progress,
        ["RunSteps"] = FormulaRole.RunSteps,
        ["ValidationLoss"] = FormulaRole.ValidationLoss,
        ["GradientNorm"] = FormulaRole.GradientNorm,
        ["ClassCount"] = FormulaRole.ClassCount,
        ["RowCount"] = FormulaRole.RowCount,
        ["ClassTotal"] = FormulaRole.ClassTotal,
        ["OtherLogits"] = FormulaRole.OtherLogits,
        ["SoftTarget"] = FormulaRole.SoftTarget,
        ["MultiLabel"] = FormulaRole.MultiLabel,
        ["Teacher"] = FormulaRole.Teacher,
        ["ClassCounts"] = FormulaRole.ClassCounts,
        ["ClassPrior"] = FormulaRole.ClassPrior,
        ["Transition"] = FormulaRole.Transition,
        ["Outputs"] = FormulaRole.Outputs,
        ["Targets"] = FormulaRole.Targets,
        ["Target"] = FormulaRole.Target,
        ["Embedding"] = FormulaRole.Embedding,
        ["OtherEmbedding"] = FormulaRole.OtherEmbedding,
        ["Group"] = FormulaRole.Group,
        ["Domain"] = FormulaRole.Domain,
        ["SampleWeight"] = FormulaRole.SampleWeight,
        ["Running"] = FormulaRole.Running,
        ["ExampleMemory"] = FormulaRole.ExampleMemory,
    };

    /// <summary>The axes, by the name of their marker type.</summary>
    public static readonly IReadOnlyDictionary<string, FormulaAxis> Axes = new Dictionary<string, FormulaAxis>
    {
        ["Class"] = FormulaAxis.Class,
        ["Feature"] = FormulaAxis.Feature,
        ["Element"] = FormulaAxis.Element,
        ["Incoming"] = FormulaAxis.Incoming,
        ["Output"] = FormulaAxis.Output,
        ["Other"] = FormulaAxis.Other,
        ["Groups"] = FormulaAxis.Groups,
        ["Domains"] = FormulaAxis.Domains,
    };

    /// <summary>The type that an expression has which reads a parameter.</summary>
    public static FormulaType TypeOf(FormulaParameter parameter) => parameter.Role switch
    {
        FormulaRole.RunningRow or FormulaRole.LearnedAxisRow => FormulaType.Row(parameter.Axis),
        FormulaRole.LearnedMatrix => FormulaType.Matrix(parameter.Axis, parameter.Columns),
        _ => TypeOf(parameter.Role),
    };

    /// <summary>The type that an expression has which reads a parameter of <paramref name="role"/>.</summary>
    public static FormulaType TypeOf(FormulaRole role) => role switch
    {
        FormulaRole.Logits or FormulaRole.Memory or FormulaRole.ClassRow or FormulaRole.OtherLogits or FormulaRole.SoftTarget or FormulaRole.MultiLabel
            or FormulaRole.Teacher or FormulaRole.ClassCounts or FormulaRole.ClassPrior => FormulaType.Row(FormulaAxis.Class),
        FormulaRole.LearnedRow or FormulaRole.FeatureRow or FormulaRole.Embedding or FormulaRole.OtherEmbedding => FormulaType.Row(FormulaAxis.Feature),
        FormulaRole.Outputs or FormulaRole.Targets => FormulaType.Row(FormulaAxis.Output),
        FormulaRole.Transition => FormulaType.Matrix(FormulaAxis.Class, FormulaAxis.Class),
        FormulaRole.Group => FormulaType.Position(FormulaAxis.Groups),
        FormulaRole.Domain => FormulaType.Position(FormulaAxis.Domains),
        FormulaRole.ElementRow => FormulaType.Row(FormulaAxis.Element),
        FormulaRole.IncomingRow => FormulaType.Row(FormulaAxis.Incoming),
        FormulaRole.Label => FormulaType.Label,
        FormulaRole.Knob => FormulaType.Number,
        FormulaRole.Flag or FormulaRole.IsMatrix or FormulaRole.IsStart => FormulaType.Flag,
        _ => FormulaType.Scalar,
    };
}
