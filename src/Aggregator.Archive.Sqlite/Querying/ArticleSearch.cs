namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>
/// Takes: words and filters. Gives: hits, newest first or best first, with what matched marked. Never: reads every hit of a frequent word.
/// Newest first is by date when at most <see cref="SortAll"/> articles match; of more it sorts the <see cref="SortLast"/> stored last,
/// and says so: a word that is in every article must not cost a second.
/// </summary>
public sealed class ArticleSearch(SqlDoor door, QueryLimits limits)
{
    private const int SortAll = 10_000;
    private const int SortLast = 2_000;

    /// <summary>So many articles that pass a filter are named to the index.</summary>
    private const int NameAll = 20_000;

    /// <summary>Ids that lie closer are fetched in one walk.</summary>
    private const int WalkAtMost = 5_000;

    /// <summary>Where a word counts most: title, subtitle, author, text, grams.</summary>
    private const string Weights = "10.0, 5.0, 5.0, 1.0, 1.0";

    private const string Columns = """
        a.id, a.dated_at, a.published_at, a.source, a.source_domain, coalesce(highlight(article_search, 0, char(2), char(3)), a.title),
        a.author, a.url, a.language, a.duplicate_of, snippet(article_search, 3, char(2), char(3), '…', 24)
        """;

    public SearchOutcome Find(SearchRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var words = SearchWords.Read(request.Words);
        if (SearchExpression.Of(words.Terms) is not { } expression)
        {
            return new SearchOutcome.NothingToFind(words.Terms.Count > 0
                ? "a search needs a word to find; -word only takes away from what others find"
                : $"there is no word in '{request.Words}' to look for; words have letters or digits");
        }
        var filter = SearchFilter.Of(request, words);
        var (hits, failure) = Hits(filter, cancel);
        if (hits is null)
            return failure!;
        hits.Values["match"] = expression;
        return request.Best ? Best(request, hits, cancel) : Newest(request, hits, cancel);
    }

    private SearchOutcome Newest(SearchRequest request, HitQuery hits, CancellationToken cancel)
    {
        var (counted, failure) = Ids($"{hits.Sql} ORDER BY s.rowid DESC LIMIT {SortAll + 1}", hits.Values, cancel);
        if (counted is null)
            return failure!;
        var all = counted.Count <= SortAll;
        var candidates = all ? counted : counted.Take(SortLast);
        var (newest, why) = Ids($"SELECT a.id FROM article a WHERE a.id IN (SELECT value FROM json_each(:ids)) ORDER BY a.dated_at DESC, a.id DESC LIMIT {request.Limit}",
            new Dictionary<string, object?> { ["ids"] = Json(candidates) }, cancel);
        return newest is null ? why! : Details(newest, hits, all ? counted.Count : null, all ? null : SortLast, cancel);
    }

    private SearchOutcome Best(SearchRequest request, HitQuery hits, CancellationToken cancel)
    {
        var (best, failure) = Ids($"{hits.Sql} ORDER BY bm25(article_search, {Weights}), s.rowid DESC LIMIT {request.Limit + 1}", hits.Values, cancel);
        if (best is null)
            return failure!;
        return Details([.. best.Take(request.Limit)], hits, best.Count <= request.Limit ? best.Count : null, null, cancel);
    }

    /// <summary>
    /// Without a filter the index alone knows the ids. Few articles that pass the filter are named to it, with the range they lie in;
    /// many are looked at one by one, newest first, which ends early.
    /// </summary>
    private (HitQuery? Hits, SearchOutcome? Failure) Hits(SearchFilter filter, CancellationToken cancel)
    {
        const string index = "SELECT s.rowid FROM article_search s WHERE article_search MATCH :match";
        if (filter.IsEmpty)
            return (new(index, []), null);
        var looked = new HitQuery($"SELECT s.rowid FROM article_search s CROSS JOIN article a ON a.id = s.rowid WHERE article_search MATCH :match{filter.Sql}", filter.Values);
        if (filter.HasLate)
            return (looked, null);
        var (passing, failure) = Ids($"SELECT a.id FROM article a WHERE true{filter.Sql} LIMIT {NameAll + 1}", filter.Values, cancel);
        if (passing is null)
            return (null, failure);
        if (passing.Count > NameAll)
            return (looked, null);
        return (new($"{index} AND s.rowid BETWEEN :lowest AND :highest AND +s.rowid IN (SELECT value FROM json_each(:passing))", new Dictionary<string, object?>
        {
            ["passing"] = Json(passing),
            ["lowest"] = passing.Count == 0 ? 0L : passing.Min(),
            ["highest"] = passing.Count == 0 ? 0L : passing.Max(),
        }), null);
    }

