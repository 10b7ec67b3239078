using Aggregator.Archive.Sqlite.Archiving;

namespace Aggregator.Archive.Sqlite.Indexing;

/// <summary>Stores the grams of the articles that are about to be indexed; most have none, and then no row.</summary>
internal sealed class GramRows(Statements statements)
{
    private const string Texts = "SELECT id, title, subtitle, author, text FROM search_text";

    private readonly Statement _range = statements.Prepare($"{Texts} WHERE id > ?1 AND id <= ?2");
    private readonly Statement _pending = statements.Prepare($"{Texts} WHERE id IN (SELECT article_id FROM search_pending WHERE article_id <= ?1)");
    private readonly Statement _forgetPending = statements.Prepare(
        "DELETE FROM article_grams WHERE article_id IN (SELECT article_id FROM search_pending WHERE article_id <= ?1)");

    private readonly Statement _insert = statements.Prepare("INSERT INTO article_grams(article_id, grams) VALUES (?1, ?2)");

    public void AddRange(long from, long to) => Insert(_range.With(from).With(to));

    /// <summary>Articles that changed: their old words are out of the index, so their old grams are no longer needed.</summary>
    public void ReplacePending(long to)
    {
        _forgetPending.With(to).Run();
        Insert(_pending.With(to));
    }

    private void Insert(Statement texts)
    {
        var found = new List<(long Id, string Grams)>();
        texts.Each(row =>
        {
            if (!Grams.MayHave(row.Bytes(1)) && !Grams.MayHave(row.Bytes(2)) && !Grams.MayHave(row.Bytes(3)) && !Grams.MayHave(row.Bytes(4))) return;
            if (Grams.ForIndex(row.Text(1), row.Text(2), row.Text(3), row.Text(4)) is { } grams) found.Add((row.Long(0), grams));
        });
        foreach (var (id, grams) in found) _insert.With(id).With(grams).Run();
    }
}
