using System.Collections.Immutable;
using Recipes.Generators.Rules.Calibration;
using Recipes.Generators.Rules.Data;
using Recipes.Generators.Rules.Grammar;
using Recipes.Generators.Rules.Losses;
using Recipes.Generators.Rules.Optimisation;
using Recipes.Generators.Rules.Ramps;
using Recipes.Generators.Rules.Ranges;

namespace Recipes.Generators.Rules;

/// <summary>Every rule over recipes, ordered by id. To add one: a class, a line here, an id, a page and a row of the release file.</summary>
internal static class RuleTable
{
    public static ImmutableArray<IRecipeRule> All { get; } =
    [
        new NotPartialRule(), new ContainerNotPartialRule(), new StaticRecipeRule(), new GenericRecipeRule(), new NotPlainClassRule(),
        new NoInputRule(), new InputNotFirstRule(), new NoDenseRule(), new NoTermRule(), new NoOptimizerRule(), new OncePerRecipeRule(),
        new SameNameRule(), new NotAnIdentifierRule(), new NameTakenRule(), new MemberTakenRule(),
        new UnknownKnobRule(), new ConstantKnobRule(), new OutOfRangeRule(), new RampOutOfRangeRule(), new SameRampRule(),
        new BindingWithoutMeaningRule(), new MixedViewMissingRule(), new MixedViewUnusedRule(), new OrderOverPartsRule(),
        new UnknownFormulaRule(), new UnusedFormulaRule(), new FormulaOfSameProjectRule(), new NamedLikeLibraryRule(), new KnobWithoutValueRule(),
        new UnreadableFormulaRule(), new ComponentWithoutRoleRule(), new LinearPairRule(), new TooLargeRule(), new NotCompiledRule(),
        new NeedsPixelsRule(), new NeedsFeaturesRule(), new WindowTooLargeRule(), new UnevenGroupsRule(), new PaddingTooLargeRule(),

        new ActivationOnLogitsRule(), new DropoutOnLogitsRule(), new StrongSmoothingRule(), new WeightlessTermRule(),
        new SmoothingAndClassWeightsRule(), new SmoothingOnMixedViewRule(), new SingleClassRule(), new MeanOverOneRowRule(),
        new LabelUnusedRule(), new OneTermWeightedRule(), new MissingNeedRule(), new UnfitLossRule(), new SeveralTasksRule(), new RegressionWidthRule(),
        new OneTargetRule(), new OfOtherTaskRule(), new UnusedNeedRule(), new EmbeddingOfFeaturesRule(),
        new NormalizedLossAloneRule(), new OneLossTwiceRule(), new AdjustedTwiceRule(), new AdjustmentWithoutEffectRule(), new SmoothedStudentRule(),
        new OppositeEmphasisRule(), new SpectrumOfFewRowsRule(),

        new DropoutWithoutEffectRule(), new MixedWithItselfRule(), new DropoutWithSeluRule(), new CorrectedTwiceRule(),

        new EmptyTermWindowRule(), new EmptyRampWindowRule(), new FlatRampRule(), new CoupledDecayRule(), new TwoClipsRule(),
        new NesterovWithoutMomentumRule(), new OptimizerWithoutRateRule(), new OverlappingScheduleRule(), new StoppedBeforePlateauRule(),
        new UnusualRateRule(), new NormBeforeTransformRule(), new DecayedTwiceRule(), new DampenedNesterovRule(),

        new PatienceBeyondRunRule(), new EmptyIntervalRule(), new MetricOfOtherTaskRule(),
    ];
}
