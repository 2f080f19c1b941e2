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
    /// <summary>A value per incoming weight of a unit: <c>Row&lt;Incoming&gt;</c>; by reference it is the optimizer's state.</summary>
    IncomingRow,
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
    /// <summary>A number kept per parameter element, unit or tensor; by reference.</summary>
    State,
    /// <summary>The averaged weight, which is evaluated and kept; by reference.</summary>
    Averaged,
    /// <summary>The learning rate in force.</summary>
    Rate,
    /// <summary>The number of this step, 1 in the first.</summary>
    StepCount,
    /// <summary>The fraction of the run that is done, in [0, 1).</summary>
    Progress,
    /// <summary>Steps of the whole run.</summary>
    RunSteps,
    /// <summary>The loss on the validation rows after an epoch.</summary>
    ValidationLoss,
    /// <summary>The norm of the whole gradient.</summary>
    GradientNorm,
    /// <summary>Whether the tensor is a layer's weight matrix, folded for each tensor: <c>[IsMatrix] bool</c>.</summary>
    IsMatrix,
    /// <summary>Whether a parametrisation says what it starts at: <c>[IsStart] bool</c>.</summary>
    IsStart,
    /// <summary>A number per weight or unit that a parametrisation trains.</summary>
    Latent,
    /// <summary>Train rows of the class.</summary>
    ClassCount,
    /// <summary>Train rows.</summary>
    RowCount,
    /// <summary>The number of classes.</summary>
    ClassTotal,
    /// <summary>What the network says of each class of the example's second view.</summary>
    OtherLogits,
    /// <summary>A probability for each class, from the data.</summary>
    SoftTarget,
    /// <summary>1 or 0 for each class, from the data.</summary>
    MultiLabel,
    /// <summary>A teacher's logits.</summary>
    Teacher,
    /// <summary>Train rows of each class.</summary>
    ClassCounts,
    /// <summary>How often the sampler draws each class.</summary>
    ClassPrior,
    /// <summary>The probability of each observed class given each true one.</summary>
    Transition,
    /// <summary>What the network says of each target of a regression; several split the width of its last layer.</summary>
    Outputs,
    /// <summary>The numbers that a regression is to find.</summary>
    Targets,
    /// <summary>The number that a regression with one target is to find.</summary>
    Target,
    /// <summary>What the last dense layer reads.</summary>
    Embedding,
    /// <summary>What the last dense layer reads of the example's second view.</summary>
    OtherEmbedding,
    /// <summary>The group of the example.</summary>
    Group,
    /// <summary>The domain of the example.</summary>
    Domain,
    /// <summary>How much the example counts.</summary>
    SampleWeight,
    /// <summary>A number kept for the run; by reference.</summary>
    Running,
    /// <summary>A row kept for the run; by reference.</summary>
    RunningRow,
    /// <summary>A number kept for each train row; by reference.</summary>
    ExampleMemory,
    /// <summary>A row over any axis that is trained with the network.</summary>
    LearnedAxisRow,
    /// <summary>A matrix that is trained with the network.</summary>
    LearnedMatrix,
    /// <summary>What only a helper is given: a row over the other examples, a matrix.</summary>
    Value,
    /// <summary>A number that the recipe sets: <c>double</c>.</summary>
    Knob,
    /// <summary>A switch that the recipe sets, folded when it compiles: <c>bool</c>.</summary>
    Flag,
}
