using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recipes.Engine;

public static partial class VectorMath
{
    /// <summary>x to the power p within 3 + |p| / 2 ulp where |p·log x| is below 80; 1 for p = 0; of a negative x only whole powers, else NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> p)
    {
        Vector512<float> magnitude = Vector512.Abs(x);
        Vector512<float> small = Vector512.LessThan(magnitude, Vector512.Create(1.17549435e-38f));
        Vector512<float> normal = Vector512.ConditionalSelect(small, magnitude * Vector512.Create(8388608f), magnitude);
        Vector512<int> bits = normal.AsInt32() - Vector512.Create(0x3F3504F3);
        Vector512<float> e = Vector512.ConvertToSingle(bits >> 23);
        Vector512<float> f = ((bits & Vector512.Create(0x007FFFFF)) + Vector512.Create(0x3F3504F3)).AsSingle() - Vector512.Create(1f);
        Vector512<float> y = Vector512.FusedMultiplyAdd(Vector512.Create(0.0674660132f), f, Vector512.Create(-0.116756413f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(0.118881746f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(-0.124055914f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(0.142195509f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(-0.166679957f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(0.200021187f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(-0.250000096f));
        y = Vector512.FusedMultiplyAdd(y, f, Vector512.Create(0.333333126f));
        Vector512<float> square = f * f;
        y = square * f * y;
        e -= small & Vector512.Create(23f);
        // The logarithm as a sum of two floats, or the error of its last digit would be multiplied by p.
        Vector512<float> rest = Vector512.FusedMultiplyAdd(Vector512.Create(-0.5f), square, y);
        Vector512<float> head = f + rest;
        rest -= head - f;
        Vector512<float> logarithm = Vector512.FusedMultiplyAdd(e, Vector512.Create(0.693147182f), head);
        rest += Vector512.FusedMultiplyAdd(e, Vector512.Create(0.693147182f), -logarithm) + head - e * Vector512.Create(1.90465421e-09f);
        Vector512<float> special = Vector512.ConditionalSelect(Vector512.Equals(magnitude, Vector512<float>.Zero), Vector512.Create(float.NegativeInfinity), magnitude);
        logarithm = Vector512.ConditionalSelect(Vector512.GreaterThan(magnitude, Vector512<float>.Zero) & Vector512.LessThan(magnitude, Vector512.Create(float.PositiveInfinity)), logarithm, special);
        Vector512<float> product = logarithm * p;
        Vector512<float> error = Vector512.FusedMultiplyAdd(logarithm, p, -product) + rest * p;
        error = Vector512.LessThan(Vector512.Abs(product), Vector512.Create(200f)) & error;
        Vector512<float> expclamped = Vector512.MaxNative(Vector512.Create(-104f), Vector512.MinNative(Vector512.Create(89f), product));
        Vector512<float> expshifted = Vector512.FusedMultiplyAdd(expclamped, Vector512.Create(1.44269502f), Vector512.Create(12582912f));
        Vector512<float> expn = expshifted - Vector512.Create(12582912f);
        Vector512<float> expr = Vector512.FusedMultiplyAdd(expn, Vector512.Create(-0.693147182f), expclamped);
        expr = Vector512.FusedMultiplyAdd(expn, Vector512.Create(1.90465421e-09f), expr);
        Vector512<float> expq = Vector512.FusedMultiplyAdd(Vector512.Create(0.00138145577f), expr, Vector512.Create(0.00836873577f));
        expq = Vector512.FusedMultiplyAdd(expq, expr, Vector512.Create(0.0416683899f));
        expq = Vector512.FusedMultiplyAdd(expq, expr, Vector512.Create(0.166665205f));
        expq = Vector512.FusedMultiplyAdd(expq, expr, Vector512.Create(0.499999934f));
        expq = Vector512.FusedMultiplyAdd(expr * expr, expq, expr) + Vector512.Create(1f);
        Vector512<float> power;
        if (Avx512F.IsSupported)
        {
            power = Avx512F.Scale(expq, expn);
        }
        else
        {
            // 2ⁿ in two factors, as n may lie beyond the exponents of either end.
            Vector512<int> expk = expshifted.AsInt32() - Vector512.Create(0x4B400000);
            Vector512<int> exphalf = expk >> 1;
            power = expq * ((exphalf + Vector512.Create(127)) << 23).AsSingle() * ((expk - exphalf + Vector512.Create(127)) << 23).AsSingle();
        }
        power = Vector512.ConditionalSelect(Vector512.LessThan(power, Vector512.Create(float.PositiveInfinity)), Vector512.FusedMultiplyAdd(power, error, power), power);
        Vector512<float> halfP = p * Vector512.Create(0.5f);
        Vector512<float> signed = Vector512.ConditionalSelect(Vector512.Equals(Vector512.Floor(halfP), halfP), power, -power);
        signed = Vector512.ConditionalSelect(Vector512.Equals(Vector512.Floor(p), p), signed, Vector512.Create(float.NaN));
        power = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), signed, power);
        return Vector512.ConditionalSelect(Vector512.Equals(p, Vector512<float>.Zero), Vector512.Create(1f), power);
    }

    /// <inheritdoc cref="Pow(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Pow(Vector256<float> x, Vector256<float> p)
    {
        Vector256<float> magnitude = Vector256.Abs(x);
        Vector256<float> small = Vector256.LessThan(magnitude, Vector256.Create(1.17549435e-38f));
        Vector256<float> normal = Vector256.ConditionalSelect(small, magnitude * Vector256.Create(8388608f), magnitude);
        Vector256<int> bits = normal.AsInt32() - Vector256.Create(0x3F3504F3);
        Vector256<float> e = Vector256.ConvertToSingle(bits >> 23);
        Vector256<float> f = ((bits & Vector256.Create(0x007FFFFF)) + Vector256.Create(0x3F3504F3)).AsSingle() - Vector256.Create(1f);
        Vector256<float> y = Vector256.FusedMultiplyAdd(Vector256.Create(0.0674660132f), f, Vector256.Create(-0.116756413f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(0.118881746f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(-0.124055914f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(0.142195509f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(-0.166679957f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(0.200021187f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(-0.250000096f));
        y = Vector256.FusedMultiplyAdd(y, f, Vector256.Create(0.333333126f));
        Vector256<float> square = f * f;
        y = square * f * y;
        e -= small & Vector256.Create(23f);
        // The logarithm as a sum of two floats, or the error of its last digit would be multiplied by p.
        Vector256<float> rest = Vector256.FusedMultiplyAdd(Vector256.Create(-0.5f), square, y);
        Vector256<float> head = f + rest;
        rest -= head - f;
        Vector256<float> logarithm = Vector256.FusedMultiplyAdd(e, Vector256.Create(0.693147182f), head);
        rest += Vector256.FusedMultiplyAdd(e, Vector256.Create(0.693147182f), -logarithm) + head - e * Vector256.Create(1.90465421e-09f);
        Vector256<float> special = Vector256.ConditionalSelect(Vector256.Equals(magnitude, Vector256<float>.Zero), Vector256.Create(float.NegativeInfinity), magnitude);
        logarithm = Vector256.ConditionalSelect(Vector256.GreaterThan(magnitude, Vector256<float>.Zero) & Vector256.LessThan(magnitude, Vector256.Create(float.PositiveInfinity)), logarithm, special);
        Vector256<float> product = logarithm * p;
        Vector256<float> error = Vector256.FusedMultiplyAdd(logarithm, p, -product) + rest * p;
        error = Vector256.LessThan(Vector256.Abs(product), Vector256.Create(200f)) & error;
        Vector256<float> expclamped = Vector256.MaxNative(Vector256.Create(-104f), Vector256.MinNative(Vector256.Create(89f), product));
        Vector256<float> expshifted = Vector256.FusedMultiplyAdd(expclamped, Vector256.Create(1.44269502f), Vector256.Create(12582912f));
        Vector256<float> expn = expshifted - Vector256.Create(12582912f);
        Vector256<float> expr = Vector256.FusedMultiplyAdd(expn, Vector256.Create(-0.693147182f), expclamped);
        expr = Vector256.FusedMultiplyAdd(expn, Vector256.Create(1.90465421e-09f), expr);
        Vector256<float> expq = Vector256.FusedMultiplyAdd(Vector256.Create(0.00138145577f), expr, Vector256.Create(0.00836873577f));
        expq = Vector256.FusedMultiplyAdd(expq, expr, Vector256.Create(0.0416683899f));
        expq = Vector256.FusedMultiplyAdd(expq, expr, Vector256.Create(0.166665205f));
        expq = Vector256.FusedMultiplyAdd(expq, expr, Vector256.Create(0.499999934f));
        expq = Vector256.FusedMultiplyAdd(expr * expr, expq, expr) + Vector256.Create(1f);
        // 2ⁿ in two factors, as n may lie beyond the exponents of either end.
        Vector256<int> expk = expshifted.AsInt32() - Vector256.Create(0x4B400000);
        Vector256<int> exphalf = expk >> 1;
        Vector256<float> power = expq * ((exphalf + Vector256.Create(127)) << 23).AsSingle() * ((expk - exphalf + Vector256.Create(127)) << 23).AsSingle();
        power = Vector256.ConditionalSelect(Vector256.LessThan(power, Vector256.Create(float.PositiveInfinity)), Vector256.FusedMultiplyAdd(power, error, power), power);
        Vector256<float> halfP = p * Vector256.Create(0.5f);
        Vector256<float> signed = Vector256.ConditionalSelect(Vector256.Equals(Vector256.Floor(halfP), halfP), power, -power);
        signed = Vector256.ConditionalSelect(Vector256.Equals(Vector256.Floor(p), p), signed, Vector256.Create(float.NaN));
        power = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), signed, power);
        return Vector256.ConditionalSelect(Vector256.Equals(p, Vector256<float>.Zero), Vector256.Create(1f), power);
    }

    /// <inheritdoc cref="Pow(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Pow(Vector128<float> x, Vector128<float> p)
    {
        Vector128<float> magnitude = Vector128.Abs(x);
        Vector128<float> small = Vector128.LessThan(magnitude, Vector128.Create(1.17549435e-38f));
        Vector128<float> normal = Vector128.ConditionalSelect(small, magnitude * Vector128.Create(8388608f), magnitude);
        Vector128<int> bits = normal.AsInt32() - Vector128.Create(0x3F3504F3);
        Vector128<float> e = Vector128.ConvertToSingle(bits >> 23);
        Vector128<float> f = ((bits & Vector128.Create(0x007FFFFF)) + Vector128.Create(0x3F3504F3)).AsSingle() - Vector128.Create(1f);
        Vector128<float> y = Vector128.FusedMultiplyAdd(Vector128.Create(0.0674660132f), f, Vector128.Create(-0.116756413f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(0.118881746f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(-0.124055914f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(0.142195509f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(-0.166679957f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(0.200021187f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(-0.250000096f));
        y = Vector128.FusedMultiplyAdd(y, f, Vector128.Create(0.333333126f));
        Vector128<float> square = f * f;
        y = square * f * y;
        e -= small & Vector128.Create(23f);
        // The logarithm as a sum of two floats, or the error of its last digit would be multiplied by p.
        Vector128<float> rest = Vector128.FusedMultiplyAdd(Vector128.Create(-0.5f), square, y);
        Vector128<float> head = f + rest;
        rest -= head - f;
        Vector128<float> logarithm = Vector128.FusedMultiplyAdd(e, Vector128.Create(0.693147182f), head);
        rest += Vector128.FusedMultiplyAdd(e, Vector128.Create(0.693147182f), -logarithm) + head - e * Vector128.Create(1.90465421e-09f);
        Vector128<float> special = Vector128.ConditionalSelect(Vector128.Equals(magnitude, Vector128<float>.Zero), Vector128.Create(float.NegativeInfinity), magnitude);
        logarithm = Vector128.ConditionalSelect(Vector128.GreaterThan(magnitude, Vector128<float>.Zero) & Vector128.LessThan(magnitude, Vector128.Create(float.PositiveInfinity)), logarithm, special);
        Vector128<float> product = logarithm * p;
        Vector128<float> error = Vector128.FusedMultiplyAdd(logarithm, p, -product) + rest * p;
        error = Vector128.LessThan(Vector128.Abs(product), Vector128.Create(200f)) & error;
        Vector128<float> expclamped = Vector128.MaxNative(Vector128.Create(-104f), Vector128.MinNative(Vector128.Create(89f), product));
        Vector128<float> expshifted = Vector128.FusedMultiplyAdd(expclamped, Vector128.Create(1.44269502f), Vector128.Create(12582912f));
        Vector128<float> expn = expshifted - Vector128.Create(12582912f);
        Vector128<float> expr = Vector128.FusedMultiplyAdd(expn, Vector128.Create(-0.693147182f), expclamped);
        expr = Vector128.FusedMultiplyAdd(expn, Vector128.Create(1.90465421e-09f), expr);
        Vector128<float> expq = Vector128.FusedMultiplyAdd(Vector128.Create(0.00138145577f), expr, Vector128.Create(0.00836873577f));
        expq = Vector128.FusedMultiplyAdd(expq, expr, Vector128.Create(0.0416683899f));
        expq = Vector128.FusedMultiplyAdd(expq, expr, Vector128.Create(0.166665205f));
        expq = Vector128.FusedMultiplyAdd(expq, expr, Vector128.Create(0.499999934f));
        expq = Vector128.FusedMultiplyAdd(expr * expr, expq, expr) + Vector128.Create(1f);
        // 2ⁿ in two factors, as n may lie beyond the exponents of either end.
        Vector128<int> expk = expshifted.AsInt32() - Vector128.Create(0x4B400000);
        Vector128<int> exphalf = expk >> 1;
        Vector128<float> power = expq * ((exphalf + Vector128.Create(127)) << 23).AsSingle() * ((expk - exphalf + Vector128.Create(127)) << 23).AsSingle();
        power = Vector128.ConditionalSelect(Vector128.LessThan(power, Vector128.Create(float.PositiveInfinity)), Vector128.FusedMultiplyAdd(power, error, power), power);
        Vector128<float> halfP = p * Vector128.Create(0.5f);
        Vector128<float> signed = Vector128.ConditionalSelect(Vector128.Equals(Vector128.Floor(halfP), halfP), power, -power);
        signed = Vector128.ConditionalSelect(Vector128.Equals(Vector128.Floor(p), p), signed, Vector128.Create(float.NaN));
        power = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), signed, power);
        return Vector128.ConditionalSelect(Vector128.Equals(p, Vector128<float>.Zero), Vector128.Create(1f), power);
    }

    /// <inheritdoc cref="Pow(Vector512{float}, Vector512{float})"/>
    public static float Pow(float x, float p) => Pow(Vector128.CreateScalarUnsafe(x), Vector128.CreateScalarUnsafe(p)).ToScalar();
}
