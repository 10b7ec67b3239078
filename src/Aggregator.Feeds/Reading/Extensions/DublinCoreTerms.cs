using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>Dublin Core terms: dates of a life, and an abstract.</summary>
internal static class DublinCoreTerms
{
    public static bool Read(ElementCursor e, Draft d)
    {
        switch (e.Name)
        {
            case Name.Issued or Name.Available:
                if (e.Date(DateFrom.Terms) is { } issued) d.Claim(issued, ref d.Published, Rank.Terms);
                return true;
            case Name.Modified:
                if (e.Date(DateFrom.Terms) is { } modified) d.Claim(modified, ref d.Updated, Rank.Terms);
                return true;
            case Name.Created:
                if (e.Date(DateFrom.Terms) is { At: not null } created) d.Created.OfferLast(created, Rank.Terms);
                return true;
            case Name.Valid:
                if (End(e.Text()) is { } end && e.DateOf(end, DateFrom.Terms) is { At: not null } expires) d.Expires.OfferLast(expires, Rank.Terms);
                return true;
            case Name.Abstract:
                d.Summary.Offer(e.Html(LeafRule.Long), Rank.Other);
                return true;
            default:
                return DublinCore.Read(e, d);
        }
    }

    // A period: "start=2003-12-31T10:14:55Z; end=2004-01-01T00:00:00Z; scheme=W3C-DTF".
    private static string? End(string? period)
    {
        foreach (var part in (period ?? "").Split(';'))
            if (part.Trim() is var trimmed && trimmed.StartsWith("end", StringComparison.OrdinalIgnoreCase) && trimmed.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
                return trimmed[(at + 1)..].Trim();
        return null;
    }
}
