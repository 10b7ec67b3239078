namespace Aggregator.Feeds;

/// <summary>Settles the doubtful day and month of a feed's dates from all its items. Pure; a feed without a doubt comes back as it is.</summary>
internal static class FeedDateOrder
{
    internal static ParsedFeed Settle(ParsedFeed feed, DateTimeOffset? now)
    {
        if (!feed.Items.Any(IsDoubtful) && !IsDoubtful(feed.Published) && !IsDoubtful(feed.Updated))
            return feed;
        var fromDates = DateOrders.FromDates(feed.Items.SelectMany(DatesOf).OfType<FeedDate>());
        var fromLanguage = DateOrders.FromLanguage(feed.Language);
        if (fromDates is null && fromLanguage is null)
            return feed;
        return feed with
        {
            Published = Settled(feed.Published),
            Updated = Settled(feed.Updated),
            Created = Settled(feed.Created),
            Items = [.. feed.Items.Select(item => !IsDoubtful(item) ? item : item with
            {
                Published = Settled(item.Published),
                Updated = Settled(item.Updated),
                Created = Settled(item.Created),
                Expires = Settled(item.Expires),
                Dates = [.. item.Dates.Select(date => Settled(date)!)],
            })],
        };

        FeedDate? Settled(FeedDate? date) => date is null ? null : DateOrders.Settle(date, fromDates, fromLanguage, now);
    }

    private static bool IsDoubtful(FeedItem item)
    {
        if (IsDoubtful(item.Published) || IsDoubtful(item.Updated) || IsDoubtful(item.Created) || IsDoubtful(item.Expires))
            return true;
        foreach (var date in item.Dates)
            if (IsDoubtful(date))
                return true;
        return false;
    }

    private static bool IsDoubtful(FeedDate? date) => date is not null && (date.Flags & DateFlags.AmbiguousOrder) != 0;

    private static IEnumerable<FeedDate?> DatesOf(FeedItem item) => [item.Published, item.Updated, item.Created, item.Expires, .. item.Dates];
}
