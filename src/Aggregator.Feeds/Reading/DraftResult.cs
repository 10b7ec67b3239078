namespace Aggregator.Feeds.Reading;

/// <summary>Makes drafts into what the reader gives.</summary>
internal static class DraftResult
{
    /// <summary>The item of a draft.</summary>
    public static FeedItem ToItem(this Draft d)
    {
        var contents = d.Contents is { } all ? all : [];
        return new FeedItem
        {
            Complete = d.Complete,
            Id = d.Id.Value,
            Url = d.Link.Value ?? PermalinkOf(d),
            Title = d.Title.Value,
            Summary = d.Summary.Value,
            Content = Fullest(contents),
            Authors = d.Authors is { } authors ? authors : [],
            Published = d.Published.Value,
            Updated = d.Updated.Value,
            Dates = Sorted(d.Claims),
            Categories = d.Categories is { } categories ? categories : [],
            Enclosures = WithDuration(d),
            Source = d.Source.Value,
            Language = d.Language.Value,
            ImageUrl = d.Image.Value?.Url,
            Image = d.Image.Value,
            OriginalUrl = d.OriginalUrl.Value,
            IdIsPermalink = d.IdIsPermalink,
            Links = d.Links is { } links ? links : [],
            Contents = contents.Count > 1 || (contents.Count == 1 && contents[0].ContentUrl is not null) ? contents : [],
            Rights = d.Rights.Value,
            Contributors = d.Contributors is { } contributors ? contributors : [],
            Publisher = d.Publisher.Value,
            CommentsUrl = d.CommentsUrl.Value,
            CommentsFeedUrl = d.CommentsFeedUrl.Value,
            Created = d.Created.Value,
            Expires = d.Expires.Value,
            Podcast = d.Podcast,
            License = d.License.Value,
        };
    }

    /// <summary>The feed of a draft.</summary>
    public static ParsedFeed ToFeed(this Draft d, string version, bool complete, IReadOnlyList<FeedItem> items) => new()
    {
        Version = version,
        Complete = complete,
        Items = items,
        Id = d.Id.Value,
        Title = d.Title.Value,
        Link = d.Link.Value,
        Description = d.Summary.Value,
        Language = d.Language.Value,
        Updated = d.Updated.Value,
        Published = d.Published.Value,
        Ttl = d.Ttl.Value,
        Rights = d.Rights.Value,
        Authors = d.Authors is { } authors ? authors : [],
        Contributors = d.Contributors is { } contributors ? contributors : [],
        Publisher = d.Publisher.Value,
        Categories = d.Categories is { } categories ? categories : [],
        Links = d.Links is { } links ? links : [],
        Generator = d.Generator.Value,
        Image = d.Image.Value,
        Icon = d.Icon.Value,
        Logo = d.Logo.Value,
        Docs = d.Docs.Value,
        Cloud = d.Cloud,
        TextInput = d.TextInput,
        Created = d.Created.Value,
        Info = d.Info.Value,
        Podcast = d.Podcast,
        License = d.License.Value,
    };

    // RSS 2.0: a guid is the item's address unless it says otherwise; one that is no address is not used.
    private static string? PermalinkOf(Draft d) =>
        d.IdIsPermalink == true && d.Id.Value is { } id && (id.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || id.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            ? id
            : null;

    // Markup before characters, then the longest: some feeds give an extract first.
    private static FeedText? Fullest(List<FeedText> contents)
    {
        FeedText? best = null;
        foreach (var content in contents)
        {
            if (content.Value.Length == 0) continue;
            if (best is null || (IsMarkup(content), content.Value.Length).CompareTo((IsMarkup(best), best.Value.Length)) > 0) best = content;
        }

        return best;
    }

    private static bool IsMarkup(FeedText text) => text.Kind != TextKind.Text;

    private static List<DateClaim> Sorted(List<DateClaim>? claims)
    {
        if (claims is null) return [];
        if (claims.Count > 1)
        {
            var sorted = claims.OrderBy(claim => claim.Date.At is null).ThenBy(claim => Order(claim.From)).ToList();
            return sorted;
        }

        return claims;
    }

    private static int Order(string from) => from switch
    {
        "item.published" => 0,
        "dc.date" => 1,
        "dcterms" => 2,
        _ => 3,
    };

    private static List<FeedEnclosure> WithDuration(Draft d)
    {
        if (d.Enclosures is not { } list) return [];
        if (d.DurationSeconds is { } seconds)
            for (var i = 0; i < list.Count; i++) list[i] = list[i].DurationSeconds is null ? list[i] with { DurationSeconds = seconds } : list[i];
        return list;
    }
}
