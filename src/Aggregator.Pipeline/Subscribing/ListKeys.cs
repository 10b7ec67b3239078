namespace Aggregator.Pipeline.Subscribing;

/// <summary>The keys of <c>feeds.json</c>: which may stand where, and which wait for a later version.</summary>
internal static class ListKeys
{
    /// <summary>Keys that flow from <c>defaults</c> over groups to feeds.</summary>
    public static readonly IReadOnlyList<string> Inherited =
        ["tags", "enabled", "every", "source", "language", "timeout", "maxBytes", "allowPrivateNetwork"];

    public static readonly IReadOnlyList<string> Top = ["$schema", "defaults", "groups", "feeds"];

    public static readonly IReadOnlyList<string> Defaults = Inherited;

    public static readonly IReadOnlyList<string> Group = ["name", "feeds", .. Inherited];

    public static readonly IReadOnlyList<string> Feed = ["url", "file", "title", "group", .. Inherited];

    /// <summary>Known, but not in effect in this version: writing one is an error, so that nobody believes that it works.</summary>
    public static readonly IReadOnlyList<string> NotInEffect =
        ["schedule", "timeZone", "fullText", "headers", "userAgent", "auth", "proxy", "keep", "drop", "identity", "ignoreTls"];

    /// <summary>Where a key that is right elsewhere belongs.</summary>
    public static string? Meant(string wrong, IReadOnlyList<string> allowed)
    {
        var synonym = wrong.ToUpperInvariant() switch
        {
            "XMLURL" or "HREF" or "LINK" or "ADDRESS" or "FEED" => "url",
            "PATH" => "file",
            "NAME" => "title",
            "TITLE" or "FOLDER" or "CATEGORY" => allowed.Contains("name") ? "name" : "group",
            "INTERVAL" or "REFRESH" or "TTL" or "FREQUENCY" or "PERIOD" => "every",
            "LABELS" or "KEYWORDS" or "CATEGORIES" => "tags",
            "DISABLED" or "ACTIVE" or "PAUSED" => "enabled",
            "LANG" or "LOCALE" => "language",
            "PUBLISHER" => "source",
            "MAXSIZE" or "SIZE" or "LIMIT" => "maxBytes",
            "OUTLINES" or "SUBSCRIPTIONS" or "URLS" => "feeds",
            "FOLDERS" => "groups",
            _ => null,
        };
        return synonym is not null && allowed.Contains(synonym) ? synonym : NearestName.Of(wrong, allowed);
    }
}
