using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Reading;

// Calls: functions of the language, and helpers, whose text is nested in the formula's.
internal sealed partial class FunctionWriter
{
    private Fragment WriteCall(InvocationExpressionSyntax call)
    {
        if (call.Expression is IdentifierNameSyntax name)
        {
            if (_scope.FindFunction(name.Identifier.ValueText) is var (function, scope))
                return WriteFunctionCall(call, new CallMeaning.Function(function, FunctionSyntax.Of(function), _names, IsElsewhere: false), scope);
            if (_scope.Find(name.Identifier.ValueText) is not null) return RefuseTextExpression(call, "it is no function");
        }
        else if (call.Expression is MemberAccessExpressionSyntax member && !IsNameOfType(member.Expression))
        {
            return Refuse(FormulaProblems.UnknownFunction, call, SuggestFunction(member.Name.Identifier.ValueText));
        }

        switch (_names.Call(call.Expression))
        {
            case CallMeaning.Intrinsic intrinsic:
                return WriteIntrinsicCall(call, intrinsic);
            case CallMeaning.Function helper:
                return WriteFunctionCall(call, helper, null);
            case CallMeaning.Refused refused:
                _problems.Add(refused.Rule, refused.Rule == FormulaProblems.UnknownFunction ? call : call.Expression, refused.Arguments);
                return Fragment.Refused;
            default:
                return RefuseTextExpression(call, "there is no such function");
        }
    }

    /// <summary>What to write instead of a function that the language does not have.</summary>
    internal static string SuggestFunction(string name) => FormulaLanguage.Functions.ContainsKey(name)
        ? $"write {name}(…) of Recipes.Formulas.Math"
        : "use functions of Recipes.Formulas.Math, or write it as a static helper";

    private Fragment WriteIntrinsicCall(InvocationExpressionSyntax call, CallMeaning.Intrinsic intrinsic)
    {
        if (!FormulaLanguage.Functions.TryGetValue(intrinsic.Name, out FormulaFunction function)) return Refuse(FormulaProblems.UnknownFunction, call, SuggestFunction(""));
        SeparatedSyntaxList<ArgumentSyntax> syntax = call.ArgumentList.Arguments;
        if (syntax.Count < function.Least || syntax.Count > function.Most) return RefuseTextExpression(call, $"it takes {function.Least} to {function.Most} arguments");
        if (syntax.Any(a => !a.RefKindKeyword.IsKind(SyntaxKind.None))) return RefuseTextExpression(call, "it takes values");

        var arguments = new Fragment[syntax.Count];
        string[]? names = syntax.Any(a => a.NameColon is not null) ? _names.IntrinsicParameters(intrinsic.Name, syntax.Count) : [];
        for (int i = 0; i < arguments.Length; i++)
        {
            int position = syntax[i].NameColon is { } named ? Array.IndexOf(names ?? [], named.Name.Identifier.ValueText) : i;
            if (position < 0) return RefuseTextExpression(call, "it has no parameter of that name");
            arguments[position] = WriteExpression(syntax[i].Expression);
        }

        FormulaType[] types = [.. arguments.Select(a => a.Type)];
        if (types.Any(t => t.IsUnknown)) return Fragment.Refused;
        if (intrinsic.Rival is { } rival && types.All(t => t.Shape is FormulaShape.Integer or FormulaShape.Number))
        {
            return Refuse(
                FormulaProblems.UnknownFunction, call, $"C# calls {rival}.{intrinsic.Name} here, as the arguments are plain numbers; write Recipes.Formulas.Math.{intrinsic.Name}(…)");
        }

        if (FormulaTyping.ResultOf(function.Rule, types) is not { } result) return RefuseTextExpression(call, $"it does not take ({string.Join(", ", types)})");
        return Fragment.Primary($"{intrinsic.Name}({string.Join(",", arguments.Select(a => a.Text))})", result);
    }

