using Recipes.Generators.Formulas;
using Recipes.Generators.Formulas.Kernels;
using Recipes.Generators.Infrastructure;
using Recipes.Generators.Planning;

namespace Recipes.Generators.Writing;

/// <summary>The value of a regression's likelihood for rows that are evaluated: the term's own formula, compiled once more over other buffers.</summary>
internal static class LikelihoodWriter
{
    private const string Owner = "_trainer.";

    public static LossKernelResult Compile(StepPlan plan, PlannedTerm term)
    {
        var knobs = new List<BoundKnob>();
        foreach ((string parameter, string expression, double declared, bool? flag) in term.Formula.Parts.Knobs)
            knobs.Add(new BoundKnob(parameter, flag is null ? Owner + expression : expression, declared, flag));
        var formula = new BoundFormula(term.Formula.Formula, Names.Pascal(term.Name), knobs.ToEquatableArray(), default);
        var inputs = new List<LossInput>
        {
            new(FormulaRole.Outputs, "_logits", Length: plan.Targets, Gradient: "_logitsGradient"),
            new(FormulaRole.Targets, "_targets", Length: plan.Targets),
            new(FormulaRole.Target, "_targets", Length: plan.Targets),
        };
        var terms = new List<TermRequest> { new(term.Name, formula, "1.0") };
        return LossKernel.Write(new LossKernelRequest(plan.Classes, NetworkWriter.EvaluationRows(plan), 1, terms.ToEquatableArray(), Inputs: inputs.ToEquatableArray()));
    }

    public static void Write(SourceWriter writer, StepPlan plan, LossKernelResult kernel)
    {
        int rows = NetworkWriter.EvaluationRows(plan);
        writer.WriteLine();
        writer.WriteLine("private LikelihoodOfRows? _likelihood; // made at its first use");
        writer.WriteLine();
        using (writer.Open("protected override double Likelihood(NativeBuffer<float> outputs, NativeBuffer<float> targets, int rows, NativeBuffer<float> weights)"))
        {
            writer.WriteLine("LoadKnobs();");
            writer.WriteLine("return (_likelihood ??= new LikelihoodOfRows(this)).Sum(outputs, targets, rows);");
        }
        writer.WriteLine();
        writer.WriteLine("/// <summary>" + plan.Likelihood!.Name + " of rows that are evaluated; its gradient is computed beside it and not used.</summary>");
        using (writer.Open("private sealed class LikelihoodOfRows"))
        {
            writer.WriteLine("private readonly Trainer _trainer;");
            writer.WriteLine("private NativeBuffer<float> _logits, _targets; // [rows × " + plan.Classes + "], [rows × " + plan.Targets + "]");
            writer.WriteLine("private readonly NativeBuffer<float> _logitsGradient, TermValues;");
            writer.WriteLine("private readonly NativeBuffer<double> TermMeans;");
            writer.WriteLine("private int Count;");
            writer.WriteLine("private double Loss;");
            writer.WriteLine("private ThreadTeam Team => _trainer.Team;");
            writer.WriteLine("private NativeArena Arena => _trainer.Arena;");
            writer.WriteLine();
            using (writer.Open("public LikelihoodOfRows(Trainer trainer)"))
            {
                writer.WriteLine("_trainer = trainer;");
                writer.WriteLine("_logitsGradient = Arena.Allocate<float>(" + (rows * plan.Classes) + ");");
                writer.WriteLine("TermValues = Arena.Allocate<float>(" + rows + ");");
                writer.WriteLine("TermMeans = Arena.Allocate<double>(1);");
                writer.WriteLine("AllocateLossScratch();");
            }
            writer.WriteLine();
            using (writer.Open("public double Sum(NativeBuffer<float> outputs, NativeBuffer<float> targets, int rows)"))
            {
                writer.WriteLine("(_logits, _targets, Count) = (outputs, targets, rows);");
                writer.WriteLine(kernel.Call);
                writer.WriteLine("return Loss * rows;");
            }
            writer.WriteLine();
            writer.Write(kernel.Members);
        }
    }
}
