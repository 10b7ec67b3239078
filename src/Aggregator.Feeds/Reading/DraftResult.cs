namespace Aggregator.Feeds.Reading;

/// <summary>Makes drafts into what the reader gives.</summary>
internal static class DraftResult
{
    /// <summary>The item of a draft.</summary>
    public static FeedItem ToItem(this Draft d)
    {
        var contents = d.Contents;
        return new FeedItem
        {
            Complete = d.Complete,
            Id = d.Id.Value,
            Url = d.Link.Value ?? PermalinkOf(d),
            Title = d.Title.Value,
            Summary = d.Summary.Value,
            Content = Fullest(contents),
            Authors = Array(d.Authors),
            Published = d.Published.Value,
            Updated = d.Updated.Value,
            Dates = Sorted(d.Claims),
            Categories = Array(d.Categories),
            Enclosures = WithDuration(d),
            Source = d.Source.Value,
            Language = d.Language.Value,
            ImageUrl = d.Image.Value?.Url,
            Image = d.Image.Value,
            OriginalUrl = d.OriginalUrl.Value,
            IdIsPermalink = d.IdIsPermalink,
            Links = Array(d.Links),
            Contents = contents.Count > 1 || (contents.Count == 1 && contents[0].ContentUrl is not null) ? Array(contents) : [],
            Rights = d.Rights.Value,
            Contributors = Array(d.Contributors),
            Publisher = d.Publisher.Value,
            CommentsUrl = d.CommentsUrl.Value,
            CommentsFeedUrl = d.CommentsFeedUrl.Value,
            Created = d.Created.Value,
            Expires = d.Expires.Value,
            PodcastExplicit = d.PodcastExplicit,
            PodcastBlock = d.PodcastBlock,
            PodcastSubtitle = d.PodcastSubtitle,
            PodcastDuration = d.PodcastDuration,
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
        Authors = Array(d.Authors),
        Contributors = Array(d.Contributors),
        Publisher = d.Publisher.Value,
        Categories = Array(d.Categories),
        Links = Array(d.Links),
        Generator = d.Generator.Value?.Name,
        GeneratorUri = d.Generator.Value?.Uri,
        GeneratorVersion = d.Generator.Value?.Version,
        Image = d.Image.Value,
        Icon = d.Icon.Value,
        Logo = d.Logo.Value,
        Docs = d.Docs.Value,
        Cloud = d.Cloud,
        TextInput = d.TextInput,
        Created = d.Created.Value,
        Info = d.Info.Value,
        PodcastExplicit = d.PodcastExplicit,
        PodcastBlock = d.PodcastBlock,
        PodcastSubtitle = d.PodcastSubtitle,
        PodcastDuration = d.PodcastDuration,
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

    private static FeedDate[] Sorted(List<FeedDate> claims)
    {
        if (claims.Count == 0) return [];
        var sorted = claims.ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            var claim = sorted[i];
            var at = i;
            for (; at > 0 && Order(sorted[at - 1]) > Order(claim); at--) sorted[at] = sorted[at - 1];
            sorted[at] = claim;
        }

        return sorted;
    }

    private static int Order(FeedDate claim) => (claim.At is null ? 10 : 0) + claim.From switch
    {
        DateFrom.ItemPublished => 0,
        DateFrom.DublinCore => 1,
        DateFrom.Terms => 2,
        _ => 3,
    };

    private static FeedEnclosure[] WithDuration(Draft d)
    {
        var enclosures = Array(d.Enclosures);
        if (d.DurationSeconds is { } seconds)
            for (var i = 0; i < enclosures.Length; i++) enclosures[i] = enclosures[i].DurationSeconds is null ? enclosures[i] with { DurationSeconds = seconds } : enclosures[i];
        return enclosures;
    }

    // The draft's lists serve the next item; what is given out is as small as can be.
    private static T[] Array<T>(List<T> list) => list.Count == 0 ? [] : list.ToArray();
}
