using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recipes.Generators.Formulas.Reading;

// Statements: declarations, assignments, if on switches. (The last statement, the result, is written by WriteBody.)
internal sealed partial class FunctionWriter
{
    private void DeclareFunctions(IEnumerable<StatementSyntax> statements)
    {
        foreach (LocalFunctionStatementSyntax function in statements.OfType<LocalFunctionStatementSyntax>())
            if (!_scope.Declare(function)) RefuseText(function, "the name is taken");
    }

    private void WriteStatement(StatementSyntax statement, StringBuilder text)
    {
        switch (statement)
        {
            case LocalDeclarationStatementSyntax declaration:
                WriteDeclaration(declaration, text);
                break;
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }:
                WriteAssignment(assignment, text);
                break;
            case IfStatementSyntax choice:
                WriteIf(choice, text);
                break;
            case LocalFunctionStatementSyntax or EmptyStatementSyntax:
                // A function is written when it is called.
                break;
            case ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax:
                _problems.Add(FormulaProblems.Loop, statement.GetFirstToken().Span, statement.GetFirstToken().ValueText);
                break;
            case SwitchStatementSyntax choice:
                _problems.Add(
                    FormulaProblems.ControlFlowOnValues, choice.SwitchKeyword.Span, "switch", "write Where(condition, a, b), or 'if' on a switch (bool parameter)");
                break;
            case ReturnStatementSyntax:
                _problems.Add(FormulaProblems.UnsupportedSyntax, statement, "an early 'return'", "end with the only one, and choose with Where or '?:' before");
                break;
            case ExpressionStatementSyntax { Expression: PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax } step:
                WriteExpression(step.Expression);
                break;
            default:
                _problems.Add(FormulaProblems.UnsupportedSyntax, statement, "'" + ProblemList.Quote(statement) + "'", "write declarations, assignments and one result");
                break;
        }
    }

    private void WriteBlock(BlockSyntax block, StringBuilder text)
    {
        FormulaScope outer = _scope;
        _scope = new FormulaScope(outer);
        DeclareFunctions(block.Statements);
        foreach (StatementSyntax statement in block.Statements) WriteStatement(statement, text);
        _scope = outer;
    }

    private void WriteDeclaration(LocalDeclarationStatementSyntax declaration, StringBuilder text)
    {
        if (declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword) || declaration.Declaration.Type is RefTypeSyntax)
        {
            _problems.Add(FormulaProblems.UnsupportedSyntax, declaration, "'" + ProblemList.Quote(declaration) + "'", "declare a value");
            return;
        }

        foreach (VariableDeclaratorSyntax variable in declaration.Declaration.Variables)
        {
            string name = variable.Identifier.ValueText;
            if (variable.Initializer?.Value is not { } value)
            {
                _problems.Add(FormulaProblems.UnsupportedSyntax, variable, $"'{name}' without a value", "give it one where it is declared");
                Declare(variable, new(FormulaType.Unknown, IsLocal: true));
                continue;
            }

            FormulaVariable written = declaration.IsConst
                ? ReadConstant(declaration.Declaration.Type, value)
                : WriteVariable(declaration.Declaration.Type, variable, value, text);
            Declare(variable, written);
        }
    }

    private void Declare(VariableDeclaratorSyntax variable, FormulaVariable declared)
    {
        if (_names.IsText && _scope.Find(variable.Identifier.ValueText) is not null) RefuseText(variable, "the name is taken");
        _scope.Declare(variable.Identifier.ValueText, declared);
    }

    private FormulaVariable WriteVariable(TypeSyntax type, VariableDeclaratorSyntax variable, ExpressionSyntax value, StringBuilder text)
    {
        Fragment fragment = WriteExpression(value);
        string name = variable.Identifier.ValueText;
        FormulaType declared;
        if (type.IsVar)
        {
            declared = fragment.Type;
            if (declared.Shape == FormulaShape.Integer)
                _problems.Add(FormulaProblems.UnsupportedType, type, $"'{name}' as an int", $"write double {name} = …");
        }
        else
        {
            declared = ReadLocalType(type, name);
            RequireConversion(fragment.Type, declared, value, $"'{name}'");
        }

        text.Append(declared).Append(' ').Append(EscapeName(name)).Append('=').Append(fragment.Text).Append(';');
        return new FormulaVariable(declared, IsLocal: true);
    }

    private FormulaType ReadLocalType(TypeSyntax type, string name)
    {
        switch (_names.Type(type))
        {
            // A role is what a parameter is for; a local of that type would say something that is not so.
            case TypeMeaning.Known known when known.Name == known.Type.ToString():
                return known.Type;
            case TypeMeaning.Known known:
                _problems.Add(FormulaProblems.UnsupportedType, type, $"'{known.Name}' as a local", $"write {known.Type} {name} = …");
                break;
            case TypeMeaning.Foreign foreign:
                _problems.Add(FormulaProblems.UnsupportedType, type, "'" + ProblemList.Quote(type) + "'", foreign.Instead);
                break;
            default:
                RefuseText(type, "there is no such type");
                break;
        }

        return FormulaType.Unknown;
    }

    /// <summary>A local constant leaves no declaration: its value stands where its name stood.</summary>
    private FormulaVariable ReadConstant(TypeSyntax type, ExpressionSyntax value)
    {
        bool isInteger = type is PredefinedTypeSyntax predefined && IsIntegerKeyword(predefined.Keyword.Kind());
        if (!isInteger && ReadLocalType(type, "").IsUnknown) return new(FormulaType.Unknown, Constant: Fragment.Refused);
        Fragment written = WriteExpression(value);
        object? constant = _names.Constant(value);
        if (constant is bool flag) return new(FormulaType.Flag, Constant: Fragment.Primary(flag ? "true" : "false", FormulaType.Flag));
        if (ToNumber(constant) is { } number)
        {
            FormulaType numberType = isInteger ? FormulaType.Integer : FormulaType.Number;
            return new(numberType, Constant: Fragment.Number(number, numberType));
        }

        if (!written.Type.IsUnknown) RefuseText(value, "it is no constant of the formula language");
        return new(FormulaType.Unknown, Constant: Fragment.Refused);
    }

    private void WriteAssignment(AssignmentExpressionSyntax assignment, StringBuilder text)
    {
        if (assignment.Left is not IdentifierNameSyntax target)
        {
            _problems.Add(FormulaProblems.AssignmentTarget, assignment.Left, ProblemList.Quote(assignment.Left), "return the value, or keep it in a ref parameter");
            return;
        }

        string name = target.Identifier.ValueText;
        FormulaVariable? variable = _scope.Find(name);
        if (variable is null or { IsLocal: false, ByReference: false })
        {
            _problems.Add(FormulaProblems.AssignmentTarget, target, name, variable is null ? "declare it in the body" : "copy the parameter into a local first");
            WriteExpression(assignment.Right);
            return;
        }

        Fragment value;
        if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            value = WriteExpression(assignment.Right);
        }
        else if (s_compound.TryGetValue(assignment.Kind(), out char sign))
        {
            value = WriteArithmetic(assignment, sign, Fragment.Primary(EscapeName(name), variable.Type), WriteExpression(assignment.Right), assignment.Left, assignment.Right);
        }
        else
        {
            _problems.Add(FormulaProblems.UnsupportedSyntax, assignment, "'" + assignment.OperatorToken.ValueText + "'", "write =, +=, -=, *= or /=");
            return;
        }

        RequireConversion(value.Type, variable.Type, assignment.Right, $"'{name}'");
        text.Append(EscapeName(name)).Append('=').Append(value.Text).Append(';');
    }

    private static readonly Dictionary<SyntaxKind, char> s_compound = new()
    {
        [SyntaxKind.AddAssignmentExpression] = '+',
        [SyntaxKind.SubtractAssignmentExpression] = '-',
        [SyntaxKind.MultiplyAssignmentExpression] = '*',
        [SyntaxKind.DivideAssignmentExpression] = '/',
    };

    private void WriteIf(IfStatementSyntax choice, StringBuilder text)
    {
        Fragment condition = WriteCondition(choice.Condition, () => SuggestAssignment(choice));
        text.Append("if(").Append(condition.Text).Append("){");
        WriteBranch(choice.Statement, text);
        text.Append('}');
        if (choice.Else is null) return;
        text.Append("else{");
        WriteBranch(choice.Else.Statement, text);
        text.Append('}');
    }

    /// <summary>What an <c>if</c> on values is as an assignment, where it is one.</summary>
    private static string SuggestAssignment(IfStatementSyntax choice)
    {
        if (AssignmentOf(choice.Statement) is not { } then) return "assign Where(condition, a, b)";
        string target = ProblemList.Quote(then.Left);
        string otherwise = choice.Else is null ? target : AssignmentOf(choice.Else.Statement) is { } other && ProblemList.Quote(other.Left) == target ? ProblemList.Quote(other.Right) : "…";
        return $"write {target} = Where({SuggestCondition(choice.Condition)}, {ProblemList.Quote(then.Right)}, {otherwise})";
    }

    private static AssignmentExpressionSyntax? AssignmentOf(StatementSyntax statement)
    {
        if (statement is BlockSyntax { Statements.Count: 1 } block) statement = block.Statements[0];
        return statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } ? assignment : null;
    }

    private void WriteBranch(StatementSyntax statement, StringBuilder text)
    {
        if (statement is BlockSyntax block) WriteBlock(block, text);
        else WriteStatement(statement, text);
    }
}
