// Types that the compiler asks for by name and that netstandard2.0 does not have. (None that code names itself: the test
// project sees our internals beside .NET's own types, and a name would be ambiguous there.)
namespace System.Runtime.CompilerServices;

/// <summary>Lets <c>init</c> accessors, and so records, compile for netstandard2.0.</summary>
internal static class IsExternalInit;

/// <summary>Lets a type be built from a collection expression.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
internal sealed class CollectionBuilderAttribute(Type builderType, string methodName) : Attribute
{
    public Type BuilderType { get; } = builderType;
    public string MethodName { get; } = methodName;
}

/// <summary>Lets members be <c>required</c>.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;

/// <summary>Marks what needs a compiler feature, such as required members.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
