using System.Globalization;
using Aggregator.Archive.Sqlite.Querying;

namespace Aggregator.Queries;

/// <summary>Which articles are meant: a condition on the view <c>articles</c>, for the read-only door.</summary>
internal sealed class ArticleSelection
{
    private readonly List<string> _conditions = [];

    /// <summary>True: nothing was said, so all are meant.</summary>
    public bool IsEverything => _conditions.Count == 0;

    /// <summary>What a person wrote in SQL; null when nothing.</summary>
    public string? Where { get; private set; }

    public Dictionary<string, object?> Values { get; } = [];

    /// <summary>The condition. What a person wrote stands on lines of its own, so that a comment at its end comments nothing else out.</summary>
    public string Sql => IsEverything ? "true" : string.Join(" AND ", _conditions);

    public ArticleSelection WithId(long id) => Add("articles.id = :only_id", "only_id", id);

    public ArticleSelection WithBefore(DateTimeOffset before) =>
        Add("articles.dated_at < :only_before", "only_before", before.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <summary>By name or domain, as <c>search --source</c> takes it.</summary>
    public ArticleSelection WithSource(string source) => Add(
        "articles.source_id IN (SELECT s.id FROM sources s WHERE s.name = :only_source COLLATE NOCASE OR s.domain = :only_source COLLATE NOCASE OR s.domain LIKE '%.' || :only_source)",
        "only_source", source);

    /// <summary>Seen in this feed and in no other: what another feed brings too stays.</summary>
    public ArticleSelection WithFeed(long feedId) => Add(
        """
        articles.id IN (SELECT i.article_id FROM sightings i WHERE i.feed_id = :only_feed)
          AND NOT EXISTS (SELECT 1 FROM sightings o WHERE o.article_id = articles.id AND o.feed_id <> :only_feed)
        """,
        "only_feed", feedId);

    public ArticleSelection WithWhere(string where)
    {
        Where = where;
        _conditions.Add($"(\n{where}\n)");
        return this;
    }

    /// <summary>What is wrong with a statement that holds this condition, with the place in what the person wrote.</summary>
    public string Complaint(SqlError error, string statement)
    {
        if (Where is null || error.Position is not { } position) return SqlComplaint.Of(error with { Position = null }, statement);
        var start = statement.IndexOf($"(\n{Where}\n)", StringComparison.Ordinal) + 2;
        return SqlComplaint.Of(error with { Position = position >= start && position <= start + Where.Length ? position - start : null }, Where);
    }

    private ArticleSelection Add(string condition, string name, object value)
    {
        _conditions.Add(condition);
        Values.Add(name, value);
        return this;
    }
}
