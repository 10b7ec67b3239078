using System.Globalization;

namespace Aggregator.Output;

/// <summary>A value as text, the way SQLite itself spells it.</summary>
internal static class CellText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => Real(number),
        byte[] bytes => $"x'{Convert.ToHexString(bytes)}'",
        _ => throw new ArgumentException($"no cell holds {value.GetType()}", nameof(value)),
    };

    /// <summary>Shortest digits that read back to the same number, always with a point or an exponent, so that 1.0 stays a real number.</summary>
    public static string Real(double number)
    {
        if (double.IsInfinity(number))
            return number > 0 ? "Inf" : "-Inf";
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }
}
