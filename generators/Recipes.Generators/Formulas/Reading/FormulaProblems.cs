using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>A rule of the formula language.</summary>
/// <param name="Id">Its id, never used again for another.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Message">The message's format.</param>
/// <param name="Reason">Why the rule is there.</param>
internal sealed record FormulaProblemKind(string Id, string Title, string Message, string Reason);

/// <summary>Every reason for which a method is refused as a formula, with the words for it.</summary>
internal static class FormulaProblems
{
    public const string NotPlainStatic = "RCP0701";
    public const string Overloaded = "RCP0702";
    public const string Recursive = "RCP0703";
    public const string WrongSignature = "RCP0704";
    public const string UnsupportedType = "RCP0705";
    public const string IntegerArithmetic = "RCP0706";
    public const string ControlFlowOnValues = "RCP0707";
    public const string Loop = "RCP0708";
    public const string State = "RCP0709";
    public const string UnknownFunction = "RCP0710";
    public const string UnsupportedSyntax = "RCP0711";
    public const string AssignmentTarget = "RCP0712";
    public const string TooLarge = "RCP0713";
    public const string KnobNameTaken = "RCP0714";
    public const string AttributeNameTaken = "RCP0715";
    public const string HelperRefused = "RCP0716";
    public const string KnobOutOfRange = "RCP0717";
    public const string MisplacedMark = "RCP0718";
    public const string ComputedKnob = "RCP0719";
    public const string MisplacedParameterAttribute = "RCP0720";

    /// <summary>All of them, ordered by id.</summary>
    public static readonly IReadOnlyList<FormulaProblemKind> All =
    [
        new(NotPlainStatic, "A formula is a plain static method",
            "'{0}' {1}; a formula is a plain static method with a body: {2}",
            "A formula is compiled from its text alone: there is no instance, type argument or awaiter when the emitted loop runs."),
        new(Overloaded, "A formula has no overloads",
            "'{0}' has overloads; a formula is known by its name: rename all but one",
            "In the metadata, in knob paths and in reports the name is the key."),
        new(Recursive, "A formula does not call itself",
            "'{0}' calls itself ({1}); a formula is unrolled where it is used: write the result in closed form, or its first steps one by one",
            "Every call is replaced by the body before differentiation; a recursion has no end."),
        new(WrongSignature, "A formula has the signature of its kind",
            "'{0}' does not have the signature of a {1}; write {2}, then knobs (double) and switches (bool)",
            "The types of the parameters say what the trainer has to provide."),
        new(UnsupportedType, "A formula uses only the formula types",
            "'{0}' is not in the formula language; {1}",
            "Only the formula types have a compiled counterpart."),
        new(IntegerArithmetic, "A formula does not calculate with integers",
            "'{0}' is calculated with integers in C# ({1}); write {2}",
            "The compiled formula calculates with real numbers: 1 / 2 would be 0 in C# and 0.5 in the trainer."),
        new(ControlFlowOnValues, "A formula does not branch on values",
            "'{0}' decides by values; {1}",
            "The compiled formula handles many examples at once; only switches (bool parameters) are known when it is compiled."),
        new(Loop, "A formula has no loops",
            "'{0}' is a loop; use a function over the whole row (Sum, Mean, Max, LogSumExp, Dot, Norm, …) or write its steps one by one",
            "Axes are handled by the emitted loops; a loop of one's own cannot be differentiated or fused."),
        new(State, "A formula depends on its parameters alone",
            "'{0}' can change from call to call; make it a const, or a parameter of the formula",
            "The formula is compiled once; a later change would be seen by its eager run and not by the trainer."),
        new(UnknownFunction, "A formula calls functions of the language only",
            "'{0}' is not a function of the formula language; {1}",
            "Only the functions of Recipes.Formulas.Math, and helpers written with them, have a derivative and a vector form."),
        new(UnsupportedSyntax, "A formula is declarations, assignments and one result",
            "{0} is not in the formula language; {1}",
            "What the compiled formula would not reproduce exactly is refused."),
        new(AssignmentTarget, "A formula assigns to locals and to its ref parameters",
            "'{0}' cannot be assigned to in a formula: only locals and ref parameters can; {1}",
            "What is assigned to a ref parameter is the new state; any other assignment would be lost or shared."),
        new(TooLarge, "A formula is small",
            "'{0}' has {1} {2}, and a formula has at most {3}; split it into smaller terms or write it shorter",
            "A formula is unrolled, differentiated and emitted several times; the limits keep compilers and editors alive."),
        new(KnobNameTaken, "A knob's property has a name of its own",
            "the parameter '{0}' would become the property '{1}', which {2}; rename it",
            "Each knob becomes a property of the derived attribute."),
        new(AttributeNameTaken, "A formula's attribute has a name of its own",
            "the attribute of '{0}' would be named '{1}', as {2} is; rename the formula",
            "Two types of one name in one namespace do not compile, and a name that is like a built-in one reads as the built-in one."),
        new(HelperRefused, "What a formula calls is in the formula language too",
            "'{0}' cannot be used in a formula: {1}",
            "A call is replaced by the body of what is called."),
        new(KnobOutOfRange, "A knob's default lies in its range",
            "the default {0} of '{1}' is outside of its range {2}",
            "A recipe that sets nothing would not compile."),
        new(MisplacedMark, "A formula is marked where it is read",
            "[{0}] {1}; {2}",
            "An attribute is derived from each formula of a static class; the formulas of a recipe class belong to that recipe."),
        new(ComputedKnob, "A number is not computed from values",
            "'{0}' is computed from values, and {1} is a plain number (double); declare it as Scalar",
            "A Scalar converts to double only while it holds one number; in a batch it holds one per example."),
        new(MisplacedParameterAttribute, "A parameter's attribute fits its role",
            "[{0}] of '{1}' {2}; {3}",
            "[Range] and [Decay] describe knobs, [Initial] describes what is learned or kept."),
    ];

    private static readonly Dictionary<string, FormulaProblemKind> s_byId = All.ToDictionary(kind => kind.Id);

    /// <summary>The words of a problem.</summary>
    public static string Format(FormulaProblem problem) =>
        string.Format(CultureInfo.InvariantCulture, s_byId[problem.Id].Message, problem.Arguments.Cast<object>().ToArray());
}
