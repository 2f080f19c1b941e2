using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Reading;

// Parameters: their types, their defaults, and the three attributes that travel with a formula.
internal sealed partial class FunctionWriter
{
    private WrittenParameter? ReadParameter(ParameterSyntax syntax, FormulaKind? kind)
    {
        string name = syntax.Identifier.ValueText;
        foreach (SyntaxToken modifier in syntax.Modifiers)
        {
            if (modifier.IsKind(SyntaxKind.RefKeyword) && syntax.Modifiers.Count == 1) continue;
            _problems.Add(FormulaProblems.UnsupportedSyntax, modifier.Span, $"'{modifier.ValueText}' on the parameter '{name}'", "remove it");
            return null;
        }

        if (syntax.Type is null)
        {
            RefuseText(syntax, "it has no type");
            return null;
        }

        switch (_names.Type(syntax.Type))
        {
            case TypeMeaning.Known { Role: { } role } known:
                var definition = new FormulaParameter(name, role, ByReference: syntax.Modifiers.Count == 1);
                if (role is FormulaRole.RunningRow or FormulaRole.LearnedAxisRow or FormulaRole.LearnedMatrix) definition = definition with { Axis = known.Type.Axis, Columns = known.Type.Columns };
                definition = ReadDefault(ReadAttributes(definition, syntax, kind), syntax);
                if (kind is not null) CheckRange(definition, syntax);
                return new WrittenParameter(definition, known.Type, known.Name, syntax);
            case TypeMeaning.Known:
                _problems.Add(FormulaProblems.UnsupportedType, syntax.Type, $"'{ProblemList.Quote(syntax.Type)}' as a parameter", "compare inside of the formula");
                return null;
            case TypeMeaning.Foreign foreign:
                _problems.Add(FormulaProblems.UnsupportedType, syntax.Type, "'" + ProblemList.Quote(syntax.Type) + "'", foreign.Instead);
                return null;
            default:
                RefuseText(syntax.Type, "there is no such type");
                return null;
        }
    }

    private FormulaParameter ReadDefault(FormulaParameter parameter, ParameterSyntax syntax)
    {
        if (syntax.Default?.Value is not { } value) return parameter;
        // Reports what a constant should not be made with, such as 1 / 2.
        if (value is not LiteralExpressionSyntax) WriteExpression(value);
        object? constant = _names.Constant(value);
        switch (parameter.Role)
        {
            case FormulaRole.Knob when ToNumber(constant) is { } number:
                return parameter with { Default = number };
            case FormulaRole.Flag when constant is bool flag:
                return parameter with { DefaultFlag = flag };
            case FormulaRole.Knob or FormulaRole.Flag:
                RefuseText(value, "it is no constant");
                return parameter;
            default:
                _problems.Add(FormulaProblems.UnsupportedSyntax, syntax.Default, $"a default for '{parameter.Name}'", "only knobs (double) and switches (bool) have one");
                return parameter;
        }
    }

    private FormulaParameter ReadAttributes(FormulaParameter parameter, ParameterSyntax syntax, FormulaKind? kind)
    {
        if (kind is null) return parameter;
        foreach (AttributeSyntax attribute in syntax.AttributeLists.SelectMany(list => list.Attributes))
        {
            switch (_names.ParameterAttribute(attribute))
            {
                case "Range" when parameter.Role == FormulaRole.Knob:
                    parameter = ReadRange(parameter, attribute);
                    break;
                case "Range":
                    Misplaced(attribute, "Range", parameter.Name, "has no meaning", "only knobs (double) have a range");
                    break;
                case "Decay" when kind is FormulaKind.Optimizer or FormulaKind.GradientTransform && parameter.Role == FormulaRole.Knob:
                    parameter = parameter with { IsDecay = true };
                    break;
                case "Decay":
                    Misplaced(attribute, "Decay", parameter.Name, "has no meaning", "it marks a knob (double) of an optimizer or gradient transform");
                    break;
                case "Initial" when IsKept(parameter):
                    if (ToNumber(ArgumentValue(attribute, 0, "value")) is { } initial) parameter = parameter with { Initial = initial };
                    else RefuseText(attribute, "the value is no constant");
                    break;
                case "Initial":
                    Misplaced(attribute, "Initial", parameter.Name, "has no meaning", "only what is learned or kept has a start value");
                    break;
                case "Ascends" when parameter.Role is FormulaRole.Learned or FormulaRole.LearnedAxisRow or FormulaRole.LearnedMatrix:
                    parameter = parameter with { Ascends = true };
                    break;
                case "Ascends":
                    Misplaced(attribute, "Ascends", parameter.Name, "has no meaning", "it marks what a loss learns");
                    break;
                case "IsMatrix" when kind is FormulaKind.Optimizer or FormulaKind.GradientTransform && parameter.Role == FormulaRole.Flag:
                    parameter = parameter with { Role = FormulaRole.IsMatrix };
                    break;
                case "IsMatrix":
                    Misplaced(attribute, "IsMatrix", parameter.Name, "has no meaning", "it marks a switch (bool) of an optimizer or gradient transform");
                    break;
                case "IsStart" when kind is FormulaKind.Parametrization && parameter.Role == FormulaRole.Flag:
                    parameter = parameter with { Role = FormulaRole.IsStart };
                    break;
                case "IsStart":
                    Misplaced(attribute, "IsStart", parameter.Name, "has no meaning", "it marks a switch (bool) of a parametrisation");
                    break;
                default:
                    if (_names.IsText) RefuseText(attribute, "only Range, Decay, Initial, Ascends, IsMatrix and IsStart are known");
                    break;
            }
        }

        return parameter;
    }

