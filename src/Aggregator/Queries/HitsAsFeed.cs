using System.Globalization;
using System.Text;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Feeds;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Queries;

/// <summary>Hits as a feed that any reader can take: Atom, RSS or JSON Feed. Texts are plain; a missing date stays missing.</summary>
internal static class HitsAsFeed
{
    private const string Sql = """
        SELECT a.id, a.canonical_url, a.published_at, coalesce(a.updated_at, a.published_at, a.first_seen_at), a.source, s.url, a.author,
          a.language, a.image_url, a.title, a.summary, a.text
        FROM json_each(:ids) h JOIN articles a ON a.id = h.value LEFT JOIN sources s ON s.id = a.source_id ORDER BY h.key
        """;

    /// <param name="words">What was searched for.</param>
    /// <param name="hits">In the order in which they are to be.</param>
    /// <param name="format">atom, rss or jsonfeed.</param>
    /// <param name="door">Gives the texts.</param>
    /// <param name="now">When it was asked: the feed's date when there are no hits.</param>
    public static string Write(string words, IReadOnlyList<SearchHit> hits, string format, SqlDoor door, DateTimeOffset now)
    {
        var items = Items(hits, door);
        var feed = new ParsedFeed
        {
            Id = $"urn:x-aggregator:search:{Uri.EscapeDataString(words)}",
            Title = new FeedText($"Search: {words}", TextKind.Text),
            Description = new FeedText($"Articles of the archive with: {words}", TextKind.Text),
            Updated = FeedDate.Of(items.Max(i => i.Updated?.At) ?? now),
            Generator = "Aggregator",
            Items = items,
        };
        using var stream = new MemoryStream();
        Action<ParsedFeed, Stream, IEnumerable<FeedItem>?> write = format switch
        {
            "atom" => FeedWriter.WriteAtom,
            "rss" => FeedWriter.WriteRss,
            "jsonfeed" => FeedWriter.WriteJsonFeed,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        write(feed, stream, null);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static List<FeedItem> Items(IReadOnlyList<SearchHit> hits, SqlDoor door)
    {
        var ids = $"[{string.Join(',', hits.Select(h => h.Id.ToString(CultureInfo.InvariantCulture)))}]";
        var preparation = door.Prepare(Sql, new Dictionary<string, object?> { ["ids"] = ids }, new());
        if (preparation is not Preparation.Ready { Rows: var rows })
            throw new InvalidOperationException($"a statement of ours is refused: {((Preparation.Refused)preparation).Error.Message}");
        using (rows)
        {
            var items = new List<FeedItem>();
            var taken = new HashSet<string>(StringComparer.Ordinal);
            while (rows.Read())
                items.Add(Item(rows.Current, taken));
            return rows.Ending is RowsEnding.Complete ? items : throw new ArchiveUnavailableException("the archive did not give the texts of the articles");
        }
    }

    private static FeedItem Item(ReadOnlySpan<object?> row, HashSet<string> taken)
    {
        var url = (string?)row[1];
        var id = url is not null && taken.Add(url) ? url : $"urn:x-aggregator:article:{(long)row[0]!}";
        return new()
        {
            Id = id,
            Url = url,
            Published = At(row[2]),
            Updated = At(row[3]),
            Source = Source(row[4], row[5]),
            Authors = row[6] is string author ? [new FeedPerson(author, null, null)] : [],
            Language = (string?)row[7],
            ImageUrl = (string?)row[8],
            Title = Text(row[9]),
            Summary = Text(row[10]),
            Content = Text(row[11]),
        };
    }

    private static ParsedFeed Source(object? name, object? url) => new() { Title = Text(name), Links = url is string address ? [new FeedLink(address, "self")] : [] };

    private static FeedText? Text(object? value) => value is string text ? new FeedText(text, TextKind.Text) : null;

    private static FeedDate? At(object? value) =>
        value is string text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? FeedDate.Of(at) : null;
}
