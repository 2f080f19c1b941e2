namespace Recipes.Tests.Formulas.Layers;

/// <summary>Written by tests/golden/layers.py with PyTorch 1.13 and NumPy 1.24 in double precision.</summary>
internal static class LayerGolden
{
    /// <summary>What the layers are given: 5 rows of 4 features.</summary>
    public static readonly double[,] Rows =
    {
        { 1.5, -0.5, 0.25, 3.0 },
        { 3000.0, -2000.0, 500.0, 0.0 },
        { 0.5, 0.5, 0.5, 0.5 },
        { 0.0, 0.0, 0.0, 0.0 },
        { 0.0001, 0.0002, -0.0003, 0.0 },
    };

    public static readonly double[] Gains = [1.0, 0.5, -2.0, 1.5];

    public static readonly double[] Shifts = [0.0, 0.25, -1.0, 2.0];

    /// <summary>F.layer_norm with the gains and shifts.</summary>
    public static readonly double[] LayerNorm =
    [
        0.329616191048872, -0.3386003411587001, 0.22428870961009606, 4.189593269110365,
        1.473911053319229, -0.41676928602536545, -1.140372481268498, 1.6841619171458795,
        0.0, 0.25, -1.0, 2.0,
        0.0, 0.25, -1.0, 2.0,
        0.031567581587358555, 0.28156758158735856, -0.8105945104758486, 2.0,
    ];

    /// <summary>F.normalize.</summary>
    public static readonly double[] L2Normalize =
    [
        0.44112877325628463, -0.14704292441876154, 0.07352146220938077, 0.8822575465125693,
        0.8241633836921342, -0.549442255794756, 0.137360563948689, 0.0,
        0.5, 0.5, 0.5, 0.5,
        0.0, 0.0, 0.0, 0.0,
        0.2672612419124244, 0.5345224838248488, -0.8017837257372731, 0.0,
    ];

    /// <summary>x / sqrt(mean(x^2) + 2^-23) times the gains (NumPy).</summary>
    public static readonly double[] RmsNorm =
    [
        0.8822575283204322, -0.14704292138673872, -0.29408584277347743, 2.6467725849612966,
        1.6483267673842386, -0.5494422557947461, -0.5494422557947461, 0.0,
        0.9999997615815062, 0.4999998807907531, -1.9999995231630123, 1.4999996423722592,
        0.0, 0.0, -0.0, 0.0,
        0.2546506164399525, 0.2546506164399525, 1.5279036986397148, 0.0,
    ];

    /// <summary>0.7 sqrt(4) x / max(|x|, 1e-5) (NumPy).</summary>
    public static readonly double[] ScaleNorm =
    [
        0.6175802825587984, -0.20586009418626613, 0.10293004709313307, 1.2351605651175968,
        1.1538287371689877, -0.7692191581126585, 0.19230478952816463, 0.0,
        0.7, 0.7, 0.7, 0.7,
        0.0, 0.0, 0.0, 0.0,
        0.3741657386773941, 0.7483314773547882, -1.1224972160321822, 0.0,
    ];

    /// <summary>(x - mean) / sqrt(var + 0.7^2 + 1e-12) (NumPy).</summary>
    public static readonly double[] DivisiveNorm =
    [
        0.29155532998621986, -1.041269035665071, -0.5414598985458369, 1.2911736042246877,
        1.4739109394746428, -1.3335384690484864, 0.07018623521307824, -0.2105587056392347,
        0.0, 0.0, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0,
        0.00014285713775495653, 0.00028571427550991307, -0.00042857141326486963, -1.9360752388623108e-20,
    ];

    /// <summary>tanh(0.7 x) times the gains plus the shifts (NumPy).</summary>
    public static readonly double[] DynamicTanh =
    [
        0.781806357608774, 0.0818122278318339, -1.34647031566932, 3.4556779049201807,
        1.0, -0.25, -3.0, 2.0,
        0.3363755443363322, 0.4181877721681661, -1.6727510886726644, 2.5045633165044983,
        0.0, 0.25, -1.0, 2.0,
        6.999999988566666e-05, 0.25006999999954266, -0.999580000006174, 2.0,
    ];

    /// <summary>x times the gains (NumPy).</summary>
    public static readonly double[] LayerScale =
    [
        1.5, -0.25, -0.5, 4.5,
        3000.0, -1000.0, -1000.0, 0.0,
        0.5, 0.25, -1.0, 0.75,
        0.0, 0.0, -0.0, 0.0,
        0.0001, 0.0001, 0.0006, 0.0,
    ];

    public static readonly Dictionary<string, double[]> All = new()
    {
        ["LayerNorm"] = LayerNorm,
        ["L2Normalize"] = L2Normalize,
        ["RmsNorm"] = RmsNorm,
        ["ScaleNorm"] = ScaleNorm,
        ["DivisiveNorm"] = DivisiveNorm,
        ["DynamicTanh"] = DynamicTanh,
        ["LayerScale"] = LayerScale,
    };
}
