using System.Globalization;
using System.Text.RegularExpressions;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>Reads the value of each key of a list: the right kind, within bounds, else a sentence that says what would be right.</summary>
internal static partial class OptionReader
{
    /// <summary>Shortest interval that an operator may state.</summary>
    public static readonly TimeSpan ShortestEvery = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    public const long SmallestMaxBytes = 1024;

    public const long LargestMaxBytes = 1L << 30;

    private const int LongestText = 500;

    /// <summary>Reads one inherited key from its text.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    public static string? Read(string key, string text, ref ListOptions options)
    {
        switch (key)
        {
            case "every":
                if (text == "auto") options = options with { Every = new PollEvery(null) };
                else if (!Durations.TryParse(text, out var every)) return $"{FeedUrl.Shown(text)} is no interval; it is \"auto\" or {Durations.Form}";
                else if (every < ShortestEvery) return $"{text.Trim()} is too often; {Durations.Format(ShortestEvery)} is the shortest interval";
                else options = options with { Every = new PollEvery(every) };
                return null;
            case "timeout":
                if (!Durations.TryParse(text, out var timeout)) return $"{FeedUrl.Shown(text)} is no duration; it is {Durations.Form}";
                if (timeout < TimeSpan.FromSeconds(1) || timeout > LongestTimeout) return $"{text.Trim()} is out of bounds; from 1s to {Durations.Format(LongestTimeout)}";
                options = options with { Timeout = timeout };
                return null;
            case "maxBytes":
                if (!Sizes.TryParse(text, out var bytes)) return $"{FeedUrl.Shown(text)} is no size; it is {Sizes.Form}";
                if (bytes is < SmallestMaxBytes or > LargestMaxBytes) return $"{text.Trim()} is out of bounds; from {Sizes.Format(SmallestMaxBytes)} to {Sizes.Format(LargestMaxBytes)}";
                options = options with { MaxBytes = bytes };
                return null;
            case "language":
                if (!LanguageTag().IsMatch(text)) return $"{FeedUrl.Shown(text)} is no language tag; it is such as en, pt-BR or zh-Hant";
                options = options with { Language = text };
                return null;
            case "source":
                if (TextProblem(text) is { } wrong) return wrong;
                options = options with { Source = text.Trim() };
                return null;
            case "userAgent":
                if (text.Trim().Length == 0) return "the user agent is empty; leave the key out for the program's own";
                if (text.Contains("${", StringComparison.Ordinal)) return "a user agent holds no secret; it is sent to every server on the way";
                if (RequestHeaderRules.ProblemOfValue(text) is { } unfit) return unfit;
                options = options with { UserAgent = text };
                return null;
            case "proxy":
                if (ProxyUrl.Problem(text) is { } refused) return refused;
                options = options with { Proxy = text };
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(key), key, "not a text option");
        }
    }

    /// <summary>The words of a comma-separated text, each once.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(w => TextProblem(w) is null).Distinct(StringComparer.Ordinal)];

    /// <summary>What is wrong with a title, name, source or tag; null when nothing is.</summary>
    public static string? TextProblem(string text) =>
        string.IsNullOrWhiteSpace(text) ? "the text is empty"
        : text.Length > LongestText ? string.Create(CultureInfo.InvariantCulture, $"the text has {text.Length} characters, at most {LongestText} are taken")
        : text.Any(char.IsControl) ? "the text holds a line end or a control character"
        : null;

    // The shape of BCP 47, not its registry.
    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
