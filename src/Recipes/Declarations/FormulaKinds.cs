namespace Recipes;

/// <summary>Marks a formula as a loss of a library: an attribute for recipes is derived from it.</summary>
/// <remarks>A loss of one's own inside a recipe class is a <see cref="LossTermAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LossAttribute : Attribute;

/// <summary>Marks a formula inside a recipe class as a loss term of that recipe.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LossTermAttribute : TermAttribute;

/// <summary>Marks a formula as a weighting of classes: <c>Scalar F(ClassCount n, …)</c> gives a class's weight from its train rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WeightingAttribute : Attribute;

/// <summary>Marks a formula that combines a term's mean with learned values: <c>Scalar F(Scalar loss, Learned s)</c>, applied to every term.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TermWeightingAttribute : Attribute;

/// <summary>Marks a formula that changes the logits before every loss: <c>Row&lt;Class&gt; F(Logits z, …)</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LogitTransformAttribute : Attribute;

/// <summary>Marks a formula as an elementwise activation: <c>Scalar F(Scalar x, …)</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ActivationAttribute : Attribute;

/// <summary>Marks a formula as a row-wise layer: <c>Row&lt;Feature&gt; F(Row&lt;Feature&gt; x, LearnedRow weight, …)</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LayerAttribute : Attribute;

/// <summary>Marks a formula as an optimizer: <c>Scalar F(Scalar w, Scalar g, ref State m, Rate lr, …)</c> per element, or the same over <c>Row&lt;Element&gt;</c> per tensor.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OptimizerAttribute : Attribute
{
    /// <summary>The learning rate of an optimizer that is a method of the recipe class.</summary>
    public double LearningRate { get; set; }
}

/// <summary>Marks a formula that changes the gradient before the optimizer: <c>Scalar F(Scalar g, GradientNorm norm, …)</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GradientTransformAttribute : Attribute;

/// <summary>Marks a formula as an average of weights: <c>Scalar F(Scalar average, Scalar w, StepCount t, …)</c> gives the new average.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AveragingAttribute : Attribute;

/// <summary>
/// Marks a formula as a parametrisation: <c>Row&lt;Incoming&gt; F(Row&lt;Incoming&gt; v, ref Latent g, …)</c> makes the weights that a layer computes with of the latent numbers that are trained.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ParametrizationAttribute : Attribute;

/// <summary>Marks a formula as a schedule of the learning rate: <c>Scalar F(Progress t, …)</c> gives the factor on the declared rate.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScheduleAttribute : Attribute;
