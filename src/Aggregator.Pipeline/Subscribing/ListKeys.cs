namespace Aggregator.Pipeline.Subscribing;

/// <summary>The keys of <c>feeds.json</c>: which may stand where, and which wait for a later version.</summary>
internal static class ListKeys
{
    /// <summary>Keys that flow from <c>defaults</c> over groups to feeds.</summary>
    public static readonly IReadOnlyList<string> Inherited =
        ["tags", "enabled", "every", "source", "language", "timeout", "maxBytes",
            "headers", "userAgent", "auth", "proxy", "allowPrivateNetwork", "ignoreTls"];

    public static readonly IReadOnlyList<string> Top = ["$schema", "defaults", "groups", "feeds"];

    public static readonly IReadOnlyList<string> Defaults = Inherited;

    public static readonly IReadOnlyList<string> Group = ["name", "feeds", .. Inherited];

    public static readonly IReadOnlyList<string> Feed = ["url", "file", "title", "group", .. Inherited];

    /// <summary>Known, but not in effect in this version: writing one is an error, so that nobody believes that it works.</summary>
    public static readonly IReadOnlyList<string> NotInEffect =
        ["schedule", "timeZone", "fullText", "keep", "drop", "identity"];

    /// <summary>What lowers a wall or carries a secret: the operator's word in <c>feeds.json</c>, about feeds of <c>feeds.json</c>.</summary>
    public static readonly IReadOnlyList<string> OnlyInJson = ["file", "headers", "auth", "proxy", "allowPrivateNetwork", "ignoreTls"];

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
            "AGENT" or "USER-AGENT" or "USER_AGENT" => "userAgent",
            "LOGIN" or "AUTHORIZATION" or "CREDENTIALS" or "COOKIE" or "COOKIES" or "PASSWORD" => "auth",
            "INSECURE" or "VERIFYTLS" or "IGNORESSL" or "VERIFY" => "ignoreTls",
            "HEADER" => "headers",
            "MAXSIZE" or "SIZE" or "LIMIT" => "maxBytes",
            "OUTLINES" or "SUBSCRIPTIONS" or "URLS" => "feeds",
            "FOLDERS" => "groups",
            _ => null,
        };
        return synonym is not null && allowed.Contains(synonym) ? synonym : NearestName.Of(wrong, allowed);
    }
}
