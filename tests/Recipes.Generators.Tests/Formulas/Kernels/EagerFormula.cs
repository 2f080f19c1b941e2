using System.Reflection;
using System.Text.RegularExpressions;
using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Reading;
using Recipes.Generators.Tests.Harness;

namespace Recipes.Generators.Tests.Formulas.Kernels;

/// <summary>A formula and the method that computes it eagerly, in double.</summary>
internal sealed class EagerFormula
{
    private readonly MethodInfo _method;

    private EagerFormula(FormulaDefinition definition, MethodInfo method)
    {
        Definition = definition;
        _method = method;
    }

    public FormulaDefinition Definition { get; }

    /// <summary>A formula of the library, and its own method.</summary>
    public static EagerFormula Library(string name)
    {
        MethodInfo method = typeof(Losses).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Single(m => m.Name == name && m.GetCustomAttributes().Any(a => Enum.GetNames<FormulaKind>().Contains(a.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal))));
        return new(LibraryFormulas.All[name], method);
    }

    /// <summary>A formula from its text, which is also compiled as it stands.</summary>
    public static EagerFormula Of(FormulaKind kind, string text) => Of(kind, [text])[0];

    /// <summary>The same for several texts at once.</summary>
    public static EagerFormula[] Of(FormulaKind kind, IReadOnlyList<string> texts)
    {
        Assembly assembly = Emitted.Compile(
            "using Recipes;\nusing static Recipes.Formulas.Math;\n" + string.Join("\n", texts.Select((text, i) => $"public static class Eager{i} {{ public {text} }}")));
        return [.. texts.Select((text, i) =>
        {
            // A domain is a promise to people and tests, and no part of the canonical text.
            FormulaDefinition? definition = FormulaReader.FromMetadata(1, kind.ToString(), Regex.Replace(text, @"\[Domain\([^)]*\)\] ", ""), out string? problem);
            Assert.True(definition is not null, problem);
            return new EagerFormula(definition, assembly.GetType($"Eager{i}")!.GetMethods(BindingFlags.Public | BindingFlags.Static).Single());
        })];
    }

    /// <summary>Where the formula is finite in its first parameter of a role, if it says so.</summary>
    public DomainAttribute? Domain(FormulaRole role) => Domains(role).FirstOrDefault();

    /// <summary>The same for each of its parameters of a role.</summary>
    public IEnumerable<DomainAttribute?> Domains(FormulaRole role) =>
        Definition.Parameters.Zip(_method.GetParameters()).Where(p => p.First.Role == role).Select(p => p.Second.GetCustomAttribute<DomainAttribute>());

    /// <summary>The method's parameter of a name.</summary>
    public ParameterInfo Parameter(string name) => _method.GetParameters().Single(p => p.Name == name);

    /// <summary>Calls the method with a value for each parameter that is no knob, in order; those passed by reference are replaced.</summary>
    public object Call(object[] values, IReadOnlyDictionary<string, object>? knobs = null)
    {
        ParameterInfo[] parameters = _method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (int i = 0, next = 0; i < parameters.Length; i++)
        {
            bool isKnob = parameters[i].ParameterType == typeof(double) || parameters[i].ParameterType == typeof(bool);
            Type type = parameters[i].ParameterType.IsByRef ? parameters[i].ParameterType.GetElementType()! : parameters[i].ParameterType;
            arguments[i] = !isKnob ? Convert(values[next++], type)
                : knobs is not null && knobs.TryGetValue(parameters[i].Name!, out object? given) ? given : parameters[i].DefaultValue;
        }

        object result = _method.Invoke(null, arguments)!;
        for (int i = 0, next = 0; i < parameters.Length; i++)
        {
            if (parameters[i].ParameterType == typeof(double) || parameters[i].ParameterType == typeof(bool)) continue;
            if (parameters[i].ParameterType.IsByRef) values[next] = arguments[i]!;
            next++;
        }

        return result;
    }

    private static object Convert(object value, Type type)
    {
        if (type.IsInstanceOfType(value)) return value;
        MethodInfo? direct = Find(type, value.GetType(), type) ?? Find(value.GetType(), value.GetType(), type);
        if (direct is not null) return direct.Invoke(null, [value])!;
        // Through the type that a role holds: double[][] → Row<Class> → Logits.
        ConstructorInfo[] constructors = [.. type.GetConstructors().Where(c => c.GetParameters() is [var only] && only.ParameterType != type)];
        if (constructors.FirstOrDefault(c => c.GetParameters()[0].ParameterType.IsInstanceOfType(value)) is { } exact) return exact.Invoke([value]);
        foreach (ConstructorInfo constructor in constructors)
            if (constructor.GetParameters()[0].ParameterType is { IsArray: false, IsPrimitive: false } held) return constructor.Invoke([Convert(value, held)]);
        throw new InvalidOperationException($"No {type} of a {value.GetType()}.");
    }

    private static MethodInfo? Find(Type home, Type from, Type to) => home.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .FirstOrDefault(m => m.Name == "op_Implicit" && m.ReturnType == to && m.GetParameters()[0].ParameterType == from);
}
