using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Reading;

/// <summary>
/// Every reason for which a method is refused as a formula: its id, the rule in a few words, the message, and why the rule is there.
/// </summary>
internal static class FormulaProblems
{
    private const string Category = "Recipes.Formulas";

    public static readonly DiagnosticDescriptor NotPlainStatic = new(
        "RCP0701", "A formula is a plain static method",
        "'{0}' {1}; a formula is a plain static method with a body: {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A formula is compiled from its text alone: there is no instance, type argument or awaiter when the emitted loop runs.",
        RuleLinks.PageOf("RCP0701"));

    public static readonly DiagnosticDescriptor Overloaded = new(
        "RCP0702", "A formula has no overloads",
        "'{0}' has overloads; a formula is known by its name: rename all but one",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "In the metadata, in knob paths and in reports the name is the key.",
        RuleLinks.PageOf("RCP0702"));

    public static readonly DiagnosticDescriptor Recursive = new(
        "RCP0703", "A formula does not call itself",
        "'{0}' calls itself ({1}); a formula is unrolled where it is used: write the result in closed form, or its first steps one by one",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Every call is replaced by the body before differentiation; a recursion has no end.",
        RuleLinks.PageOf("RCP0703"));

    public static readonly DiagnosticDescriptor WrongSignature = new(
        "RCP0704", "A formula has the signature of its kind",
        "'{0}' does not have the signature of the kind {1}; write {2}, then knobs (double) and switches (bool)",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The types of the parameters say what the trainer has to provide.",
        RuleLinks.PageOf("RCP0704"));

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        "RCP0705", "A formula uses only the formula types",
        "{0} is not in the formula language; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Only the formula types have a compiled counterpart.",
        RuleLinks.PageOf("RCP0705"));

    public static readonly DiagnosticDescriptor IntegerArithmetic = new(
        "RCP0706", "A formula does not calculate with integers",
        "'{0}' is calculated with integers in C# ({1}); write {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The compiled formula calculates with real numbers: 1 / 2 would be 0 in C# and 0.5 in the trainer.",
        RuleLinks.PageOf("RCP0706"));

    public static readonly DiagnosticDescriptor ControlFlowOnValues = new(
        "RCP0707", "A formula does not branch on values",
        "'{0}' decides by values; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The compiled formula handles many examples at once; only switches (bool parameters) are known when it is compiled.",
        RuleLinks.PageOf("RCP0707"));

    public static readonly DiagnosticDescriptor Loop = new(
        "RCP0708", "A formula has no loops",
        "'{0}' is a loop; use a function over the whole row (Sum, Mean, Max, LogSumExp, Dot, Norm, …) or write its steps one by one",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Axes are handled by the emitted loops; a loop of one's own cannot be differentiated or fused.",
        RuleLinks.PageOf("RCP0708"));

    public static readonly DiagnosticDescriptor State = new(
        "RCP0709", "A formula depends on its parameters alone",
        "'{0}' can change from call to call; make it a const, or a parameter of the formula",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The formula is compiled once; a later change would be seen by its eager run and not by the trainer.",
        RuleLinks.PageOf("RCP0709"));

    public static readonly DiagnosticDescriptor UnknownFunction = new(
        "RCP0710", "A formula calls functions of the language only",
        "'{0}' is not a function of the formula language; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Only the functions of Recipes.Formulas.Math, and helpers written with them, have a derivative and a vector form.",
        RuleLinks.PageOf("RCP0710"));

    public static readonly DiagnosticDescriptor UnsupportedSyntax = new(
        "RCP0711", "A formula is declarations, assignments and one result",
        "{0} is not in the formula language; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "What the compiled formula would not reproduce exactly is refused.",
        RuleLinks.PageOf("RCP0711"));

    public static readonly DiagnosticDescriptor AssignmentTarget = new(
        "RCP0712", "A formula assigns to locals and to its ref parameters",
        "'{0}' cannot be assigned to in a formula: only locals and ref parameters can; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "What is assigned to a ref parameter is the new state; any other assignment would be lost or shared.",
        RuleLinks.PageOf("RCP0712"));

    public static readonly DiagnosticDescriptor TooLarge = new(
        "RCP0713", "A formula is small",
        "'{0}' has {1} {2}, and a formula has at most {3}; split it into smaller terms or write it shorter",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A formula is unrolled, differentiated and emitted several times; the limits keep compilers and editors alive.",
        RuleLinks.PageOf("RCP0713"));

    public static readonly DiagnosticDescriptor KnobNameTaken = new(
        "RCP0714", "A knob's property has a name of its own",
        "the parameter '{0}' would become the property '{1}', which {2}; rename it",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Each knob becomes a property of the derived attribute.",
        RuleLinks.PageOf("RCP0714"));

    public static readonly DiagnosticDescriptor AttributeNameTaken = new(
        "RCP0715", "A formula's attribute has a name of its own",
        "the attribute of '{0}' would be named '{1}', as {2} is; rename the formula",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Two types of one name in one namespace do not compile, and a name that is like a built-in one reads as the built-in one.",
        RuleLinks.PageOf("RCP0715"));

    public static readonly DiagnosticDescriptor CalleeRefused = new(
        "RCP0716", "What a formula calls is in the formula language too",
        "'{0}' cannot be used in a formula: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A call is replaced by the body of what is called.",
        RuleLinks.PageOf("RCP0716"));

    public static readonly DiagnosticDescriptor KnobOutOfRange = new(
        "RCP0717", "A knob's default lies in its range",
        "the default {0} of '{1}' is outside of its range {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A recipe that sets nothing would not compile.",
        RuleLinks.PageOf("RCP0717"));

    public static readonly DiagnosticDescriptor MisplacedMark = new(
        "RCP0718", "A formula is marked where it is read",
        "[{0}] {1}; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "An attribute is derived from each formula of a static class; the formulas of a recipe class belong to that recipe.",
        RuleLinks.PageOf("RCP0718"));

    public static readonly DiagnosticDescriptor ComputedKnob = new(
        "RCP0719", "A number is not computed from values",
        "'{0}' is computed from values, and {1} is a plain number (double); declare it as Scalar",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A Scalar converts to double only while it holds one number; in a batch it holds one per example.",
        RuleLinks.PageOf("RCP0719"));

    public static readonly DiagnosticDescriptor MisplacedParameterAttribute = new(
        "RCP0720", "A parameter's attribute fits its role",
        "[{0}] of '{1}' {2}; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "[Range] and [Decay] describe knobs, [Initial] describes what is learned or kept, [Ascends] what is learned, [IsMatrix] and [IsStart] a switch.",
        RuleLinks.PageOf("RCP0720"));

    /// <summary>All of them, ordered by id.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        NotPlainStatic, Overloaded, Recursive, WrongSignature, UnsupportedType,
        IntegerArithmetic, ControlFlowOnValues, Loop, State, UnknownFunction,
        UnsupportedSyntax, AssignmentTarget, TooLarge, KnobNameTaken, AttributeNameTaken,
        CalleeRefused, KnobOutOfRange, MisplacedMark, ComputedKnob, MisplacedParameterAttribute,
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = All.ToDictionary(rule => rule.Id);

    /// <summary>The rule that a problem breaks.</summary>
    public static DiagnosticDescriptor RuleOf(FormulaProblem problem) => s_byId[problem.Id];

    /// <summary>The words of a problem.</summary>
    public static string Format(FormulaProblem problem) =>
        string.Format(CultureInfo.InvariantCulture, RuleOf(problem).MessageFormat.ToString(CultureInfo.InvariantCulture), [.. problem.Arguments]);
}
