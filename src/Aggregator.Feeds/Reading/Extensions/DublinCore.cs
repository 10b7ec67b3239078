using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading.Extensions;

/// <summary>Dublin Core elements, all old spellings of the namespace.</summary>
internal static class DublinCore
{
    public static bool Read(ElementCursor e, Draft d)
    {
        switch (e.Name)
        {
            case Name.Title:
                d.Title.Offer(e.Html(LeafRule.Short), Rank.DublinCore);
                return true;
            case Name.Creator or Name.Author:
                d.AddAuthor(PersonText.Parse(e.Text()));
                return true;
            case Name.Contributor:
                d.AddContributor(PersonText.Parse(e.Text()));
                return true;
            case Name.Publisher:
                d.Publisher.Offer(PersonText.Parse(e.Text()), Rank.DublinCore);
                return true;
            case Name.Date:
                if (e.Date(DateFrom.DublinCore) is not { } date) return true;
                d.Claim(date, ref d.Updated, Rank.DublinCore);
                if (!d.IsFeed && date.At is not null) d.Published.OfferLast(date, Rank.DublinCore);
                return true;
            case Name.Subject:
                if (e.Text() is { } subject) d.AddCategory(subject, null, null);
                return true;
            case Name.Language:
                d.Language.Offer(e.Text(), Rank.DublinCore);
                return true;
            case Name.Rights:
                d.Rights.Offer(e.Html(LeafRule.Short), Rank.DublinCore);
                return true;
            case Name.Description:
                d.Summary.Offer(e.Html(LeafRule.Long), Rank.DublinCore);
                return true;
            case Name.Source when !d.IsFeed:
                if (e.Text() is { } source && FeedUrl.IsAbsolute(source)) d.Source.Offer(e.Source(null, source), Rank.DublinCore);
                return true;
            default:
                return false;
        }
    }
}
