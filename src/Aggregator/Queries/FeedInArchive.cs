using Aggregator.Archive.Sqlite.Querying;

namespace Aggregator.Queries;

/// <summary>Finds the feed that a person means: an id, an address it has or had, or a unique part of address or title.</summary>
internal static class FeedInArchive
{
    private const string Sql = """
        SELECT id, url, title FROM feeds
        WHERE CAST(id AS TEXT) = :feed OR url = :feed OR id IN (SELECT feed_id FROM feed_urls WHERE url = :feed)
        UNION ALL
        SELECT id, url, title FROM feeds
        WHERE NOT EXISTS (SELECT 1 FROM feeds WHERE CAST(id AS TEXT) = :feed OR url = :feed)
          AND NOT EXISTS (SELECT 1 FROM feed_urls WHERE url = :feed)
          AND (instr(lower(url), lower(:feed)) OR instr(lower(title), lower(:feed)))
        LIMIT 4
        """;

    /// <returns>The feed's id, or one sentence that says why there is none.</returns>
    public static (long? Id, string? Refusal) Find(SqlDoor door, string feed, CancellationToken cancel)
    {
        var preparation = door.Prepare(Sql, new Dictionary<string, object?> { ["feed"] = feed }, new(), plan: false, cancel);
        if (preparation is not Preparation.Ready { Rows: var rows })
            return (null, ((Preparation.Refused)preparation).Error.Message);
        using (rows)
        {
            var found = new List<(long Id, string Url)>();
            while (rows.Read())
                found.Add(((long)rows.Current[0]!, (string)rows.Current[1]!));
            return found.Count switch
            {
                0 => (null, $"no feed of the archive has the id, the address or a part of address or title '{feed}'"),
                1 => (found[0].Id, null),
                _ => (null, $"'{feed}' fits several feeds: {string.Join(", ", found.Take(3).Select(f => $"{f.Id} {f.Url}"))}{(found.Count > 3 ? " and others" : "")}"),
            };
        }
    }
}
