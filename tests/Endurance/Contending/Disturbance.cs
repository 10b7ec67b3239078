using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Contending;

/// <summary>What others do to an archive while a service polls into it: eight read, each holding its snapshot for a while, and a foreign program
/// takes the write lock for up to five seconds at a time.</summary>
internal sealed class Disturbance(string archive, int seed)
{
    private const int Readers = 8;

    private static readonly string[] Questions =
    [
        "SELECT count(*), max(dated_at) FROM articles", "SELECT source, count(*), sum(length(text)) FROM articles GROUP BY source",
        "SELECT a.title FROM article_search s JOIN articles a ON a.id = s.rowid WHERE article_search MATCH 'word7 OR word8' ORDER BY a.dated_at DESC LIMIT 50",
        "SELECT * FROM fetches ORDER BY id DESC LIMIT 1000", "SELECT count(DISTINCT guid) FROM sightings",
    ];

    private int _questions, _locks;

    public int Asked => _questions;

    public int Locked => _locks;

    /// <summary>Goes on until it is stopped; gives what the readers and the foreign writer ran into.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken stop)
    {
        var all = Enumerable.Range(0, Readers).Select(i => Task.Run(() => ReadAsync(new Random(seed + i), stop), CancellationToken.None)).ToList();
        all.Add(Task.Run(() => LockAsync(new Random(seed - 1), stop), CancellationToken.None));
        var troubles = await Task.WhenAll(all);
        return [.. troubles.OfType<string>()];
    }

    private async Task<string?> ReadAsync(Random random, CancellationToken stop)
    {
        try
        {
            using var db = new SqliteConnection($"Data Source={archive};Mode=ReadOnly;Pooling=False");
            db.Open();
            Run(db, "PRAGMA busy_timeout = 10000");
            while (!stop.IsCancellationRequested)
            {
                Run(db, "BEGIN");
                Run(db, Questions[random.Next(Questions.Length)]);
                Interlocked.Increment(ref _questions);
                await PauseAsync(random.Next(1500), stop);
                Run(db, "COMMIT");
                await PauseAsync(random.Next(300), stop);
            }

            return null;
        }
        catch (SqliteException trouble)
        {
            return $"a reader: {trouble.Message}";
        }
    }

    private async Task<string?> LockAsync(Random random, CancellationToken stop)
    {
        try
        {
            using var db = new SqliteConnection($"Data Source={archive};Mode=ReadWrite;Pooling=False");
            db.Open();
            Run(db, "PRAGMA busy_timeout = 10000");
            while (!stop.IsCancellationRequested)
            {
                Run(db, "BEGIN IMMEDIATE");
                Interlocked.Increment(ref _locks);
                await PauseAsync(random.Next(5000), stop);
                Run(db, "ROLLBACK");
                await PauseAsync(random.Next(2000), stop);
            }

            return null;
        }
        catch (SqliteException trouble)
        {
            return $"the foreign writer: {trouble.Message}";
        }
    }

    private static async Task PauseAsync(int milliseconds, CancellationToken stop)
    {
        try
        {
            await Task.Delay(milliseconds, stop);
        }
        catch (OperationCanceledException)
        {
            // The loop looks at the token.
        }
    }

    private static void Run(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        while (rows.Read()) { }
    }
}