    private Fragment WriteFunctionCall(InvocationExpressionSyntax call, CallMeaning.Function meaning, FormulaScope? scope)
    {
        if (_nested.FindCycle(meaning.Key) is { } cycle) return Refuse(FormulaProblems.Recursive, call, cycle);
        if (_nested.OpenCalls > FormulaLanguage.MaximumCalls) return RefuseSize(_nested.OpenCalls, "calls in each other", FormulaLanguage.MaximumCalls);
        if (!_nested.TryGet(meaning.Key, out NestedFunctions.Entry entry)) entry = WriteNested(call, meaning, scope);
        if (entry.Function is not { } function)
        {
            // What is wrong was reported where the function was first called, or is the compiler's to report.
            _problems.Break();
            return Fragment.Refused;
        }

        _size = Math.Min(_size + function.Size, int.MaxValue);
        _deepest = Math.Max(_deepest, _depth + function.Depth);
        if (_size > FormulaLanguage.MaximumUnrolled) return RefuseSize(_size, "operations with its helpers unrolled", FormulaLanguage.MaximumUnrolled);
        if (_deepest > FormulaLanguage.MaximumUnrolledDepth) return RefuseSize(_deepest, "levels of nesting with its helpers unrolled", FormulaLanguage.MaximumUnrolledDepth);

        return WriteArguments(call, function) is { } arguments ? Fragment.Primary($"{EscapeName(entry.Name)}({arguments})", function.Returns) : Fragment.Refused;
    }

    /// <summary>Reported once: every further call would say it again.</summary>
    private Fragment RefuseSize(long count, string unit, int limit)
    {
        if (_problems.Problems.All(p => p.Id != FormulaProblems.TooLarge.Id))
            _problems.Add(FormulaProblems.TooLarge, _function.Identifier.Span, [_function.Name, .. FormulaSize.Arguments(count, unit, limit)]);
        return Fragment.Refused;
    }

    private NestedFunctions.Entry WriteNested(InvocationExpressionSyntax call, CallMeaning.Function meaning, FormulaScope? scope)
    {
        ProblemList problems = meaning.IsElsewhere ? new ProblemList() : _problems;
        bool failedBefore = problems.HasFailed;
        _nested.Open(meaning.Key, meaning.Syntax.Name);
        WrittenFunction? written = Write(meaning.Syntax, kind: null, meaning.Names, scope, _nested, problems, _cancellation);
        _nested.Close();

        if (meaning.IsElsewhere)
        {
            if (problems.Problems.Count > 0) _problems.Add(FormulaProblems.CalleeRefused, call.Expression, meaning.Syntax.Name, problems.Problems[0].Message);
            else if (problems.IsBroken) _problems.Break();
        }
        else if (written is null && !failedBefore && problems.Problems.Count == 0)
        {
            _problems.Break();
        }

        return _nested.Add(meaning.Key, written);
    }

    /// <summary>The arguments in the order of the parameters, defaults included.</summary>
    private string? WriteArguments(InvocationExpressionSyntax call, WrittenFunction function)
    {
        var texts = new string?[function.Parameters.Count];
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        for (int i = 0; i < arguments.Count; i++)
        {
            int position = arguments[i].NameColon is { } named ? IndexOf(function.Parameters, named.Name.Identifier.ValueText) : i;
            if (position < 0 || position >= texts.Length || texts[position] is not null)
            {
                RefuseText(arguments[i], "there is no parameter for it");
                return null;
            }

            texts[position] = WriteArgument(arguments[i], function, function.Parameters[position]);
        }

        for (int i = 0; i < texts.Length; i++)
        {
            if (texts[i] is not null) continue;
            FormulaParameter parameter = function.Parameters[i].Definition;
            texts[i] = parameter.Default is { } number ? Literals.Literal(number) : parameter.DefaultFlag is { } flag ? Literals.Literal(flag) : null;
            if (texts[i] is null)
            {
                RefuseText(call, $"there is no value for '{parameter.Name}'");
                return null;
            }
        }

        return string.Join(",", texts);
    }

    private string WriteArgument(ArgumentSyntax argument, WrittenFunction function, WrittenParameter parameter)
    {
        if (parameter.Definition.ByReference)
        {
            if (argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) && argument.Expression is IdentifierNameSyntax name
                && _scope.Find(name.Identifier.ValueText) is { ByReference: true } variable && variable.Type == parameter.Type)
                return "ref " + EscapeName(name.Identifier.ValueText);
            RefuseSyntax(argument, $"pass a ref parameter of this formula to '{parameter.Definition.Name}'");
            return "";
        }

        if (!argument.RefKindKeyword.IsKind(SyntaxKind.None)) RefuseText(argument, "it is passed by value");
        Fragment value = WriteExpression(argument.Expression);
        RequireConversion(value.Type, parameter.Type, argument.Expression, $"the parameter '{parameter.Definition.Name}' of '{function.Name}'");
        return value.Text;
    }

    private static int IndexOf(IReadOnlyList<WrittenParameter> parameters, string name)
    {
        for (int i = 0; i < parameters.Count; i++)
            if (parameters[i].Definition.Name == name) return i;
        return -1;
    }
}
