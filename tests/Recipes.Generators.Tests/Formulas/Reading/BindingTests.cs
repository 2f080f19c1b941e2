using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Binding;
using Recipes.Generators.Formulas.Graph;
using Recipes.Generators.Formulas.Reading;

namespace Recipes.Generators.Tests.Formulas.Reading;

/// <summary>What the reader lets through, the compiler understands: every construct of the grammar is bound.</summary>
public class BindingTests
{
    [Theory]
    [InlineData("Loss", "static Scalar F(Logits z,Label y,double k=1.0)=>Max(double.NegativeInfinity,z[y])+Min(double.PositiveInfinity,k)+double.NaN-(-0.5)+1E-08;")]
    [InlineData("Loss", "static Scalar F(Logits z,Label y,double k=1.0,bool b=true){double a=k*2.0;Scalar s=z[y];Row<Class> p=Softmax(z);Condition c=Less(s,k);Condition<Class> d=And(Less(z,s),c);Label e=y;bool f=!b||b&&true;return f?Sum(Where(d,p,a))*p[e]:1.0;}")]
    [InlineData("Loss", "static Scalar F(Logits z,Label y,bool b=false){Scalar a=0.0;if(b){a=1.0;}else{if(!b){Scalar c=2.0;a=c+z[y];}else{}}return a;}")]
    [InlineData("Loss", "static Scalar F(Logits z,Label y,ref Memory m,Learned s){m=0.5*m+z;Row<Class> t=m;return Dot(t,Stop(z))*s+z.Count+(z-1.0).Count;}")]
    [InlineData("Optimizer", "static Scalar F(Scalar w,Scalar g,ref State m,ref State v,Rate lr,StepCount t){static Scalar Keep(ref State a,ref State b,Scalar g,double k){a=k*a+g;b=Square(a);return a/b;}return w-lr*Keep(ref v,ref m,g,0.9)*t+m;}")]
    [InlineData("Optimizer", "static Row<Element> F(Row<Element> w,Row<Element> g,ref Row<Element> m,Rate lr){m=m+g;return w-lr*m/Norm(m);}")]
    [InlineData("Activation", "static Scalar Tanh(Scalar @double,double @await=1.0)=>Tanh(@double)*@await;")]
    [InlineData("Activation", "static Scalar F(Scalar x){static Scalar A(Scalar x)=>x/2.0;static Scalar B(Scalar x,bool b){Scalar A_2=A(x);return b?A_2:-A_2;}return B(x,true)+B(A(x),false);}")]
    public void Every_construct_is_bound(string kind, string text)
    {
        FormulaDefinition? formula = FormulaReader.FromMetadata(1, kind, text, out string? problem);
        Assert.Null(problem);
        Assert.Equal(text, formula!.Text);

        BoundBody bound = Bind(formula);

        Assert.Equal(formula.Parameters.Where(p => p.ByReference).Select(p => p.Name), bound.Assigned.Keys);
    }

    /// <summary>A ref argument is the caller's parameter: the second state is the square of the first's new value.</summary>
    [Fact]
    public void A_helper_updates_the_state_that_it_is_given()
    {
        FormulaDefinition formula = FormulaReader.FromMetadata(
            1, "Optimizer",
            "static Scalar F(Scalar w,Scalar g,ref State m,ref State v,Rate lr){static Scalar Keep(ref State a,ref State b){a=a*2.0;b=Square(a);return a;}return Keep(ref v,ref m);}", out _)!;
        var graph = new FormulaGraph();

        BoundBody bound = Bind(formula, graph);

        Assert.Same(graph.Detach(graph.Multiply(graph.Input("v", Axes.Example), graph.Constant(2))), bound.Assigned["v"]);
        Assert.Same(graph.Detach(graph.Square(bound.Assigned["v"])), bound.Assigned["m"]);
    }

    /// <summary>Both tables of functions are the functions of <c>Recipes.Formulas.Math</c>.</summary>
    [Fact]
    public void The_language_has_the_functions_of_the_library()
    {
        var library = typeof(Recipes.Formulas.Math).GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Select(method => (method.Name, method.GetParameters().Length)).Distinct().ToHashSet();
        var language = FormulaLanguage.Functions
            .SelectMany(entry => Enumerable.Range(entry.Value.Least, entry.Value.Most - entry.Value.Least + 1).Select(count => (entry.Key, count))).ToHashSet();

        Assert.Equal(library.Order(), language.Order());
    }

    private static BoundBody Bind(FormulaDefinition formula, FormulaGraph? graph = null)
    {
        graph ??= new FormulaGraph(10);
        return FormulaBinder.Bind(graph, formula, [.. formula.Parameters.Select(parameter => FormulaLanguage.TypeOf(parameter.Role).Shape switch
        {
            FormulaShape.Flag => parameter.DefaultFlag ?? true,
            FormulaShape.Label => graph.LabelInput(parameter.Name),
            FormulaShape.Row => graph.Input(parameter.Name, Axes.Example | Axes.Row),
            FormulaShape.Number => graph.Input(parameter.Name, Axes.None),
            _ => (Meaning)graph.Input(parameter.Name, Axes.Example),
        })]);
    }
}
