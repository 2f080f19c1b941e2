namespace Recipes.Tests.Formulas.Parametrizations;

/// <summary>Written by tests/golden/parametrizations.py with PyTorch 1.13 and NumPy 1.24 in double precision.</summary>
internal static class ParametrizationGolden
{
    /// <summary>Latent weights [3 units, 4 incoming].</summary>
    public static readonly double[] Latent =
    [
        0.5403023058681398, -0.6536436208636119, 0.7539022543433046, -0.8390715290764524,
        0.960170286650366, -0.9111302618846769, 0.8438539587324921, -0.7596879128588213,
        0.004425697988050785, 0.1367372182078336, -0.27516333805159693, 0.40808206181339196,
    ];

    /// <summary>The gradient that arrives at the weights.</summary>
    public static readonly double[] Arriving =
    [
        0.9092974268256817, 0.4121184852417566, -0.2879033166650653, -0.8462204041751706,
        -0.9589242746631385, -0.5365729180004349, 0.14987720966295234, 0.7625584504796027,
        0.9893582466233818, 0.6502878401571168, -0.008851309290403876, -0.6636338842129675,
    ];

    /// <summary>torch.nn.utils.weight_norm, g = (0.5, −1.25, 2): the weights.</summary>
    public static readonly double[] WeightNormalization =
    [
        0.19142879723850187, -0.23158556016800988, 0.2671071365361797, -0.2972825617504873,
        -0.6882220835941233, 0.6530716227925387, -0.6048499290204563, 0.5445221598065888,
        0.017326974242684673, 0.5353375364293609, -1.0772872626699543, 1.597675077023615,
    ];

    /// <summary>torch.nn.utils.weight_norm, g = (0.5, −1.25, 2): the gradient by V.</summary>
    public static readonly double[] WeightNormalizationByV =
    [
        0.25344773943284676, 0.22914394488623557, -0.1978855064867126, -0.1931020224489259,
        0.4871341355902911, 0.5745698642759537, -0.28337058542093846, -0.38818527135430575,
        3.885044468226229, 2.905098245971724, -0.7574248103488718, -1.5262729820372625,
    ];

    /// <summary>torch.nn.utils.weight_norm, g = (0.5, −1.25, 2): the gradient by G.</summary>
    public static readonly double[] WeightNormalizationByG =
    [
        0.5065811230681078, -0.5072872566560599, -0.3427349195716087,
    ];

    /// <summary>a·arctan(v/b), a = 0.8, b = 0.6: the weights.</summary>
    public static readonly double[] WeightCompander =
    [
        0.5864747187350623, -0.6625297948639757, 0.7188683232889556, -0.7600189362141053,
        0.8098213787984343, -0.7907624282879508, 0.7621682292967148, -0.7218457143716864,
        0.005900823635372015, 0.1792548611740246, -0.34398978122305995, 0.4778161410206847,
    ];

    /// <summary>a·arctan(v/b), a = 0.8, b = 0.6: the gradient by V.</summary>
    public static readonly double[] WeightCompanderByV =
    [
        0.6694968070184969, 0.25127580459026544, -0.14885638166139534, -0.38173884484319265,
        -0.3590560611072089, -0.21640397662057573, 0.06710359572782652, 0.3905858589594937,
        1.3190725610145784, 0.8242423578227597, -0.009750937652129574, -0.6049867587504353,
    ];

    /// <summary>a·arctan(v/b), a = 0.8, b = 0.6: the gradient by A.</summary>
    public static readonly double[] WeightCompanderByA =
    [
        -0.35462547402166467,
    ];

    /// <summary>a·arctan(v/b), a = 0.8, b = 0.6: the gradient by B.</summary>
    public static readonly double[] WeightCompanderByB =
    [
        0.17961718887088557,
    ];
}
