using System.Globalization;
using Aggregator.Feeds;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>Our options as attributes of an OPML outline, so that a list survives its way through OPML.</summary>
internal static class OpmlOptions
{
    public const string Namespace = "urn:aggregator:feed-options";

    // Tags stand in OPML's own attribute "category" as far as it can say them, which other readers know too.
    private const string Category = "category";

    public static OpmlOutline Outline(Subscription feed)
    {
        var attributes = new List<OpmlAttribute>();
        if (feed.Tags.Count > 0) attributes.Add(new OpmlAttribute(Namespace, "tags", string.Join(", ", feed.Tags)));
        if (!feed.Enabled) attributes.Add(new OpmlAttribute(Namespace, "enabled", "false"));
        if (feed.Every is { } every) attributes.Add(new OpmlAttribute(Namespace, "every", Durations.Format(every)));
        if (feed.Source is { } source) attributes.Add(new OpmlAttribute(Namespace, "source", source));
        if (feed.Language is { } language) attributes.Add(new OpmlAttribute(Namespace, "language", language));
        if (feed.Timeout is { } timeout) attributes.Add(new OpmlAttribute(Namespace, "timeout", Durations.Format(timeout)));
        if (feed.MaxBytes is { } bytes) attributes.Add(new OpmlAttribute(Namespace, "maxBytes", bytes.ToString(CultureInfo.InvariantCulture)));
        if (feed.UserAgent is { } agent) attributes.Add(new OpmlAttribute(Namespace, "userAgent", agent));
        return new OpmlOutline(feed.Url)
        {
            Title = feed.Title,
            Folder = feed.Group?.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Attributes = attributes,
        };
    }

    /// <summary>Reads the options of an outline; one that is wrong, or that counts only in <c>feeds.json</c>, is a warning and has no effect.</summary>
    public static ListOptions Read(OpmlOutline outline, ListProblems problems)
    {
        var options = ListOptions.None;
        foreach (var attribute in outline.Attributes)
        {
            var (name, value) = (attribute.Name, attribute.Value.Trim());
            if (attribute.Namespace.Length == 0)
            {
                // OPML 2.0: a category with slashes is a place in a taxonomy, one without is a tag.
                if (name == Category) options = options with { Tags = [.. options.Tags.Union(OptionReader.Words(value).Where(w => !w.Contains('/', StringComparison.Ordinal)))] };
                continue;
            }

            if (attribute.Namespace != Namespace) continue;
            var wrong = name switch
            {
                "tags" => null,
                "enabled" => value is "true" or "false" ? null : "this must be true or false",
                "every" or "source" or "language" or "timeout" or "maxBytes" or "userAgent" => OptionReader.Read(name, value, ref options),
                _ when ListKeys.OnlyInJson.Contains(name) => "this counts only in feeds.json",
                _ when ListKeys.NotInEffect.Contains(name) => "this is not in effect in this version",
                _ => ListKeys.Meant(name, ListKeys.Inherited) is { } meant ? $"there is no such option; did you mean {meant}?" : "there is no such option",
            };
            if (wrong is not null) problems.Warning(outline.Line, name, $"{wrong}; the option of {outline.XmlUrl} has no effect");
            else if (name == "tags") options = options with { Tags = [.. options.Tags.Union(OptionReader.Words(value))] };
            else if (name == "enabled") options = options with { Enabled = value == "true" };
        }

        return options;
    }
}
