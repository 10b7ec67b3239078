using System.Globalization;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>Sizes as settings and lists write them: a whole number and a unit, <c>64KiB</c>, <c>16MiB</c>, <c>1GiB</c>; bytes without a unit.</summary>
public static class Sizes
{
    /// <summary>For messages: what a size looks like.</summary>
    public const string Form = "a whole number and a unit, such as 512KiB or 16MiB";

    private static readonly (string Name, long Value)[] Units =
        [("", 1), ("B", 1), ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40), ("KB", 1000), ("MB", 1000_000), ("GB", 1000_000_000)];

    /// <summary>Reads a size in bytes; a space before the unit and the unit's case are ignored.</summary>
    public static bool TryParse(string? text, out long bytes)
    {
        bytes = 0;
        var trimmed = (text ?? "").Trim();
        var digits = trimmed.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < 0) digits = trimmed.Length;
        if (digits == 0 || !long.TryParse(trimmed.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;

        var unit = trimmed[digits..].TrimStart();
        foreach (var (name, value) in Units)
        {
            if (!name.Equals(unit, StringComparison.OrdinalIgnoreCase)) continue;
            if (number > long.MaxValue / value) return false;
            bytes = number * value;
            return true;
        }

        return false;
    }

    /// <summary>Writes a size so that <see cref="TryParse"/> reads the same back: <c>16MiB</c>, <c>1000B</c>.</summary>
    public static string Format(long bytes)
    {
        var (name, value) = bytes == 0 ? ("B", 1L) : Units.Where(u => u.Name is "B" or "KiB" or "MiB" or "GiB" or "TiB").Last(u => bytes % u.Value == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / value}{name}");
    }

    /// <summary>For a person: the nearest unit with one digit after the point, <c>1.4GiB</c>.</summary>
    public static string About(long bytes)
    {
        var (name, value) = Units.Where(u => u.Name is "B" or "KiB" or "MiB" or "GiB" or "TiB").Last(u => u.Value == 1 || bytes >= u.Value);
        return value == 1 ? Format(bytes) : string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / value:0.0}{name}");
    }
}
