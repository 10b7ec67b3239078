using System.Text;
using Aggregator.Feeds;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>Writes the list as it is in effect: groups in the order in which they first appear, every option where it differs from none.</summary>
public static class ListExport
{
    /// <summary>As a <c>feeds.json</c> that reads back to the same feeds.</summary>
    public static string Json(IReadOnlyList<Subscription> feeds)
    {
        var text = new StringBuilder("{\n  \"$schema\": \"./feeds.schema.json\"");
        var groups = feeds.Where(f => f.Group is not null).GroupBy(f => f.Group!, StringComparer.Ordinal).ToList();
        if (groups.Count > 0)
        {
            text.Append(",\n  \"groups\": [");
            text.AppendJoin(",", groups.Select(g => $"\n    {{ \"name\": {JsonText.Quoted(g.Key)}, \"feeds\": [{Lines(g, "      ")}\n    ] }}"));
            text.Append("\n  ]");
        }

        var others = Lines(feeds.Where(f => f.Group is null), "    ");
        return text.Append(",\n  \"feeds\": [").Append(others).Append(others.Length > 0 ? "\n  ]\n}\n" : "]\n}\n").ToString();
    }

    /// <summary>As OPML 2.0 with groups as folders, and our options in attributes of a namespace of ours. What counts only in <c>feeds.json</c>
    /// is left out: local files, addresses that name a secret, logins, headers, proxies, and what lowers a wall.</summary>
    /// <param name="feeds">The feeds.</param>
    /// <param name="title">The title of the list.</param>
    public static OpmlDocument Opml(IReadOnlyList<Subscription> feeds, string title) =>
        new() { Title = title, Outlines = [.. feeds.Where(f => f.FilePath is null && !SecretTemplate.HoldsReference(f.Url)).Select(OpmlOptions.Outline)] };

    private static string Lines(IEnumerable<Subscription> feeds, string indent) => string.Join(",", feeds.Select(f => $"\n{indent}{Entry(f)}"));

    private static string Entry(Subscription feed)
    {
        List<(string Name, string Value)> keys = [feed.FilePath is null ? ("url", JsonText.Quoted(feed.Url)) : ("file", JsonText.Quoted(feed.Url["file:".Length..]))];
        if (feed.Title is { } title) keys.Add(("title", JsonText.Quoted(title)));
        if (feed.Tags.Count > 0) keys.Add(("tags", $"[{string.Join(", ", feed.Tags.Select(JsonText.Quoted))}]"));
        if (!feed.Enabled) keys.Add(("enabled", "false"));
        if (feed.Every is { } every) keys.Add(("every", JsonText.Quoted(Durations.Format(every))));
        if (feed.Source is { } source) keys.Add(("source", JsonText.Quoted(source)));
        if (feed.Language is { } language) keys.Add(("language", JsonText.Quoted(language)));
        if (feed.Timeout is { } timeout) keys.Add(("timeout", JsonText.Quoted(Durations.Format(timeout))));
        if (feed.MaxBytes is { } bytes) keys.Add(("maxBytes", JsonText.Quoted(Sizes.Format(bytes))));
        if (feed.Headers.Count > 0) keys.Add(("headers", $"{{ {string.Join(", ", feed.Headers.Select(h => $"{JsonText.Quoted(h.Name)}: {JsonText.Quoted(h.Value)}"))} }}"));
        if (feed.UserAgent is { } agent) keys.Add(("userAgent", JsonText.Quoted(agent)));
        if (feed.Auth is { } auth) keys.Add(("auth", JsonRequestOptions.Written(auth)));
        if (feed.Proxy is { } proxy) keys.Add(("proxy", JsonText.Quoted(proxy)));
        if (feed.AllowPrivateNetwork) keys.Add(("allowPrivateNetwork", "true"));
        if (feed.IgnoreTls) keys.Add(("ignoreTls", "true"));
        return keys is [("url", var only)] ? only : $"{{ {string.Join(", ", keys.Select(k => $"\"{k.Name}\": {k.Value}"))} }}";
    }
}
