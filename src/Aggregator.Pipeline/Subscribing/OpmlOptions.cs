using System.Globalization;
using System.Xml;
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
        var attributes = new List<KeyValuePair<XmlQualifiedName, string>>();
        if (feed.Tags.Count > 0) Add("tags", string.Join(", ", feed.Tags));
        if (!feed.Enabled) Add("enabled", "false");
        if (feed.Every is { } every) Add("every", Durations.Format(every));
        if (feed.Source is { } source) Add("source", source);
        if (feed.Language is { } language) Add("language", language);
        if (feed.Timeout is { } timeout) Add("timeout", Durations.Format(timeout));
        if (feed.MaxBytes is { } bytes) Add("maxBytes", bytes.ToString(CultureInfo.InvariantCulture));
        if (feed.UserAgent is { } agent) Add("userAgent", agent);
        return new OpmlOutline(feed.Url)
        {
            Title = feed.Title,
            Folder = feed.Group?.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Attributes = attributes,
        };

        void Add(string name, string value) => attributes.Add(new(new XmlQualifiedName(name, Namespace), value));
    }

    /// <summary>Reads the options of an outline; one that is wrong, or that counts only in <c>feeds.json</c>, is a warning and has no effect.</summary>
    public static ListOptions Read(OpmlOutline outline, ListProblems problems)
    {
        var options = ListOptions.None;
        foreach (var attribute in outline.Attributes)
        {
            var (name, value) = (attribute.Key.Name, attribute.Value.Trim());
            if (attribute.Key.Namespace.Length == 0)
            {
                // OPML 2.0: a category with slashes is a place in a taxonomy, one without is a tag.
                if (name == Category) options = options with { Tags = [.. options.Tags.Union(OptionReader.Words(value).Where(w => !w.Contains('/', StringComparison.Ordinal)))] };
                continue;
            }

            if (attribute.Key.Namespace != Namespace) continue;
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
