using System.Globalization;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>
/// What distinguishes two feed lists. Takes the feeds of both; gives what to add, to take out and to change in the first so that it says
/// what the second says; the order of the feeds is no difference.
/// </summary>
/// <param name="Added">Feeds of the second list that the first does not have.</param>
/// <param name="Removed">Feeds of the first list that the second does not have.</param>
/// <param name="Changed">Options that differ, in the order of the second list.</param>
public sealed record ListDiff(IReadOnlyList<Subscription> Added, IReadOnlyList<Subscription> Removed, IReadOnlyList<ChangedOption> Changed)
{
    private static readonly (string Key, Func<Subscription, string?> Value)[] Options =
    [
        ("title", f => f.Title),
        ("group", f => f.Group),
        ("tags", f => f.Tags.Count == 0 ? null : string.Join(", ", f.Tags)),
        ("enabled", f => f.Enabled ? null : "false"),
        ("every", f => f.Every is { } every ? Durations.Format(every) : null),
        ("source", f => f.Source),
        ("language", f => f.Language),
        ("timeout", f => f.Timeout is { } timeout ? Durations.Format(timeout) : null),
        ("maxBytes", f => f.MaxBytes?.ToString(CultureInfo.InvariantCulture)),
        ("headers", f => f.Headers.Count == 0 ? null : string.Join(", ", f.Headers.Select(h => $"{h.Name}: {h.Value}"))),
        ("userAgent", f => f.UserAgent),
        ("auth", f => f.Auth is null ? null : JsonRequestOptions.Written(f.Auth)),
        ("proxy", f => f.Proxy),
        ("allowPrivateNetwork", f => f.AllowPrivateNetwork ? "true" : null),
        ("ignoreTls", f => f.IgnoreTls ? "true" : null),
    ];

    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;

    public static ListDiff Between(IReadOnlyList<Subscription> first, IReadOnlyList<Subscription> second)
    {
        var before = first.ToDictionary(f => FeedUrl.Key(f.Url), StringComparer.Ordinal);
        var after = second.Select(f => FeedUrl.Key(f.Url)).ToHashSet(StringComparer.Ordinal);
        return new ListDiff(
            [.. second.Where(f => !before.ContainsKey(FeedUrl.Key(f.Url)))],
            [.. first.Where(f => !after.Contains(FeedUrl.Key(f.Url)))],
            [.. second.Where(f => before.ContainsKey(FeedUrl.Key(f.Url))).SelectMany(f => Changes(before[FeedUrl.Key(f.Url)], f))]);
    }

    private static IEnumerable<ChangedOption> Changes(Subscription before, Subscription after) =>
        Options.Select(o => new ChangedOption(after.Url, o.Key, o.Value(before), o.Value(after))).Where(c => c.Before != c.After);
}

/// <summary>An option that differs.</summary>
/// <param name="Url">The feed.</param>
/// <param name="Key">The key, as the list spells it.</param>
/// <param name="Before">The value before; null for none.</param>
/// <param name="After">The value now; null for none.</param>
public sealed record ChangedOption(string Url, string Key, string? Before, string? After);
