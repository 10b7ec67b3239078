using System.Globalization;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>The conditions of a search besides its words, on the article <c>a</c>.</summary>
internal sealed class SearchFilter
{
    private readonly List<string> _conditions = [];
    private readonly List<string> _late = [];

    private SearchFilter()
    {
    }

    /// <summary>Empty, or conditions each with an AND before it.</summary>
    public string Sql => string.Concat(_conditions.Concat(_late).Select(c => $" AND {c}"));

    public bool IsEmpty => _conditions.Count == 0 && _late.Count == 0;

    /// <summary>Some conditions are only to be asked of articles that match: no index helps them.</summary>
    public bool HasLate => _late.Count > 0;

    public Dictionary<string, object?> Values { get; } = [];

    public static SearchFilter Of(SearchRequest request, SearchWords words)
    {
        var filter = new SearchFilter();
        if (request.Since is { } since)
            filter.Add("a.dated_at >= :since", "since", Stamp(since));
        if (request.Until is { } until)
            filter.Add("a.dated_at < :until", "until", Stamp(until));
        foreach (var (source, name) in new[] { (request.Source, "source"), (words.Source, "typed_source") })
        {
            // Through the few sources, so that the many articles are found by index.
            if (source is not null)
                filter.Add($"a.source_id IN (SELECT id FROM source WHERE name = :{name} COLLATE NOCASE OR domain = :{name} COLLATE NOCASE OR domain LIKE '%.' || :{name})", name, source);
        }
        foreach (var (language, name) in new[] { (request.Language, "language"), (words.Language, "typed_language") })
        {
            if (language is not null)
                filter.Add($"(a.language = :{name} COLLATE NOCASE OR a.language LIKE :{name} || '-%')", name, language);
        }
        if (request.FeedId is { } feed)
            filter.Add("a.id IN (SELECT article_id FROM sighting WHERE feed_id = :feed)", "feed", feed);
        if (request.Group is { } group)
        {
            // A group is meant with the folders inside it.
            filter.Add("a.id IN (SELECT article_id FROM sighting WHERE feed_id IN (SELECT id FROM feed " +
                "WHERE group_name = :group COLLATE NOCASE OR group_name LIKE :group || '/%'))", "group", group);
        }
        if (request.Tag is { } tag)
        {
            filter.Add("a.id IN (SELECT article_id FROM sighting WHERE feed_id IN (SELECT f.id FROM feed f, json_each(coalesce(f.tags, '[]')) j " +
                "WHERE j.value = :tag COLLATE NOCASE))", "tag", tag);
        }
        FieldGrams.AddTo(filter, words.Terms);
        return filter;
    }

    /// <summary>A condition that is asked of articles that match the words.</summary>
    public void AddLate(string condition) => _late.Add(condition);

    /// <summary>Makes a value a parameter.</summary>
    /// <returns>Its name.</returns>
    public string Value(string value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"word_{Values.Count}");
        Values.Add(name, value);
        return name;
    }

    private void Add(string condition, string name, object value)
    {
        _conditions.Add(condition);
        Values.Add(name, value);
    }

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
