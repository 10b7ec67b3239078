using System.Globalization;

namespace Aggregator.Queries;

/// <summary>The value of a parameter as a person writes it: a number, <c>null</c>, a <c>'quoted text'</c>, or simply text.</summary>
internal static class ParameterText
{
    /// <summary>Quotes force text: <c>'2023'</c> is four characters, <c>2023</c> a number.</summary>
    public static object? Read(string written)
    {
        if (written.Length >= 2 && written[0] == '\'' && written[^1] == '\'')
            return written[1..^1].Replace("''", "'", StringComparison.Ordinal);
        if (written.Equals("null", StringComparison.OrdinalIgnoreCase))
            return null;
        // Only what reads back the same is a number: 007 and +49 30 are texts.
        if (long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            && whole.ToString(CultureInfo.InvariantCulture) == written)
            return whole;
        if (written.Contains('.', StringComparison.Ordinal)
            && double.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var real)
            && char.IsAsciiDigit(written[^1]) && char.IsAsciiDigit(written[written[0] == '-' ? 1 : 0]))
            return real;
        return written;
    }
}
