using Aggregator.Archive.Sqlite.Archiving;

namespace Aggregator.Archive.Sqlite.Indexing;

/// <summary>
/// Fills <c>article_search</c> behind its watermark, a slice at a time: one INSERT..SELECT over a range of ids is far cheaper than a trigger
/// for each row. Takes a limit; gives how many it indexed; never leaves a slice half done.
/// </summary>
internal sealed class SearchIndexer(Statements statements)
{
    private const string Columns = "rowid, title, subtitle, author, text, grams";
    private const string From = "SELECT id, title, subtitle, author, text, grams FROM search_text";

    private readonly GramRows _grams = new(statements);

    // Articles that changed after they were indexed wait here; their old words are out already.
    private readonly Statement _lastPending = statements.Prepare("SELECT article_id FROM search_pending ORDER BY article_id LIMIT 1 OFFSET ?1");
    private readonly Statement _firstPending = statements.Prepare("SELECT 1 FROM search_pending LIMIT 1");
    private readonly Statement _indexPending = statements.Prepare(
        $"INSERT INTO article_search({Columns}) {From} WHERE id IN (SELECT article_id FROM search_pending WHERE article_id <= ?1) ORDER BY id");

    private readonly Statement _clearPending = statements.Prepare("DELETE FROM search_pending WHERE article_id <= ?1");

    private readonly Statement _upto = statements.Prepare("SELECT upto FROM search_state");
    private readonly Statement _last = statements.Prepare("SELECT max(id) FROM (SELECT id FROM article WHERE id > ?1 ORDER BY id LIMIT ?2)");
    private readonly Statement _index = statements.Prepare($"INSERT INTO article_search({Columns}) {From} WHERE id > ?1 AND id <= ?2 ORDER BY id");
    private readonly Statement _mark = statements.Prepare("UPDATE search_state SET upto = ?1");

    /// <summary>True when there is something to index.</summary>
    public bool Waits() => _firstPending.First(row => row.Bool(0)) || Last(Upto(), 1) is not null;

    /// <summary>Indexes one slice in the open transaction.</summary>
    public int Index(int articles)
    {
        var done = IndexPending(articles);
        var from = Upto();
        if (done >= articles || Last(from, articles - done) is not { } to) return done;
        _grams.AddRange(from, to);
        done += _index.With(from).With(to).Run();
        _mark.With(to).Run();
        return done;
    }

    private int IndexPending(int articles)
    {
        if (!_firstPending.First(row => row.Bool(0))) return 0;
        var to = _lastPending.With(articles - 1).First(row => row.LongOrNull(0)) ?? long.MaxValue;
        _grams.ReplacePending(to);
        var done = _indexPending.With(to).Run();
        _clearPending.With(to).Run();
        return done;
    }

    private long Upto() => _upto.First(row => row.Long(0));

    private long? Last(long from, int articles) => _last.With(from).With(articles).First(row => row.LongOrNull(0));
}
