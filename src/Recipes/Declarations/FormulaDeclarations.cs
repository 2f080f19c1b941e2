namespace Recipes;

/// <summary>Base of every attribute that is derived from a formula.</summary>
public abstract class FormulaDeclarationAttribute : Attribute
{
    /// <summary>The name in knob paths and reports; the attribute's own name unless two are alike.</summary>
    public string? Name { get; set; }
}

/// <summary>Base of every loss term: what it is bound to, and when it acts.</summary>
public abstract class TermAttribute : FormulaDeclarationAttribute
{
    /// <summary>Factor of the term in the loss.</summary>
    [Range(0, double.PositiveInfinity)]
    public double Weight { get; set; } = 1;
    /// <summary>The output that the term looks at. Recipes with one head have no use for it.</summary>
    public string? Head { get; set; }
    /// <summary>The view of the batch that the term looks at.</summary>
    public View View { get; set; }
    /// <summary>The stream whose rows the term looks at. Recipes with one stream have no use for it.</summary>
    public string? Stream { get; set; }
    /// <summary>The target that the term compares with. Recipes with one label have no use for it.</summary>
    public string? Target { get; set; }
    /// <summary>The parameters that the term's gradient may reach; all of them unless set.</summary>
    public string? Updates { get; set; }
    /// <summary>The term acts in every so many steps.</summary>
    [Range(1, int.MaxValue)]
    public int Every { get; set; } = 1;
    /// <summary>The fraction of the run from which on the term acts.</summary>
    [Range(0, 1)]
    public double From { get; set; }
    /// <summary>The fraction of the run until which the term acts.</summary>
    [Range(0, 1)]
    public double Until { get; set; } = 1;
}

/// <summary>Which of the rows that went through the network a term looks at.</summary>
public enum View
{
    /// <summary>The rows as they are.</summary>
    Clean,
    /// <summary>The rows mixed with a partner's, with both labels in proportion.</summary>
    Mixed,
}

/// <summary>Base of every optimizer attribute that is derived from a formula.</summary>
public abstract class OptimizerDeclarationAttribute(double learningRate) : FormulaDeclarationAttribute
{
    /// <summary>The learning rate, the peak of any schedule.</summary>
    [Range(0, double.PositiveInfinity, ExclusiveMinimum = true)]
    public double LearningRate { get; } = learningRate;
    /// <summary>Lets weight decay reach biases, normalisation gains and learned scalars too.</summary>
    public bool DecayAll { get; set; }
}
