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

    /// <summary>torch.nn.utils.parametrizations.spectral_norm, u along (1, −0.5, 2): the weights.</summary>
    public static readonly double[] SpectralNormalization =
    [
        0.33485909714376666, -0.40510379163473104, 0.46724033098178136, -0.5200250519274134,
        0.5950775182708182, -0.5646843508928611, 0.5229890223924328, -0.47082606505296054,
        0.002742881561699919, 0.08474459749242642, -0.17053591285155406, 0.2529139507554656,
    ];

    /// <summary>torch.nn.utils.parametrizations.spectral_norm, u along (1, −0.5, 2): the gradient by V.</summary>
    public static readonly double[] SpectralNormalizationByV =
    [
        0.5489992547393153, 0.23953354734120158, -0.13243632430701066, -0.5996437306266527,
        -0.6082958096386395, -0.3478199606249213, 0.13711751719530754, 0.4003040713659508,
        0.6197791299139903, 0.41024174165909755, -0.02638872951809923, -0.37712545287536225,
    ];

    /// <summary>u after the iteration.</summary>
    public static readonly double[] SpectralNormalizationU =
    [
        -0.6849937119860142, -0.6586917127726964, 0.3113018504027767,
    ];

    /// <summary>The same times a gain of 1.7: the weights.</summary>
    public static readonly double[] SigmaReparam =
    [
        0.5692604651444033, -0.6886764457790427, 0.7943085626690283, -0.8840425882766029,
        1.011631781060391, -0.9599633965178638, 0.8890813380671357, -0.8004043105900329,
        0.004662898654889862, 0.14406581573712493, -0.2899110518476419, 0.42995371628429147,
    ];

    /// <summary>The same times a gain of 1.7: the gradient by V.</summary>
    public static readonly double[] SigmaReparamByV =
    [
        0.9332987330568361, 0.4072070304800427, -0.2251417513219181, -1.0193943420653093,
        -1.034102876385687, -0.5912939330623662, 0.23309977923202285, 0.6805169213221163,
        1.0536245208537838, 0.6974109608204658, -0.044860840180768705, -0.6411132698881157,
    ];

    /// <summary>The same times a gain of 1.7: the gradient by Gain.</summary>
    public static readonly double[] SigmaReparamByGain =
    [
        -0.2137274114992025,
    ];

    /// <summary>Scaled weight standardisation, g = (0.5, −1.25, 2): the weights.</summary>
    public static readonly double[] WeightStandardization =
    [
        0.2095307208210416, -0.21453377912494795, 0.28539693327721166, -0.2803938749733053,
        -0.6648375606706936, 0.677435405678964, -0.5814045372413733, 0.5688066922331031,
        -0.2604839669822977, 0.27723636263820745, -1.396747146241273, 1.3799947505853636,
    ];

    /// <summary>Scaled weight standardisation, g = (0.5, −1.25, 2): the gradient by V.</summary>
    public static readonly double[] WeightStandardizationByV =
    [
        0.22976237911131986, 0.2081439609634323, -0.2231825262849768, -0.21472381378977534,
        0.39384982875835517, 0.47333761992230994, -0.37771542299730565, -0.48947202568335946,
        2.7785583472850695, 1.9364427043392891, -2.4105928883343615, -2.304408163289997,
    ];

    /// <summary>Scaled weight standardisation, g = (0.5, −1.25, 2): the gradient by Gain.</summary>
    public static readonly double[] WeightStandardizationByGain =
    [
        0.5144414074978908, -0.49651555470205694, -0.49043838045334676,
    ];

    /// <summary>StatsQ, 2 bits, nothing held: the weights.</summary>
    public static readonly double[] StatisticalQuantization2 =
    [
        0.3483649637689386, -0.3483649637689386, 1.0450948913068159, -1.0450948913068159,
        1.3030659075473836, -1.3030659075473836, 0.4343553025157946, -0.4343553025157946,
        0.10305103950760916, 0.10305103950760916, -0.30915311852282745, 0.30915311852282745,
    ];

    /// <summary>StatsQ, 2 bits, nothing held: the gradient by V.</summary>
    public static readonly double[] StatisticalQuantization2ByV =
    [
        0.9092974268256817, 0.4121184852417566, -0.2879033166650653, -0.8462204041751706,
        -0.9589242746631385, -0.5365729180004349, 0.14987720966295234, 0.7625584504796027,
        0.9893582466233818, 0.6502878401571168, -0.008851309290403876, -0.6636338842129675,
    ];

    /// <summary>StatsQ, 3 bits, held beyond 0.1: the weights.</summary>
    public static readonly double[] StatisticalQuantization3 =
    [
        0.5225474456534079, -0.5225474456534079, 0.8709124094223465, -0.8709124094223465,
        1.0858882562894865, -1.0858882562894865, 0.6515329537736918, -0.6515329537736918,
        0.05152551975380458, 0.15457655926141373, -0.2576275987690229, 0.36067863827663205,
    ];

    /// <summary>StatsQ, 3 bits, held beyond 0.1: the gradient by V.</summary>
    public static readonly double[] StatisticalQuantization3ByV =
    [
        0.0, 0.0, 0.0, 0.0,
        0.0, -0.5365729180004349, 0.14987720966295234, 0.0,
        0.9893582466233818, 0.0, 0.0, -0.6636338842129675,
    ];

    /// <summary>A grid of 4 bits: the weights.</summary>
    public static readonly double[] UniformQuantization =
    [
        0.5486687352287806, -0.6858359190359757, 0.6858359190359757, -0.8230031028431708,
        0.960170286650366, -0.960170286650366, 0.8230031028431708, -0.8230031028431708,
        0.0, 0.13716718380719514, -0.2743343676143903, 0.4115015514215854,
    ];

    /// <summary>A grid of 4 bits: the gradient by V.</summary>
    public static readonly double[] UniformQuantizationByV =
    [
        0.9092974268256817, 0.4121184852417566, -0.2879033166650653, -0.8462204041751706,
        -0.9589242746631385, -0.5365729180004349, 0.14987720966295234, 0.7625584504796027,
        0.9893582466233818, 0.6502878401571168, -0.008851309290403876, -0.6636338842129675,
    ];

    /// <summary>AutoSparse, s = −0.5, α = 0.6 until 0.8, at 0.4: the weights.</summary>
    public static readonly double[] AutoSparse =
    [
        0.16276163706999436, -0.27610295206546653, 0.3763615855451592, -0.46153086027830703,
        0.5826296178522206, -0.5335895930865315, 0.46631328993434673, -0.3821472440606759,
        0.0, 0.0, -0.0, 0.030541393015246554,
    ];

    /// <summary>AutoSparse, s = −0.5, α = 0.6 until 0.8, at 0.4: the gradient by V.</summary>
    public static readonly double[] AutoSparseByV =
    [
        0.9092974268256817, 0.4121184852417566, -0.2879033166650653, -0.8462204041751706,
        -0.9589242746631385, -0.5365729180004349, 0.14987720966295234, 0.7625584504796027,
        0.2968074739870145, 0.19508635204713504, -0.002655392787121163, -0.6636338842129675,
    ];

    /// <summary>AutoSparse, s = −0.5, α = 0.6 until 0.8, at 0.4: the gradient by S.</summary>
    public static readonly double[] AutoSparseByS =
    [
        0.03492654164958077,
    ];

    /// <summary>sin(20·v), α = (0.5, 0.25, 2): the weights.</summary>
    public static readonly double[] BiPerWave =
    [
        -0.49104661752989537, -0.2425606169062914, 0.29453932201731936, 0.4394299846179787,
        0.08662791632902955, 0.14666952284932433, -0.23010132686309276, -0.12296070503176999,
        0.17679684933054726, 0.7914337072682149, 1.4064430204421583, 1.9060898391661036,
    ];

    /// <summary>sin(20·v), α = (0.5, 0.25, 2): the gradient by V.</summary>
    public static readonly double[] BiPerWaveByV =
    [
        -1.7130757530196308, 3.6037573363961224, 2.3264767667815667, 4.037146779475419,
        -4.497573784778665, -2.1726380394722473, -0.29298413690519376, -3.3197372367104094,
        39.41940413649788, -23.88826052119258, -0.2517209051379344, 8.038702457354528,
    ];

    /// <summary>sin(20·v), α = (0.5, 0.25, 2): the gradient by Scale.</summary>
    public static readonly double[] BiPerWaveByScale =
    [
        -2.0062492133545926, -1.1600807007891056, -0.2939097644043697,
    ];

    /// <summary>sign of sin(20·v), α = (0.5, 0.25, 2): the weights.</summary>
    public static readonly double[] BiPerSigns =
    [
        -0.5, -0.5, 0.5, 0.5,
        0.25, 0.25, -0.25, -0.25,
        2.0, 2.0, 2.0, 2.0,
    ];

    /// <summary>sign of sin(20·v), α = (0.5, 0.25, 2): the gradient by V.</summary>
    public static readonly double[] BiPerSignsByV =
    [
        -1.7130757530196308, 3.6037573363961224, 2.3264767667815667, 4.037146779475419,
        -4.497573784778665, -2.1726380394722473, -0.29298413690519376, -3.3197372367104094,
        39.41940413649788, -23.88826052119258, -0.2517209051379344, 8.038702457354528,
    ];

    /// <summary>sign of sin(20·v), α = (0.5, 0.25, 2): the gradient by Scale.</summary>
    public static readonly double[] BiPerSignsByScale =
    [
        -2.455539632907674, -2.4079328528061286, 0.9671608932771273,
    ];

    /// <summary>Signs of centred weights, s = (0.5, 0.25, 2): the weights.</summary>
    public static readonly double[] BinaryWeights =
    [
        0.5, -0.5, 0.5, -0.5,
        0.25, -0.25, 0.25, -0.25,
        -2.0, 2.0, -2.0, 2.0,
    ];

    /// <summary>Signs of centred weights, s = (0.5, 0.25, 2): the gradient by V.</summary>
    public static readonly double[] BinaryWeightsByV =
    [
        0.43123718950944057, 0.182647718717478, -0.16736318223593294, -0.4465217259909856,
        -0.20328972288322097, -0.0977018837175451, 0.07391064819830173, 0.2270809584024643,
        1.4951360466082, 0.8169952336756701, -0.5012830652193714, -1.8108482150644987,
    ];

    /// <summary>Signs of centred weights, s = (0.5, 0.25, 2): the gradient by Scale.</summary>
    public static readonly double[] BinaryWeightsByScale =
    [
        1.0554960290940305, -1.0350325974793537, -0.9938529813888286,
    ];

    /// <summary>w₀ = √½·sign of the arriving gradient, θ = 0.2: the weights.</summary>
    public static readonly double[] SignedSupermask =
    [
        0.7071067811865476, -0.7071067811865476, -0.7071067811865476, 0.7071067811865476,
        -0.7071067811865476, 0.7071067811865476, 0.7071067811865476, -0.7071067811865476,
        0.0, 0.0, 0.7071067811865476, -0.7071067811865476,
    ];

    /// <summary>w₀ = √½·sign of the arriving gradient, θ = 0.2: the gradient by V.</summary>
    public static readonly double[] SignedSupermaskByV =
    [
        0.6429703766239181, 0.2914117755667742, 0.20357838753996566, 0.5983681861706842,
        0.6780618572586967, 0.37941434891916087, 0.10597919129799156, 0.5392102513852332,
        0.699581925210226, 0.45982294149825104, 0.006258820821624069, 0.4692600197521575,
    ];

    /// <summary>Eight bits, 2 of mantissa, c = 0.8: the weights.</summary>
    public static readonly double[] FloatingPoint8Of2 =
    [
        0.5714285714285712, -0.6857142857142854, 0.7999999999999996, -0.7999999999999996,
        0.7999999999999996, -0.7999999999999996, 0.7999999999999996, -0.7999999999999996,
        0.004464285714285712, 0.1428571428571428, -0.2857142857142856, 0.3999999999999998,
    ];

    /// <summary>Eight bits, 2 of mantissa, c = 0.8: the gradient by V.</summary>
    public static readonly double[] FloatingPoint8Of2ByV =
    [
        0.9092974268256817, 0.4121184852417566, -0.2879033166650653, 0.0,
        0.0, 0.0, 0.0, 0.7625584504796027,
        0.9893582466233818, 0.6502878401571168, -0.008851309290403876, -0.6636338842129677,
    ];

    /// <summary>Eight bits, 2 of mantissa, c = 0.8: the gradient by Clip.</summary>
    public static readonly double[] FloatingPoint8Of2ByClip =
    [
        0.5494323974661063,
    ];

    /// <summary>Eight bits, 3 of mantissa, c = 0.8: the weights.</summary>
    public static readonly double[] FloatingPoint8Of3 =
    [
        0.5333333333333332, -0.6399999999999998, 0.7466666666666664, -0.7999999999999997,
        0.7999999999999997, -0.7999999999999997, 0.7999999999999997, -0.7466666666666664,
        0.004583333333333332, 0.1333333333333333, -0.2666666666666666, 0.39999999999999986,
    ];

    /// <summary>Eight bits, 3 of mantissa, c = 0.8: the gradient by V.</summary>
    public static readonly double[] FloatingPoint8Of3ByV =
    [
        0.9092974268256817, 0.4121184852417566, -0.2879033166650653, 0.0,
        0.0, 0.0, 0.0, 0.7625584504796027,
        0.9893582466233818, 0.6502878401571168, -0.008851309290403876, -0.6636338842129675,
    ];

    /// <summary>Eight bits, 3 of mantissa, c = 0.8: the gradient by Clip.</summary>
    public static readonly double[] FloatingPoint8Of3ByClip =
    [
        0.5919078907662572,
    ];

    /// <summary>Sign and three bits; the rows of v, v from below, the arriving gradient, that from below: the weights.</summary>
    public static readonly double[] BitWiseWeights =
    [
        1.1832159566199232, -1.1832159566199232, 0.0, -0.6761234037828132,
        0.6761234037828132, -0.0, 1.1832159566199232, -0.50709255283711,
        1.1832159566199232, 0.50709255283711, -0.6761234037828132, 0.0,
    ];

    /// <summary>Sign and three bits; the rows of v, v from below, the arriving gradient, that from below: the gradient by Sign.</summary>
    public static readonly double[] BitWiseWeightsBySign =
    [
        1.0758952247335836, 0.4876251677560787, -0.0, -0.5721494200213842,
        -0.6483511445552065, -0.0, 0.17733710600687494, 0.38668771134121255,
        1.1706244642182946, 0.32975612094420287, -0.005984577365362306, -0.0,
    ];

    /// <summary>Sign and three bits; the rows of v, v from below, the arriving gradient, that from below: the gradient by High.</summary>
    public static readonly double[] BitWiseWeightsByHigh =
    [
        0.6147972712763334, -0.2786429530034735, -0.1946581704239451, 0.5721494200213842,
        -0.6483511445552065, 0.3627895076961304, 0.10133548914678568, -0.5155836151216168,
        0.6689282652675969, 0.4396748279256038, 0.005984577365362306, -0.448698400659681,
    ];

    /// <summary>Sign and three bits; the rows of v, v from below, the arriving gradient, that from below: the gradient by Middle.</summary>
    public static readonly double[] BitWiseWeightsByMiddle =
    [
        0.3073986356381667, -0.13932147650173676, -0.09732908521197255, 0.2860747100106921,
        -0.32417557227760324, 0.1813947538480652, 0.05066774457339284, -0.2577918075608084,
        0.3344641326337984, 0.2198374139628019, 0.002992288682681153, -0.2243492003298405,
    ];

    /// <summary>Sign and three bits; the rows of v, v from below, the arriving gradient, that from below: the gradient by Low.</summary>
    public static readonly double[] BitWiseWeightsByLow =
    [
        0.15369931781908336, -0.06966073825086838, -0.04866454260598627, 0.14303735500534606,
        -0.16208778613880162, 0.0906973769240326, 0.02533387228669642, -0.1288959037804042,
        0.1672320663168992, 0.10991870698140095, 0.0014961443413405765, -0.11217460016492024,
    ];
}
