using Aggregator.Pipeline.Deduplicating;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>The keys under which articles are found again; the database refuses a second holder without an ordinal and its evidence.</summary>
internal sealed class IdentityRows(Statements statements)
{
    private readonly Statement _insert = statements.Prepare("INSERT INTO identity(kind, key, ordinal, article_id, evidence) VALUES (?1, ?2, ?3, ?4, ?5)");

    public void Add(long articleId, IReadOnlyList<ClaimedKey> keys)
    {
        foreach (var key in keys)
            _insert.With((long)key.Identity.Kind).With(key.Identity.Key).With(key.Ordinal).With(articleId).With(key.Evidence).Run();
    }
}
