using System.Globalization;

namespace Aggregator.Fetching;

/// <summary>Reads Retry-After (RFC 9110, 10.2.3): seconds or a date, as an instant, at most 7 days ahead.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    // IMF-fixdate, RFC 850 and asctime (RFC 9110, 5.6.7).
    private static readonly string[] Dates = ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>The instant; null when there is none, or it has passed.</summary>
    public static DateTimeOffset? Read(string? header, DateTimeOffset now)
    {
        var text = header?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (text.All(char.IsAsciiDigit))
        {
            var seconds = text.Length > 9 ? Longest.TotalSeconds : double.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
            return seconds <= 0 ? null : now + TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
        }

        const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowInnerWhite;
        if (!DateTimeOffset.TryParseExact(text, Dates, CultureInfo.InvariantCulture, Style, out var date) || date <= now) return null;
        return date - now > Longest ? now + Longest : date;
    }
}
