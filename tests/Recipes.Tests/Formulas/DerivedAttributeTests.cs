using System.Reflection;

namespace Recipes.Tests.Formulas;

/// <summary>The attributes that are derived from the library's formulas, as a recipe's author sees them.</summary>
public class DerivedAttributeTests
{
    [Fact]
    public void A_loss_is_a_term_with_its_knobs_ranges_and_defaults()
    {
        PropertyInfo gamma = typeof(FocalAttribute).GetProperty("Gamma")!;
        RangeAttribute range = gamma.GetCustomAttribute<RangeAttribute>()!;

        Assert.Equal(typeof(TermAttribute), typeof(FocalAttribute).BaseType);
        Assert.Equal(2.0, new FocalAttribute().Gamma);
        Assert.Equal(1.0, new FocalAttribute().Weight);
        Assert.Equal((0, 10, false, false), (range.Minimum, range.Maximum, range.ExclusiveMinimum, range.ExclusiveMaximum));
        Assert.True(Usage<FocalAttribute>().AllowMultiple);
        Assert.Equal(AttributeTargets.Class, Usage<FocalAttribute>().ValidOn);
    }

    [Fact]
    public void An_exclusive_bound_stays_exclusive() =>
        Assert.True(typeof(CrossEntropyAttribute).GetProperty("LabelSmoothing")!.GetCustomAttribute<RangeAttribute>()!.ExclusiveMaximum);

    [Fact]
    public void An_optimizer_takes_its_learning_rate_first()
    {
        var adamW = new AdamWAttribute(1e-2) { WeightDecay = 1e-3 };

        Assert.IsAssignableFrom<OptimizerDeclarationAttribute>(adamW);
        Assert.Equal((1e-2, 1e-3, 0.9, 0.999, 1e-8), (adamW.LearningRate, adamW.WeightDecay, adamW.Beta1, adamW.Beta2, adamW.Epsilon));
        Assert.False(Usage<AdamWAttribute>().AllowMultiple);
    }

    [Fact]
    public void A_switch_is_a_bool() => Assert.True(new SgdAttribute(0.1) { Nesterov = true, Momentum = 0.9 }.Nesterov);

    [Fact]
    public void A_knob_without_a_default_is_a_constructor_parameter()
    {
        ParameterInfo maximum = Assert.Single(typeof(ClipNormAttribute).GetConstructors().Single().GetParameters());

        Assert.Equal(1.0, new ClipNormAttribute(1.0).Maximum);
        Assert.Equal("maximum", maximum.Name);
        Assert.True(maximum.GetCustomAttribute<RangeAttribute>()!.ExclusiveMinimum);
        Assert.False(typeof(ClipNormAttribute).GetProperty("Maximum")!.CanWrite);
    }

    [Theory]
    [InlineData(typeof(ReluAttribute), typeof(FormulaLayerAttribute), "Activation", true)]
    [InlineData(typeof(RmsNormAttribute), typeof(FormulaLayerAttribute), "Layer", true)]
    [InlineData(typeof(CosineAttribute), typeof(FormulaDeclarationAttribute), "Schedule", false)]
    [InlineData(typeof(LogitClipAttribute), typeof(FormulaDeclarationAttribute), "LogitTransform", false)]
    [InlineData(typeof(UncertaintyWeightsAttribute), typeof(FormulaDeclarationAttribute), "TermWeighting", false)]
    [InlineData(typeof(EffectiveNumberWeightsAttribute), typeof(FormulaDeclarationAttribute), "Weighting", false)]
    [InlineData(typeof(WeightAverageAttribute), typeof(FormulaDeclarationAttribute), "Averaging", false)]
    public void Every_kind_has_its_base(Type attribute, Type expectedBase, string kind, bool repeats)
    {
        Assert.Equal(expectedBase, attribute.BaseType);
        Assert.Equal(kind, attribute.GetCustomAttribute<FormulaAttribute>()!.Kind);
        Assert.Equal(repeats, attribute.GetCustomAttribute<AttributeUsageAttribute>()!.AllowMultiple);
    }

    /// <summary>Every marked method of a library class has its attribute, and its text.</summary>
    [Fact]
    public void Every_formula_has_its_attribute()
    {
        MethodInfo[] formulas =
        [
            .. typeof(RecipeAttribute).Assembly.GetTypes().Where(type => type is { IsAbstract: true, IsSealed: true })
                .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
                .Where(method => method.GetCustomAttributes().Any(IsKind)),
        ];

        Assert.NotEmpty(formulas);
        foreach (MethodInfo formula in formulas)
        {
            Type? attribute = formula.DeclaringType!.Assembly.GetType($"{formula.DeclaringType.Namespace}.{formula.Name}Attribute");
            Assert.True(attribute is not null, formula.Name + " has no attribute: " + string.Join(", ", formula.GetParameters().Select(p => p.ParameterType.Name)));
            FormulaAttribute text = attribute.GetCustomAttribute<FormulaAttribute>()!;
            Assert.Equal(1, text.Version);
            Assert.Contains($" {formula.Name}(", text.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_text_is_canonical() => Assert.Equal(
        "static Scalar Focal(Logits z,Label y,[Range(0.0,10.0)]double gamma=2.0){Scalar logp=LogSoftmax(z)[y];return -Pow(-Expm1(logp),gamma)*logp;}",
        typeof(FocalAttribute).GetCustomAttribute<FormulaAttribute>()!.Text);

    private static bool IsKind(Attribute attribute) => attribute is LossAttribute or WeightingAttribute or TermWeightingAttribute or LogitTransformAttribute
        or ActivationAttribute or LayerAttribute or OptimizerAttribute or GradientTransformAttribute or AveragingAttribute or ParametrizationAttribute or ScheduleAttribute;

    private static AttributeUsageAttribute Usage<T>() => typeof(T).GetCustomAttribute<AttributeUsageAttribute>()!;
}
