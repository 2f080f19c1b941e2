namespace Recipes.Generators.Formulas;

/// <summary>What a parameter of a formula stands for; its type says it.</summary>
internal enum FormulaRole
{
    /// <summary>A value per example, or per parameter element: <c>Scalar</c>.</summary>
    Scalar,
    /// <summary>A value per class: <c>Row&lt;Class&gt;</c>.</summary>
    ClassRow,
    /// <summary>A value per feature: <c>Row&lt;Feature&gt;</c>.</summary>
    FeatureRow,
    /// <summary>A value per element of a tensor: <c>Row&lt;Element&gt;</c>; by reference it is the optimizer's state.</summary>
    ElementRow,
    /// <summary>The network's outputs, a value per class.</summary>
    Logits,
    /// <summary>The index of the true class.</summary>
    Label,
    /// <summary>A value per class that is kept for each train row; by reference.</summary>
    Memory,
    /// <summary>A number that is trained with the network.</summary>
    Learned,
    /// <summary>A value per feature that is trained with the network.</summary>
    LearnedRow,
    /// <summary>A number kept per parameter element; by reference.</summary>
    State,
    /// <summary>The learning rate in force.</summary>
    Rate,
    /// <summary>The number of this step, 1 in the first.</summary>
    StepCount,
    /// <summary>The fraction of the run that is done, in [0, 1).</summary>
    Progress,
    /// <summary>Steps of the whole run.</summary>
    RunSteps,
    /// <summary>The norm of the whole gradient.</summary>
    GradientNorm,
    /// <summary>Train rows of the class.</summary>
    ClassCount,
    /// <summary>Train rows.</summary>
    RowCount,
    /// <summary>The number of classes.</summary>
    ClassTotal,
    /// <summary>A number that the recipe sets: <c>double</c>.</summary>
    Knob,
    /// <summary>A switch that the recipe sets, folded when it compiles: <c>bool</c>.</summary>
    Flag,
}
