using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>
/// Makes the feeds of the archive those of the list. Takes the subscriptions; gives their ids, in order; never deletes a feed: one that is no
/// longer listed keeps its articles and its identity.
/// </summary>
internal sealed class SubscriptionRows(Statements statements)
{
    private readonly FeedUrlRows _feedUrls = new(statements);
    private readonly Statement _all = statements.Prepare("SELECT id, url, title, group_name, tags, enabled, listed, list_language, list_every_s FROM feed");
    private readonly Statement _urls = statements.Prepare("SELECT url, feed_id FROM feed_url ORDER BY from_at");

    private readonly Statement _insert = statements.Prepare("""
        INSERT INTO feed(url, title, group_name, tags, enabled, list_language, list_every_s, next_poll_at, next_poll_reason)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'new') RETURNING id
        """);

    private readonly Statement _update = statements.Prepare("""
        UPDATE feed SET url = ?2, title = ?3, group_name = ?4, tags = ?5, enabled = ?6, listed = 1, list_language = ?7, list_every_s = ?8 WHERE id = ?1
        """);

    // A shorter interval counts from the last poll on; a wait that a failure or the server asked for stands.
    private readonly Statement _sooner = statements.Prepare("""
        UPDATE feed SET next_poll_at = strftime('%Y-%m-%dT%H:%M:%SZ', last_polled_at, '+' || ?2 || ' seconds'), next_poll_reason = 'every (changed)'
        WHERE id = ?1 AND failures = 0 AND retry_after IS NULL AND last_polled_at IS NOT NULL
          AND next_poll_at > strftime('%Y-%m-%dT%H:%M:%SZ', last_polled_at, '+' || ?2 || ' seconds')
        """);

    // The list's word for where the feed is counts more than a server's of before.
    private readonly Statement _readdress = statements.Prepare("UPDATE feed SET moved_to = NULL, moving_to = NULL, moving_days = NULL WHERE id = ?1");

    private readonly Statement _unlist = statements.Prepare("UPDATE feed SET listed = 0 WHERE id = ?1");

    public IReadOnlyList<long> Subscribe(IReadOnlyList<Subscription> subscriptions, DateTimeOffset now)
    {
        var (known, byUrl) = Known();
        var listed = new HashSet<long>();
        var ids = new List<long>(subscriptions.Count);
        foreach (var subscription in subscriptions)
        {
            if (!byUrl.TryGetValue(subscription.Url, out var id))
            {
                id = Insert(subscription, now);
                byUrl[subscription.Url] = id;
            }
            else if (listed.Add(id) && known.TryGetValue(id, out var feed))
            {
                Update(id, feed, subscription, now);
            }

            listed.Add(id);
            ids.Add(id);
        }

        foreach (var (id, feed) in known)
            if (feed.IsListed && !listed.Contains(id)) _unlist.With(id).Run();
        return ids;
    }

    // The listed address wins over one that a feed once had.
    private (Dictionary<long, Listed> Known, Dictionary<string, long> ByUrl) Known()
    {
        var (known, byUrl) = (new Dictionary<long, Listed>(), new Dictionary<string, long>(StringComparer.Ordinal));
        _urls.Each(row => byUrl[row.Text(0)!] = row.Long(1));
        _all.Each(row =>
        {
            known[row.Long(0)] = new Listed(row.Text(1)!, row.Text(2), row.Text(3), row.Text(4), row.Bool(5), row.Bool(6), row.Text(7), row.LongOrNull(8));
            byUrl[row.Text(1)!] = row.Long(0);
        });
        return (known, byUrl);
    }

    private long Insert(Subscription subscription, DateTimeOffset now)
    {
        var to = Listed.Of(subscription);
        var id = _insert.With(to.Url).With(to.Title).With(to.Group).With(to.Tags).With(to.Enabled).With(to.Language).With(to.Every)
            .With(Stamp.Text(now)).First(row => row.Long(0));
        _feedUrls.Configured(id, to.Url, now);
        return id;
    }

    private void Update(long id, Listed feed, Subscription subscription, DateTimeOffset now)
    {
        var to = Listed.Of(subscription);
        if (feed == to) return;
        _update.With(id).With(to.Url).With(to.Title).With(to.Group).With(to.Tags).With(to.Enabled).With(to.Language).With(to.Every).Run();
        if (to.Url != feed.Url)
        {
            _readdress.With(id).Run();
            _feedUrls.Configured(id, to.Url, now);
        }

        if (to.Every is { } every && every != feed.Every) _sooner.With(id).With(every).Run();
    }

    private sealed record Listed(string Url, string? Title, string? Group, string? Tags, bool Enabled, bool IsListed, string? Language, long? Every)
    {
        public static Listed Of(Subscription s) =>
            new(s.Url, s.Title, s.Group, ArchiveJson.List(s.Tags), s.Enabled, true, s.Language, (long?)s.Every?.TotalSeconds);
    }
}
