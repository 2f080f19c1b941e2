namespace Recipes.Generators.Formulas.Graph;

/// <summary>What a node computes from its operands.</summary>
internal enum NodeKind
{
    Constant,
    /// <summary>A named value from outside.</summary>
    Input,
    /// <summary>A named index from outside: a label.</summary>
    LabelInput,
    /// <summary>c + Σ aₖ·xₖ.</summary>
    Total,
    /// <summary>Π xₖ^nₖ with whole nₖ, none of them 0.</summary>
    Product,
    /// <summary>A function of one value.</summary>
    Function,
    /// <summary>x to the power p.</summary>
    Power,
    /// <summary>The greater of two.</summary>
    Greater,
    /// <summary>The lesser of two.</summary>
    Lesser,
    /// <summary>A comparison of two values; a condition.</summary>
    Comparison,
    /// <summary>Whether two labels are the same; a condition.</summary>
    SameLabel,
    Both,
    Either,
    Not,
    /// <summary>Where(condition, a, b).</summary>
    Choice,
    /// <summary>a where the condition holds, else 0 whatever a is; only derivatives make it.</summary>
    Masked,
    /// <summary>x − its maximum, kept together so that a common offset of the row costs no digits.</summary>
    Shifted,
    RowSum,
    RowMaximum,
    /// <summary>The maximum as a mere offset: no gradient, and a NaN may be missed.</summary>
    RowOffset,
    /// <summary>The first index of the maximum; a label.</summary>
    RowArgMax,
    /// <summary>The row's entry at a label.</summary>
    Pick,
    /// <summary>A row that is a at the label, else 0.</summary>
    OneHot,
    /// <summary>The sum over the examples of the batch: a barrier.</summary>
    ExampleSum,
    /// <summary>The sum over the examples with each label, a table: a barrier.</summary>
    LabelSum,
    /// <summary>The table's entry for the example's label.</summary>
    OfLabel,
    /// <summary>The numbers of one axis along another of the same length.</summary>
    Relabelled,
    /// <summary>The product of two arrays with two axes each; the selector says which is transposed.</summary>
    MatrixProduct,
    /// <summary>An array with its two axes swapped.</summary>
    Transposed,
    /// <summary>The inverse of a square matrix.</summary>
    Inverse,
    /// <summary>The logarithm of the determinant's magnitude.</summary>
    LogDeterminant,
    /// <summary>The eigenvalues of a symmetric matrix, the greatest first.</summary>
    Eigenvalues,
    /// <summary>The eigenvectors of a symmetric matrix, as rows; only derivatives make it.</summary>
    Eigenvectors,
    /// <summary>The place of each number along an axis, from the greatest.</summary>
    Ranked,
    /// <summary>The numbers moved along an axis to their places, or from their places back.</summary>
    Permuted,
    /// <summary>The value, once for each entry of axes that it does not have.</summary>
    Expanded,
    /// <summary>The index of a label as a number.</summary>
    LabelNumber,
    /// <summary>The greatest over the examples: a barrier.</summary>
    ExampleMaximum,
    /// <summary>The sum over all parameters of the model: a barrier.</summary>
    ModelSum,
    /// <summary>a·X + b·(X·Xᵀ)·X + c·(X·Xᵀ)²·X of a matrix X: a barrier.</summary>
    OddPolynomial,
    /// <summary>The value without a gradient.</summary>
    Detached,
    /// <summary>The first value, with the gradient of the second.</summary>
    StraightThrough,
}

/// <summary>Which operand of a product of arrays is transposed.</summary>
internal enum Transposition
{
    /// <summary>A·B.</summary>
    Neither,
    /// <summary>A·Bᵀ.</summary>
    Second,
    /// <summary>Aᵀ·B.</summary>
    First,
}

/// <summary>Functions of one value.</summary>
internal enum Function
{
    None,
    Exp,
    Log,
    Expm1,
    Log1p,
    Sqrt,
    Abs,
    Sign,
    Tanh,
    Sigmoid,
    Softplus,
    Erf,
    ErfInverse,
    NormalCdf,
    Probit,
    Log1mExp,
    LogGamma,
    Digamma,
    /// <summary>The derivative of <see cref="Digamma"/>; only derivatives make it.</summary>
    Trigamma,
    Cos,
    Sin,
    Asin,
    Acos,
    Atan,
    Floor,
    Round,
}

/// <summary>Comparisons of two values; each is false when either is NaN.</summary>
internal enum Relation
{
    Less,
    LessOrEqual,
    Equal,
}