    /// <summary>One walk over the range that the ids lie in when they lie close, as the expression is then worked out once; else one by one.</summary>
    private SearchOutcome Details(List<long> ids, HitQuery query, long? total, int? among, CancellationToken cancel)
    {
        const string from = $"SELECT {Columns} FROM article_search s CROSS JOIN article a ON a.id = s.rowid WHERE article_search MATCH :match";
        var found = new Dictionary<long, SearchHit>();
        void Take(ReadOnlySpan<object?> row)
        {
            var hit = Hit(row);
            found[hit.Id] = hit;
        }

        var match = query.Values["match"];
        SearchOutcome? failure = null;
        if (ids.Count > 0 && (ids.Max() - ids.Min() <= WalkAtMost || ((string)match!).Contains('*', StringComparison.Ordinal)))
        {
            failure = Rows($"{from} AND s.rowid BETWEEN :lowest AND :highest AND +s.rowid IN (SELECT value FROM json_each(:ids))",
                new Dictionary<string, object?> { ["match"] = match, ["lowest"] = ids.Min(), ["highest"] = ids.Max(), ["ids"] = Json(ids) }, Take, cancel);
        }
        else
        {
            for (var i = 0; i < ids.Count && failure is null; i++)
                failure = Rows($"{from} AND s.rowid = :id", new Dictionary<string, object?> { ["match"] = match, ["id"] = ids[i] }, Take, cancel);
        }
        return failure ?? new SearchOutcome.Found([.. ids.Where(found.ContainsKey).Select(id => found[id])], total, among);
    }

    private static SearchHit Hit(ReadOnlySpan<object?> row) => new()
    {
        Id = (long)row[0]!,
        DatedAt = (string)row[1]!,
        PublishedAt = (string?)row[2],
        Source = (string)row[3]!,
        SourceDomain = (string?)row[4],
        Title = (string?)row[5],
        Author = (string?)row[6],
        Url = (string?)row[7],
        Language = (string?)row[8],
        DuplicateOf = (long?)row[9],
        Snippet = (string?)row[10],
    };

    private static string Json(IEnumerable<long> ids) => $"[{string.Join(',', ids)}]";

    private (List<long>? Ids, SearchOutcome? Failure) Ids(string sql, Dictionary<string, object?> values, CancellationToken cancel)
    {
        var ids = new List<long>();
        var failure = Rows(sql, values, row => ids.Add((long)row[0]!), cancel);
        return failure is null ? (ids, null) : (null, failure);
    }

    private SearchOutcome.Failed? Rows(string sql, Dictionary<string, object?> values, Action<ReadOnlySpan<object?>> take, CancellationToken cancel)
    {
        var preparation = door.Prepare(sql, values, limits, plan: false, cancel);
        if (preparation is not Preparation.Ready { Rows: var rows })
            return new(((Preparation.Refused)preparation).Error.Message);
        using (rows)
        {
            while (rows.Read())
                take(rows.Current);
            return rows.Ending switch
            {
                RowsEnding.Complete => null,
                RowsEnding.Failed { Error: var error } => new(error.Message),
                RowsEnding.TimeOut => new($"the search took longer than {limits.Time.TotalSeconds:0} s and was stopped; fewer or rarer words are faster"),
                RowsEnding.Cancelled => throw new OperationCanceledException(cancel),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }

    /// <param name="Sql">Gives the rowids that match and pass the filter.</param>
    /// <param name="Values">Its parameters.</param>
    private sealed record HitQuery(string Sql, Dictionary<string, object?> Values);
}
