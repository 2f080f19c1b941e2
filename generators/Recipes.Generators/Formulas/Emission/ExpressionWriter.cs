using System;
using System.Collections.Generic;
using System.Globalization;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Scheduling;
using Recipes.Generators.Infrastructure;

namespace Recipes.Generators.Formulas.Emission;

/// <summary>Writes operations as statements of one scope: short ones that are used once inside of their user, the others as locals.</summary>
internal sealed class ExpressionWriter(Arithmetic arithmetic, SourceWriter output, NameTable names)
{
    private const int LongestInline = 72;

    private readonly Dictionary<Operation, Text> _texts = [];

    public Arithmetic Arithmetic { get; } = arithmetic;

    /// <summary>What an operation is called here, when it is not computed here.</summary>
    public Func<Operation, string?> Outside { get; set; } = _ => null;

    /// <summary>Writes what the arithmetic cannot; null leaves an operation to it.</summary>
    public Func<Operation, string[], Text?> Custom { get; set; } = (_, _) => null;

    /// <summary>What tests whether a power's exponent has its declared value, when that is known beforehand.</summary>
    public Func<Operation, string?> ExponentTest { get; set; } = _ => null;

    /// <summary>Makes an operation known by a name.</summary>
    public void Define(Operation operation, string name) => _texts[operation] = new Text(name, true);

    /// <summary>Whether an operation is known by a name, rather than written out where it is used.</summary>
    public bool IsNamed(Operation operation) => _texts.TryGetValue(operation, out Text text) ? IsName(text.Value) : operation.Kind != Operator.Constant;

    /// <summary>Writes what <paramref name="roots"/> need, in order; afterwards <see cref="Use"/> gives each root's text.</summary>
    /// <param name="roots">What is needed.</param>
    /// <param name="isHere">Whether an operation is computed in this scope, if it is not known yet.</param>
    public void Write(IReadOnlyList<Operation> roots, Func<Operation, bool> isHere)
    {
        List<Operation> order = Order(roots, isHere);
        var uses = new Dictionary<Operation, int>();
        foreach (Operation root in roots) Count(uses, root, 1);
        foreach (Operation operation in order)
            foreach (Operation operand in operation.Operands) Count(uses, operand, 1);
        foreach (Operation operation in order)
        {
            Text text = Compute(operation);
            bool inline = operation.Kind == Operator.Constant
                || (uses[operation] == 1 && text.Value.Length <= LongestInline && operation.Hint is null && operation.Kind != Operator.Power);
            if (inline) _texts[operation] = text;
            else Declare(operation, text.Value);
        }
    }

    /// <summary>Writes a local with a value, and makes it known.</summary>
    public string Declare(Operation operation, string value)
    {
        string name = names.For(operation);
        output.WriteLine($"{(operation.IsCondition ? Arithmetic.ConditionType : operation.IsLabel ? "int" : Arithmetic.Type)} {name} = {value};");
        Define(operation, name);
        return name;
    }

    /// <summary>The text of a known operation as an argument or the right side of an assignment.</summary>
    public string Use(Operation operation) => VectorArithmetic.Bare(Operand(operation));

    /// <summary>The text of a known operation as an operand.</summary>
    public string Operand(Operation operation)
    {
        if (_texts.TryGetValue(operation, out Text text)) return text.Operand;
        if (operation.Kind == Operator.Constant) return Arithmetic.Constant(operation.Value);
        return Outside(operation) ?? throw new FormulaLimitException($"a {operation.Kind} is used before it is known");
    }

    private Text Compute(Operation operation)
    {
        var operands = new string[operation.Operands.Length];
        for (int i = 0; i < operands.Length; i++) operands[i] = Operand(operation.Operands[i]);
        Text text = Custom(operation, operands) ?? Arithmetic.Write(operation, operands);
        if (operation.Kind != Operator.Power || double.IsNaN(operation.Value) || ExponentTest(operation) is not { } test) return text;
        string x = operands[0];
        if (!IsName(x))
        {
            // The cheaper forms name the base more than once.
            string name = names.Unique("powerBase");
            output.WriteLine($"{Arithmetic.Type} {name} = {VectorArithmetic.Bare(x)};");
            x = name;
            operands[0] = name;
            text = Arithmetic.Write(operation, operands);
        }

        string cheap = operation.Value switch
        {
            0 => Arithmetic.Constant(1),
            0.5 => Arithmetic is VectorArithmetic vector ? $"{vector.Vector}.Sqrt({x})" : $"double.Sqrt({x})",
            1 => x,
            2 => $"{x} * {x}",
            3 => $"{x} * {x} * {x}",
            _ => $"{x} * {x} * ({x} * {x})",
        };
        return new Text($"{test} ? {cheap} : {text.Value}", false);
    }

    private List<Operation> Order(IReadOnlyList<Operation> roots, Func<Operation, bool> isHere)
    {
        var seen = new HashSet<Operation>();
        var waiting = new Stack<Operation>(roots);
        var order = new List<Operation>();
        while (waiting.Count > 0)
        {
            Operation operation = waiting.Pop();
            if (_texts.ContainsKey(operation) || operation.Kind == Operator.Constant || !isHere(operation) || !seen.Add(operation)) continue;
            order.Add(operation);
            foreach (Operation operand in operation.Operands) waiting.Push(operand);
        }

        order.Sort((a, b) => a.Id.CompareTo(b.Id));
        return order;
    }

    private static void Count(Dictionary<Operation, int> uses, Operation operation, int amount)
    {
        uses.TryGetValue(operation, out int count);
        uses[operation] = count + amount;
    }

    private static bool IsName(string text)
    {
        foreach (char c in text)
            if (!char.IsLetterOrDigit(c) && c != '_') return false;
        return CharUnicodeInfo.GetUnicodeCategory(text[0]) != UnicodeCategory.DecimalDigitNumber;
    }
}
