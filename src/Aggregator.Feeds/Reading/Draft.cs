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
    public Ranked<Generator> Generator;
    public Ranked<FeedDate> Created;
    public Ranked<FeedDate> Expires;
    public Ranked<FeedDate> Published;
    public Ranked<FeedDate> Updated;
    public Ranked<ParsedFeed> Source;
    public Dictionary<string, string>? Cloud;
    public Dictionary<string, string>? TextInput;
    public bool? PodcastExplicit;
    public bool? PodcastBlock;
    public string? PodcastSubtitle;
    public string? PodcastDuration;
    public bool? IdIsPermalink;
    public double? DurationSeconds;
    public readonly List<FeedLink> Links = [];
    public readonly List<FeedPerson> Authors = [];
    public readonly List<FeedPerson> Contributors = [];
    public readonly List<FeedCategory> Categories = [];
    public readonly List<FeedEnclosure> Enclosures = [];
    public readonly List<FeedText> Contents = [];
    public readonly List<FeedDate> Claims = [];

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
        PodcastExplicit = PodcastBlock = null;
        PodcastSubtitle = PodcastDuration = null;
        IdIsPermalink = null;
        DurationSeconds = null;
        Links.Clear();
        Authors.Clear();
        Contributors.Clear();
        Categories.Clear();
        Enclosures.Clear();
        Contents.Clear();
        Claims.Clear();
    }

    public void AddLink(FeedLink link) => Links.Add(link);

    public void AddContent(FeedText content) => Contents.Add(content);

    public void AddEnclosure(FeedEnclosure enclosure) => Enclosures.Add(enclosure);

    /// <summary>Adds a category once.</summary>
    public void AddCategory(string term, string? scheme, string? label)
    {
        if (term.Length == 0 && string.IsNullOrEmpty(label)) return;
        if (Categories.Count <= 64)
            foreach (var known in Categories)
                if (known.Term == term && known.Scheme == scheme && known.Label == label) return;
        Categories.Add(new FeedCategory(term, scheme, label));
    }

    public void AddAuthor(FeedPerson? person) => Add(Authors, person);

    public void AddContributor(FeedPerson? person) => Add(Contributors, person);

    /// <summary>Notes a claim of a date and offers it to a field, when it could be read.</summary>
    public void Claim(FeedDate date, ref Ranked<FeedDate> field, Rank rank)
    {
        if (!IsFeed)
        {
            // Claims of the own vocabulary come first, the last of the document before the others; 64 claims are more than any item makes.
            if (Claims.Count < 64) Claims.Insert(rank == Rank.Own ? 0 : Claims.Count, date);
        }

        if (date.At is not null) field.OfferLast(date, rank);
    }

    // The same person named by two vocabularies is one person.
    private static void Add(List<FeedPerson> list, FeedPerson? person)
    {
        if (person is null) return;
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
