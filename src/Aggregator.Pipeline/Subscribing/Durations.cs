using System.Globalization;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>Durations as settings, lists and options write them: a whole number and a unit, <c>500ms</c>, <c>30s</c>, <c>15m</c>, <c>6h</c>, <c>7d</c>.</summary>
public static class Durations
{
    /// <summary>For messages: what a duration looks like.</summary>
    public const string Form = "a whole number and a unit, such as 30s, 15m, 6h or 7d";

    // Ten years: far beyond any use, far within every computation with instants.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    private static readonly (string Name, TimeSpan Value)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1)),
    ];

    /// <summary>Reads a duration; spaces around it are ignored, no sign and no fraction is taken.</summary>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        var trimmed = (text ?? "").Trim();
        var digits = trimmed.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || !long.TryParse(trimmed.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;

        var unit = trimmed[digits..];
        foreach (var (name, value) in Units)
        {
            if (name != unit) continue;
            if (number > Longest.Ticks / value.Ticks) return false;
            duration = value * number;
            return true;
        }

        return false;
    }

    /// <summary>Writes a duration so that <see cref="TryParse"/> reads it back, rounded to whole milliseconds: <c>90m</c>, <c>4h</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        var ms = (long)Math.Max(0, Math.Round(duration.TotalMilliseconds));
        if (ms == 0) return "0s";
        var (name, value) = Units.Last(u => ms % (long)u.Value.TotalMilliseconds == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{ms / (long)value.TotalMilliseconds}{name}");
    }
}
