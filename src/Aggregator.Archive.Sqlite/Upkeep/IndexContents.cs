using System.Buffers.Binary;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>
/// Does the full-text index say what the articles say? Takes a connection that reads one snapshot; gives the articles whose number of words
/// differs, and whether any word is counted otherwise; writes only to its own temporary tables in memory.
/// </summary>
/// <remarks>
/// FTS5's own comparison cannot be used: it takes articles that wait behind the watermark for missing ones, and needs the write lock. So the
/// articles are parted into words again, a slice at a time, by the same tokenizer, and what each word counts is added up and compared with what
/// the index counts. The sums do not depend on the order or the slices, so memory stays small.
/// </remarks>
internal sealed class IndexContents(SqliteConnection connection)
{
    private const int Slice = 2000;
    private const string Columns = "title, subtitle, author, text, grams";

    private const string Indexed = """
        FROM main.search_text t WHERE t.id > @from AND t.id <= @to AND t.id <= (SELECT upto FROM main.search_state)
          AND NOT EXISTS (SELECT 1 FROM main.search_pending p WHERE p.article_id = t.id)
        """;

    /// <summary>Articles whose words are counted otherwise than they are; empty when all agree.</summary>
    public List<long> Wrong { get; } = [];

    /// <summary>False: a word is counted in more or fewer articles, or more or less often, than the articles have it.</summary>
    public bool WordsAgree { get; private set; }

    /// <param name="done">Told the last article's id that was compared, and the highest.</param>
    public void Compare(Action<long, long> done)
    {
        connection.Execute($"""
            CREATE VIRTUAL TABLE temp.said USING fts5({Columns}, content='', tokenize='unicode61 remove_diacritics 2');
            CREATE VIRTUAL TABLE temp.said_words USING fts5vocab('temp', 'said', 'row');
            CREATE VIRTUAL TABLE temp.index_words USING fts5vocab('main', 'article_search', 'row');
            """);
        var last = connection.ExecuteScalar<long>("SELECT upto FROM search_state");
        var said = 0UL;
        for (long from = 0; from < last;)
        {
            var to = connection.ExecuteScalar<long?>($"SELECT max(id) FROM (SELECT id FROM article WHERE id > @from ORDER BY id LIMIT {Slice})", new { from }) ?? last;
            connection.Execute($"INSERT INTO temp.said(rowid, {Columns}) SELECT t.id, {Columns} {Indexed}", new { from, to });
            said += Sum("temp.said_words");
            Wrong.AddRange(connection.Query<long>(
                "SELECT s.id FROM temp.said_docsize s JOIN main.article_search_docsize i ON i.id = s.id WHERE s.sz <> i.sz AND s.id > @from AND s.id <= @to", new { from, to }));
            connection.Execute("INSERT INTO temp.said(said) VALUES ('delete-all')");
            done(from = to, last);
        }

        WordsAgree = said == Sum("temp.index_words");
    }

    private ulong Sum(string words)
    {
        var sum = 0UL;
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT CAST(term AS BLOB), doc, cnt FROM {words}";
        using var reader = command.ExecuteReader();
        unchecked
        {
            while (reader.Read())
            {
                var hash = SHA256.HashData(reader.GetFieldValue<byte[]>(0)).AsSpan();
                sum += (BinaryPrimitives.ReadUInt64LittleEndian(hash) * (ulong)reader.GetInt64(1)) + (BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]) * (ulong)reader.GetInt64(2));
            }
        }

        return sum;
    }
}
