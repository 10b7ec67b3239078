using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>Creative Commons licences: the RSS 2.0 module has a text, the RDF one an <c>rdf:resource</c>.</summary>
internal static class CreativeCommons
{
    public static bool Read(ElementCursor e, Draft d)
    {
        if (e.Name != Name.License) return false;
        d.License.Offer(e.Attribute(Ns.Rdf, "resource"u8) is { Length: > 0 } resource ? e.Absolute(resource) : e.Url(), Rank.Own);
        return true;
    }
}
