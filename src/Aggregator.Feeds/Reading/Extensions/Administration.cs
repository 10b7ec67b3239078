using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>The administration module of RSS 1.0: what made the feed.</summary>
internal static class Administration
{
    public static bool Read(ElementCursor e, Draft d)
    {
        if (e.Name != Name.GeneratorAgent || !d.IsFeed) return false;
        if (e.Attribute(Ns.Rdf, "resource"u8) is { Length: > 0 } resource) d.Generator.Offer(new Generator(resource, e.Absolute(resource), null), Rank.Other);
        return true;
    }
}
