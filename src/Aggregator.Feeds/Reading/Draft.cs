namespace Aggregator.Feeds.Reading;

/// <summary>A feed or an item while it is read. Handlers offer candidates; what wins is decided by rank, not by the order of elements.</summary>
internal sealed class Draft(bool isFeed)
{
    public bool IsFeed { get; } = isFeed;

    public bool Complete = true;
    public Ranked<string> Id;
    public Ranked<string> Link;
    public Ranked<FeedText> Title;
    public Ranked<FeedText> Summary;
    public Ranked<FeedText> Rights;
    public Ranked<FeedText> Info;
    public Ranked<string> Language;
    public Ranked<FeedPerson> Publisher;
    public Ranked<FeedImage> Image;
    public Ranked<string> License;
    public Ranked<string> CommentsUrl;
    public Ranked<string> CommentsFeedUrl;
    public Ranked<string> OriginalUrl;
    public Ranked<string> Icon;
    public Ranked<string> Logo;
    public Ranked<string> Ttl;
    public Ranked<string> Docs;
    public Ranked<FeedGenerator> Generator;
    public Ranked<FeedDate> Created;
    public Ranked<FeedDate> Expires;
    public Ranked<FeedDate> Published;
    public Ranked<FeedDate> Updated;
    public Ranked<ItemSource> Source;
    public FeedCloud? Cloud;
    public FeedTextInput? TextInput;
    public PodcastTags? Podcast;
    public bool? IdIsPermalink;
    public double? DurationSeconds;
    public List<FeedLink>? Links;
    public List<FeedPerson>? Authors;
    public List<FeedPerson>? Contributors;
    public List<FeedCategory>? Categories;
    public List<FeedEnclosure>? Enclosures;
    public List<FeedText>? Contents;
    public List<DateClaim>? Claims;
    private int _ownClaims;

    /// <summary>Empties the draft for the next item: one draft serves a whole feed.</summary>
    public void Reset()
    {
        Complete = true;
        Id = Link = Language = License = CommentsUrl = CommentsFeedUrl = OriginalUrl = Icon = Logo = Ttl = Docs = default;
        Title = Summary = Rights = Info = default;
        Created = Expires = Published = Updated = default;
        Publisher = default;
        Image = default;
        Generator = default;
        Source = default;
        Cloud = null;
        TextInput = null;
        Podcast = null;
        IdIsPermalink = null;
        DurationSeconds = null;
        Links = null;
        Authors = Contributors = null;
        Categories = null;
        Enclosures = null;
        Contents = null;
        Claims = null;
        _ownClaims = 0;
    }

    public void AddLink(FeedLink link) => (Links ??= []).Add(link);

    public void AddContent(FeedText content) => (Contents ??= []).Add(content);

    public void AddEnclosure(FeedEnclosure enclosure) => (Enclosures ??= []).Add(enclosure);

    /// <summary>Adds a category once.</summary>
    public void AddCategory(string term, string? scheme, string? label)
    {
        if (term.Length == 0 && string.IsNullOrEmpty(label)) return;
        var category = new FeedCategory(term, scheme, label);
        Categories ??= [];
        if (Categories.Count > 64 || !Categories.Contains(category)) Categories.Add(category);
    }

    public void AddAuthor(FeedPerson? person) => Add(ref Authors, person);

    public void AddContributor(FeedPerson? person) => Add(ref Contributors, person);

    /// <summary>Notes a claim of a date and offers it to a field, when it could be read.</summary>
    public void Claim(string from, FeedDate date, ref Ranked<FeedDate> field, Rank rank)
    {
        if (!IsFeed)
        {
            // Claims of the own vocabulary come first, each kind in document order.
            Claims ??= [];
            if (rank == Rank.Own) Claims.Insert(_ownClaims++, new DateClaim(from, date));
            else Claims.Add(new DateClaim(from, date));
        }

        if (date.At is not null) field.Offer(date, rank);
    }

    // The same person named by two vocabularies is one person.
    private static void Add(ref List<FeedPerson>? list, FeedPerson? person)
    {
        if (person is null) return;
        list ??= [];
        for (var i = 0; i < list.Count && list.Count < 64; i++)
        {
            var known = list[i];
            if (person.Name is null || !string.Equals(known.Name, person.Name, StringComparison.OrdinalIgnoreCase)) continue;
            list[i] = known with { Email = known.Email ?? person.Email, Uri = known.Uri ?? person.Uri };
            return;
        }

        list.Add(person);
    }
}
