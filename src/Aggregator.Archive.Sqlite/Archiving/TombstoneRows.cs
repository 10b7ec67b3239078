using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>What was deleted on purpose: it does not come back with the next poll.</summary>
internal sealed class TombstoneRows(Statements statements)
{
    /// <summary>The rule under which <c>fetches.dropped_by</c> counts such an item.</summary>
    public const string Rule = "deleted";

    private readonly Statement _any = statements.Prepare("SELECT EXISTS (SELECT 1 FROM tombstone)");
    private readonly Statement _key = statements.Prepare("SELECT deleted_at FROM tombstone WHERE kind = ?1 AND key = ?2 AND feed_id = 0");
    private readonly Statement _item = statements.Prepare("SELECT deleted_at FROM tombstone WHERE kind = 0 AND key = ?1 AND feed_id = ?2");
    private bool _some;

    /// <summary>Looks whether there are any at all: mostly there are none, and then nothing is asked.</summary>
    public void Begin() => _some = _any.First(row => row.Bool(0));

    /// <summary>True when the item is one that was deleted. One that claims a later date than the deletion is another text at the same address.</summary>
    public bool Covers(long feedId, Article article)
    {
        if (!_some) return false;
        var deleted = _item.With(article.ItemKey).With(feedId).First(row => row.Text(0));
        foreach (var key in article.Keys)
            if (deleted is null && key.Kind != IdentityKind.LooseUrl) deleted = _key.With((long)key.Kind).With(key.Key).First(row => row.Text(0));
        return deleted is not null && !(article.Published?.At is { } at && at > Stamp.Parse(deleted));
    }
}
