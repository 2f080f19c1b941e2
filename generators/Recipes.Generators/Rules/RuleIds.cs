namespace Recipes.Generators.Rules;

/// <summary>The ids of the rules: 00 grammar and shapes, 01 losses, 02 data and sampling, 03 optimisation and schedules, 04 calibration and evaluation.</summary>
/// <remarks>An id is never used again for another rule. This file is compiled into the fixes too.</remarks>
internal static class RuleIds
{
    public const string NotPartial = "RCP0001";
    public const string ContainerNotPartial = "RCP0002";
    public const string StaticRecipe = "RCP0003";
    public const string GenericRecipe = "RCP0004";
    public const string NotPlainClass = "RCP0005";
    public const string NoInput = "RCP0006";
    public const string InputNotFirst = "RCP0007";
    public const string NoDense = "RCP0008";
    public const string NoTerm = "RCP0009";
    public const string NoOptimizer = "RCP0010";
    public const string OncePerRecipe = "RCP0011";
    public const string SameName = "RCP0012";
    public const string NotAnIdentifier = "RCP0013";
    public const string NameTaken = "RCP0014";
    public const string MemberTaken = "RCP0015";
    public const string UnknownKnob = "RCP0016";
    public const string ConstantKnob = "RCP0017";
    public const string OutOfRange = "RCP0018";
    public const string RampOutOfRange = "RCP0019";
    public const string SameRamp = "RCP0020";
    public const string BindingWithoutMeaning = "RCP0021";
    public const string MixedViewMissing = "RCP0022";
    public const string MixedViewUnused = "RCP0023";
    public const string OrderOverParts = "RCP0024";
    public const string UnknownFormula = "RCP0025";
    public const string UnusedFormula = "RCP0026";
    public const string FormulaOfSameProject = "RCP0027";
    public const string NamedLikeLibrary = "RCP0028";
    public const string KnobWithoutValue = "RCP0029";
    public const string UnreadableFormula = "RCP0030";
    public const string ComponentWithoutRole = "RCP0031";
    public const string LinearPair = "RCP0032";
    public const string TooLarge = "RCP0033";
    public const string NotCompiled = "RCP0034";
    public const string NeedsPixels = "RCP0035";
    public const string NeedsFeatures = "RCP0036";
    public const string WindowTooLarge = "RCP0037";
    public const string UnevenGroups = "RCP0038";
    public const string PaddingTooLarge = "RCP0039";

    public const string ActivationOnLogits = "RCP0101";
    public const string DropoutOnLogits = "RCP0102";
    public const string StrongSmoothing = "RCP0103";
    public const string WeightlessTerm = "RCP0104";
    public const string SmoothingAndClassWeights = "RCP0105";
    public const string SmoothingOnMixedView = "RCP0106";
    public const string SingleClass = "RCP0107";
    public const string MeanOverOneRow = "RCP0108";
    public const string LabelUnused = "RCP0109";
    public const string OneTermWeighted = "RCP0110";
    public const string MissingNeed = "RCP0111";
    public const string UnfitLoss = "RCP0112";
    public const string SeveralTasks = "RCP0113";
    public const string RegressionWidth = "RCP0114";
    public const string OneTarget = "RCP0115";
    public const string OfOtherTask = "RCP0116";
    public const string UnusedNeed = "RCP0117";
    public const string EmbeddingOfFeatures = "RCP0118";
    public const string NormalizedLossAlone = "RCP0119";
    public const string OneLossTwice = "RCP0120";
    public const string AdjustedTwice = "RCP0121";
    public const string AdjustmentWithoutEffect = "RCP0122";
    public const string SmoothedStudent = "RCP0123";
    public const string OppositeEmphasis = "RCP0124";
    public const string SpectrumOfFewRows = "RCP0125";

    public const string DropoutWithoutEffect = "RCP0201";
    public const string MixedWithItself = "RCP0202";
    public const string DropoutWithSelu = "RCP0203";
    public const string CorrectedTwice = "RCP0216";

    public const string EmptyTermWindow = "RCP0301";
    public const string EmptyRampWindow = "RCP0302";
    public const string FlatRamp = "RCP0303";
    public const string CoupledDecay = "RCP0304";
    public const string TwoClips = "RCP0305";
    public const string NesterovWithoutMomentum = "RCP0306";
    public const string OptimizerWithoutRate = "RCP0307";
    public const string OverlappingSchedule = "RCP0308";
    public const string StoppedBeforePlateau = "RCP0309";
    public const string UnusualRate = "RCP0310";
    public const string NormBeforeTransform = "RCP0311";
    public const string DecayedTwice = "RCP0312";
    public const string DampenedNesterov = "RCP0313";

    public const string PatienceBeyondRun = "RCP0401";
    public const string EmptyInterval = "RCP0402";
    public const string MetricOfOtherTask = "RCP0403";
}
