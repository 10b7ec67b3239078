using Aggregator.Feeds;

namespace Aggregator.Pipeline.Normalizing;

/// <summary>The keys under which items are found again. Their making is stored with them: see <see cref="StableHash"/>.</summary>
internal sealed class ItemKeys(long feedId, StableHash hash)
{
    // What the hash of an item key is made of comes first in it, so that the three never meet.
    private const long ByAddress = 1, ByText = 2, ByAddressAndText = 3;

    /// <summary>The keys an article is looked up by, strongest first. <paramref name="address"/> is null when the URL is no key.</summary>
    public IReadOnlyList<IdentityKey> Identity(string? guid, CanonicalUrl? address)
    {
        var keys = new List<IdentityKey>(4);
        if (guid is not null) keys.Add(new IdentityKey(IdentityKind.Guid, hash.Add(feedId).Add(WithoutScheme(guid)).End()));
        if (address is null) return keys;
        keys.Add(new IdentityKey(IdentityKind.Url, hash.Add(address.MatchKey).End()));
        var loose = hash.Add(address.LooseKey).End();
        keys.Add(new IdentityKey(IdentityKind.LooseUrl, loose));
        if (address.LooseKey != address.MatchKey) keys.Add(new IdentityKey(IdentityKind.Url, loose));
        return keys;
    }

    /// <summary>The key of a sighting: guid and URL as given, or title and text of an item that has neither.</summary>
    public long Item(string? guid, string? url, bool urlIsKey, string? title, string? text) =>
        guid is not null || (url is not null && urlIsKey)
            ? hash.Add(ByAddress).Add(guid).Add(url).End()
            : hash.Add(ByText).Add(title).Add(text).End();

    /// <summary>The key of a sighting whose guid and URL other items of the same answer have too, with other words.</summary>
    public long ItemAmongItsLike(Article article) =>
        hash.Add(ByAddressAndText).Add(article.Guid).Add(article.Url).Add(article.Title).Add(article.Text).End();

    /// <summary>Everything that the feed says of an item and the archive keeps; dates as instants, so that another spelling is no change.</summary>
    public long Content(Article article)
    {
        hash.Add(article.Title).Add(article.Subtitle).Add(article.Author).Add(article.Summary).Add(article.Text).Add(article.Html)
            .Add(article.Published?.At?.UtcTicks ?? 0).Add((long)(article.Published?.Precision ?? DatePrecision.Second))
            .Add(article.UpdatedAt?.UtcTicks ?? 0).Add(article.Language).Add(article.ImageUrl).Add(article.ImageCredit);
        hash.Add(article.Categories.Count);
        foreach (var category in article.Categories) hash.Add(category.Term).Add(category.Scheme);
        hash.Add(article.Enclosures.Count);
        foreach (var enclosure in article.Enclosures) hash.Add(enclosure.Url).Add(enclosure.Type).Add(enclosure.Length ?? -1);
        return hash.End();
    }

    // A site that moves to https often rewrites its guids with it.
    private static string WithoutScheme(string guid) =>
        guid.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? guid[8..]
        : guid.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? guid[7..] : guid;
}
