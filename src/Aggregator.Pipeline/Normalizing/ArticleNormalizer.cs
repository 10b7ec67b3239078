using Aggregator.Feeds;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>
/// Makes the items of a feed into article records.
/// Takes a parsed feed, the subscription and the time of the fetch; gives an article for each item, in order; never drops one, never
/// invents a date.
/// </summary>
public static class ArticleNormalizer
{
    /// <param name="feed">The feed as read.</param>
    /// <param name="subscription">What the operator says about it.</param>
    /// <param name="feedId">The feed's id: guids count inside one feed.</param>
    /// <param name="fetchedAt">When it was fetched.</param>
    public static IReadOnlyList<Article> Normalize(ParsedFeed feed, Subscription subscription, long feedId, DateTimeOffset fetchedAt)
    {
        if (feed.Items.Count == 0) return [];
        var keys = new ItemKeys(feedId, new StableHash());
        var addresses = feed.Items.Select(i => CanonicalUrl.Of(i.OriginalUrl) ?? CanonicalUrl.Of(i.Url)).ToArray();
        var publishers = Publisher.OfItems(feed, subscription, addresses);
        var order = DayMonthOrder.Of(feed.Items);
        var homePage = CanonicalUrl.Of(feed.Link)?.LooseKey;
        var language = LanguageTag.Of(subscription.Language);
        var feedLanguage = LanguageTag.Of(feed.Language);

        var articles = new Article[feed.Items.Count];
        for (var i = 0; i < articles.Length; i++)
        {
            var item = feed.Items[i];
            var article = One(item, addresses[i], publishers[i], ItemDates.Of(item, order, fetchedAt), keys, homePage, language ?? LanguageOf(item) ?? feedLanguage);
            articles[i] = article with { ContentHash = keys.Content(article) };
        }

        TellLikesApart(articles, keys);
        return articles;
    }

    private static Article One(
        FeedItem item, CanonicalUrl? address, in Publisher publisher, ItemDates dates, ItemKeys keys, string? homePage, string? language)
    {
        var guid = string.IsNullOrEmpty(item.Id) ? null : item.Id;
        var url = string.IsNullOrEmpty(item.Url) ? null : item.Url;
        var isKey = address is { IsHomePage: false } && address.LooseKey != homePage;
        var body = ItemBody.Of(item);
        var title = PlainText.OfLine(item.Title);
        var authors = ItemAuthors.Of(item.Authors);
        return new Article
        {
            Guid = guid,
            Url = url,
            CanonicalUrl = address?.Value,
            Keys = keys.Identity(guid, isKey ? address : null),
            ItemKey = keys.Item(guid, url, isKey, title, body.Text),
            ContentHash = 0,
            TextKey = body.Key,
            Title = title,
            Author = ItemAuthors.Joined(authors),
            Authors = authors,
            Source = publisher.Name,
            SourceDomain = publisher.Domain,
            SourceUrl = publisher.Url,
            Published = dates.Published,
            UpdatedAt = dates.UpdatedAt,
            Claims = dates.Claims,
            Language = language,
            WordCount = body.Words,
            ImageUrl = item.ImageUrl ?? item.Enclosures.FirstOrDefault(e => e.Type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)?.Url,
            Flags = item.Complete ? [] : [ArticleFlags.Incomplete],
            Categories = ItemCategories.Of(item.Categories),
            Enclosures = item.Enclosures,
            Summary = body.Summary,
            Text = body.Text,
            Html = body.Html,
        };
    }

    private static string? LanguageOf(FeedItem item) => LanguageTag.Of(item.Language) ?? LanguageTag.Of(item.Content?.Language ?? item.Title?.Language);

    // Items of one answer with one guid and URL but other words are not one item; only then do the words enter the key of the sighting.
    private static void TellLikesApart(Article[] articles, ItemKeys keys)
    {
        var first = new Dictionary<long, int>(articles.Length);
        HashSet<long>? apart = null;
        for (var i = 0; i < articles.Length; i++)
        {
            if (first.TryAdd(articles[i].ItemKey, i)) continue;
            var like = articles[first[articles[i].ItemKey]];
            if (like.Title != articles[i].Title || like.Text != articles[i].Text) (apart ??= []).Add(articles[i].ItemKey);
        }

        if (apart is null) return;
        for (var i = 0; i < articles.Length; i++)
            if (apart.Contains(articles[i].ItemKey)) articles[i] = articles[i] with { ItemKey = keys.ItemAmongItsLike(articles[i]) };
    }
}
