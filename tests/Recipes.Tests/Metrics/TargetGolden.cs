namespace Recipes.Tests.Metrics;

/// <summary>Predictions and their metrics by scikit-learn and PyTorch; written by golden_targets.py.</summary>
internal static class TargetGolden
{
    public static readonly float[] Targets =
    [
        1.882f, 490.074f,
        5.862f, 492.437f,
        1.219f, 547.474f,
        -0.818f, 482.251f,
        1.375f, 490.104f,
        -1.386f, 493.854f,
        0.282f, 518.104f,
        -2.33f, 478.995f,
        3.303f, 555.72f,
        -2.022f, 519.345f,
        -0.961f, 474.294f,
        -0.744f, 487.325f,
        2.993f, 521.373f,
        1.118f, 489.101f,
        1.007f, 496.822f,
        2.586f, 481.053f,
        0.988f, 496.968f,
        0.895f, 507.477f,
        1.395f, 540.045f,
        0.826f, 546.846f,
        0.388f, 485.668f,
        1.201f, 510.663f,
        1.539f, 538.759f,
        3.279f, 514.833f,
        0.327f, 496.982f,
        3.827f, 506.638f,
        -1.622f, 479.313f,
        -0.155f, 534.566f,
        0.786f, 567.803f,
        2.313f, 503.744f,
    ];

    public static readonly float[] Predictions =
    [
        1.446f, 501.74f,
        5.621f, 482.548f,
        1.787f, 547.627f,
        0.371f, 481.368f,
        -1.485f, 499.576f,
        -3.264f, 512.319f,
        2.103f, 512.98f,
        -3.495f, 462.23f,
        4.176f, 553.295f,
        -2.62f, 516.424f,
        1.128f, 478.457f,
        0.002f, 496.648f,
        4.011f, 534.109f,
        0.408f, 486.519f,
        0.246f, 488.288f,
        3.728f, 475.032f,
        0.909f, 488.654f,
        0.302f, 516.936f,
        0.95f, 534.26f,
        1.32f, 552.852f,
        1.18f, 487.717f,
        -0.553f, 518.227f,
        2.037f, 550.977f,
        2.433f, 545.083f,
        -0.905f, 505.705f,
        3.873f, 500.792f,
        -0.806f, 475.936f,
        -2.491f, 520.559f,
        1.244f, 594.659f,
        0.832f, 503.541f,
    ];

    public static readonly float[] Truth =
    [
        0f, 0f, 0f, 0f,
        1f, 0f, 0f, 1f,
        1f, 0f, 0f, 1f,
        1f, 0f, 0f, 1f,
        0f, 0f, 0f, 1f,
        0f, 0f, 0f, 0f,
        0f, 0f, 0f, 0f,
        0f, 0f, 0f, 1f,
        1f, 1f, 0f, 1f,
        1f, 0f, 0f, 0f,
        0f, 1f, 0f, 0f,
        1f, 0f, 0f, 1f,
        0f, 0f, 0f, 1f,
        1f, 0f, 0f, 0f,
        0f, 1f, 0f, 1f,
        1f, 0f, 1f, 0f,
        1f, 0f, 0f, 0f,
        0f, 0f, 0f, 1f,
        1f, 0f, 0f, 0f,
        1f, 1f, 0f, 1f,
        1f, 0f, 0f, 1f,
        0f, 0f, 0f, 0f,
        0f, 1f, 1f, 1f,
        0f, 0f, 0f, 0f,
        0f, 1f, 0f, 1f,
        0f, 0f, 0f, 0f,
        0f, 0f, 0f, 1f,
        0f, 1f, 0f, 1f,
        0f, 0f, 0f, 1f,
        1f, 0f, 0f, 1f,
    ];

    public static readonly float[] Scores =
    [
        -2.4f, -1.6f, -2.2f, -1.9f,
        3.1f, -0.4f, -2.2f, -0.4f,
        1.2f, 0.2f, -1.5f, 1.2f,
        -2.1f, 0.5f, -4.5f, -1.1f,
        -2.3f, -1.4f, -1.4f, -0f,
        -2.1f, -2.7f, -5.1f, -2f,
        -2.9f, -0.7f, -1.8f, 0.4f,
        -0.1f, 0.3f, 0.9f, 2.9f,
        1.2f, 4.2f, -3.4f, 1.4f,
        3.2f, -2.1f, -0.1f, -3.1f,
        -2.6f, 2.6f, -0.1f, 0.9f,
        1.4f, -0.9f, -0.2f, 2.4f,
        -4.1f, -2.6f, 1.4f, -1f,
        2.8f, -2.4f, 0.5f, -3.1f,
        -1.4f, -2.6f, -1.6f, 3.6f,
        -1.5f, 0.9f, 0.1f, -1.6f,
        -4f, 0.7f, -3.3f, -2.6f,
        -4.1f, -3.5f, 0.8f, 0.5f,
        3.3f, -1.9f, -0.8f, -2.5f,
        2.4f, 6.7f, -0.2f, 2.5f,
        0.5f, 0.5f, 1.2f, -1.9f,
        -4.3f, 2.7f, -0.6f, -1.2f,
        -0.4f, 3.7f, 3.1f, 1.1f,
        2.6f, -1.5f, -3.2f, -2.6f,
        -1.8f, 0.7f, -1.9f, 2.1f,
        -8.1f, -3.1f, 0.4f, -0.4f,
        -2.9f, -2.7f, 0.8f, 1f,
        -2.6f, 5.2f, -2.2f, 2.9f,
        -1.6f, -1.4f, -3.4f, -0.2f,
        4f, -3.8f, -0.9f, -0.9f,
    ];

    public static readonly double[] RootMeanSquaredErrors = [1.2019625311404176, 11.198720455633687];
    public static readonly double[] MeanAbsoluteErrors = [0.998833320902971, 8.725961303710937];
    public static readonly double[] RSquares = [0.5556513841615152, 0.8020396332751765];
    public static readonly double[] Averages = [6.200341493387052, 4.862397312306954, 0.6788455087183458];
    public static readonly double[] Precisions = [0.9090909090909091, 0.46153846153846156, 0.2222222222222222, 0.8461538461538461];
    public static readonly double[] Recalls = [0.7692307692307693, 0.8571428571428571, 1.0, 0.6111111111111112];
    public static readonly double[] F1s = [0.8333333333333333, 0.6, 0.3636363636363636, 0.7096774193548387];
    public static readonly double[] AveragePrecisions = [0.8697035420719632, 0.8257142857142856, 0.6111111111111112, 0.9299691221517847];
    public static readonly double[] LabelAverages = [0.47789196530474276, 0.6266617790811339, 0.6744186046511628, 0.3333333333333333, 0.8091245152622861];
}