    private FormulaParameter ReadRange(FormulaParameter parameter, AttributeSyntax attribute)
    {
        if (ToNumber(ArgumentValue(attribute, 0, "minimum")) is not { } minimum || ToNumber(ArgumentValue(attribute, 1, "maximum")) is not { } maximum)
        {
            RefuseText(attribute, "a bound is missing or no constant");
            return parameter;
        }

        // Also false when a bound is NaN.
        if (!(minimum <= maximum)) Misplaced(attribute, "Range", parameter.Name, $"is empty: {Literals.Literal(minimum)} to {Literals.Literal(maximum)}", "write the least value first");
        return parameter with
        {
            Minimum = minimum,
            Maximum = maximum,
            ExclusiveMinimum = PropertyValue(attribute, "ExclusiveMinimum"),
            ExclusiveMaximum = PropertyValue(attribute, "ExclusiveMaximum"),
        };
    }

    private void CheckRange(FormulaParameter parameter, ParameterSyntax syntax)
    {
        if (parameter.Default is not { } value) return;
        bool inside = (parameter.ExclusiveMinimum ? value > parameter.Minimum : value >= parameter.Minimum)
            && (parameter.ExclusiveMaximum ? value < parameter.Maximum : value <= parameter.Maximum);
        if (inside || (double.IsNaN(value) && double.IsInfinity(parameter.Minimum) && double.IsInfinity(parameter.Maximum))) return;
        string range = (parameter.ExclusiveMinimum ? "(" : "[") + Literals.Literal(parameter.Minimum) + ", " + Literals.Literal(parameter.Maximum) + (parameter.ExclusiveMaximum ? ")" : "]");
        _problems.Add(FormulaProblems.KnobOutOfRange, syntax.Default!.Value, Literals.Literal(value), parameter.Name, range);
    }

    /// <summary>Whether the parameter has a value from before the first step.</summary>
    private static bool IsKept(FormulaParameter parameter) => parameter.ByReference || parameter.Role is FormulaRole.Learned or FormulaRole.Latent or FormulaRole.LearnedRow or FormulaRole.LearnedAxisRow;

    private void Misplaced(AttributeSyntax attribute, string name, string parameter, string what, string instead) =>
        _problems.Add(FormulaProblems.MisplacedParameterAttribute, attribute, name, parameter, what, instead);

    private object? ArgumentValue(AttributeSyntax attribute, int position, string name)
    {
        if (attribute.ArgumentList is not { } list) return null;
        AttributeArgumentSyntax? found = list.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == name);
        if (found is null && position < list.Arguments.Count && list.Arguments[position] is { NameColon: null, NameEquals: null } positional) found = positional;
        return found is null ? null : _names.Constant(found.Expression);
    }

    private bool PropertyValue(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name) is { } found && _names.Constant(found.Expression) is true;

    /// <summary>The number that C# converts a constant to where a double is wanted; null when it does not.</summary>
    private static double? ToNumber(object? constant) => constant is double or float or int or uint or long or ulong or short or ushort or byte or sbyte
        ? Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
