using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>The publishers and their stored counts. Counts are gathered over a batch and written once, in the batch's transaction.</summary>
internal sealed class SourceRows(Statements statements)
{
    private readonly Dictionary<(string Name, string? Domain), long> _ids = [];
    private readonly Dictionary<long, Tally> _tallies = [];

    private readonly Statement _find = statements.Prepare("SELECT id FROM source WHERE name = ?1 AND coalesce(domain, '') = coalesce(?2, '')");
    private readonly Statement _insert = statements.Prepare("INSERT INTO source(name, domain, url) VALUES (?1, ?2, ?3) RETURNING id");
    private readonly Statement _count = statements.Prepare("""
        UPDATE source SET articles = articles + ?2,
          first_seen_at = CASE WHEN ?3 < first_seen_at THEN ?3 ELSE coalesce(first_seen_at, ?3) END,
          last_seen_at = CASE WHEN ?4 > last_seen_at THEN ?4 ELSE coalesce(last_seen_at, ?4) END
        WHERE id = ?1
        """);

    /// <summary>Forgets what an earlier transaction knew: another process may have written since.</summary>
    public void Begin()
    {
        _ids.Clear();
        _tallies.Clear();
    }

    public long IdOf(Article article)
    {
        var key = (article.Source, article.SourceDomain);
        if (_ids.TryGetValue(key, out var id)) return id;
        id = _find.With(key.Source).With(key.SourceDomain).First(row => row.Long(0));
        if (id == 0) id = _insert.With(key.Source).With(key.SourceDomain).With(article.SourceUrl).First(row => row.Long(0));
        return _ids[key] = id;
    }

    /// <summary>A new article of the source.</summary>
    public void Added(long sourceId, string seenAt) => _tallies[sourceId] = Of(sourceId).Add(1, seenAt);

    /// <summary>An article of the source was seen again.</summary>
    public void Seen(long sourceId, string seenAt) => _tallies[sourceId] = Of(sourceId).Add(0, seenAt);

    /// <summary>Writes the gathered counts.</summary>
    public void Flush()
    {
        foreach (var (id, tally) in _tallies) _count.With(id).With(tally.Articles).With(tally.First).With(tally.Last).Run();
        _tallies.Clear();
    }

    private Tally Of(long sourceId) => _tallies.GetValueOrDefault(sourceId);

    private readonly record struct Tally(int Articles, string? First, string? Last)
    {
        public Tally Add(int articles, string seenAt) => new(
            Articles + articles,
            First is null || string.CompareOrdinal(seenAt, First) < 0 ? seenAt : First,
            Last is null || string.CompareOrdinal(seenAt, Last) > 0 ? seenAt : Last);
    }
}
