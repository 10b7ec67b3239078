using System.Globalization;
using Aggregator.TestKit.Hostile;
using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Misbehaving;

/// <summary>Compares what the archive holds of each feed with what the table says must come out.</summary>
internal sealed class HostileJudge(string archive, HostileServer server)
{
    // Redirects to names that the system's resolver does not know, so that another refusal comes first.
    private static readonly HashSet<string> ToNames = ["tls-redirect", "redirect-to-localhost-dot", "redirect-to-localhost-sub", "redirect-to-metadata-name"];

    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public int Judged { get; private set; }

    /// <summary>Polled, but not judged: their names are known only to the resolver that unit tests pass in.</summary>
    public int Unresolved { get; private set; }

    public void Judge(IReadOnlyList<HostileBehaviour> behaviours, bool second)
    {
        var rows = Rows();
        foreach (var behaviour in behaviours)
        {
            var address = server.Address(behaviour);
            if (!rows.TryGetValue(address, out var row))
            {
                if (IsName(address)) Unresolved++;
                else _faults.Add($"{behaviour.Name}: no poll of {address} is stored");
            }
            else if (IsName(address) || ToNames.Contains(behaviour.Name))
            {
                Unresolved++;
            }
            else
            {
                Judged++;
                // With the program's 30 seconds the redirects run out first, with the suite's five the time.
                var expected = second ? behaviour.Second! : behaviour.Name == "slow-redirects" ? "redirect" : behaviour.Outcome;
                if (Wrong(expected, row, behaviour, second) is { } wrong)
                    _faults.Add($"{behaviour.Name}{(second ? " (second poll)" : "")}: expected '{expected}', {wrong} ({row.Outcome}: {row.Error})");
            }
        }

        if (Number("SELECT count(*) FROM articles WHERE title LIKE '%POISON%' OR text LIKE '%POISON%'") is > 0 and var poisoned) _faults.Add($"{poisoned} articles hold what must never be read");
    }

    public void JudgeHonest(IReadOnlyList<string> addresses)
    {
        var rows = Rows();
        foreach (var address in addresses)
            if (!rows.TryGetValue(address, out var row) || row.Outcome != "changed") _faults.Add($"an honest feed was not read: {address}");
    }

    public (TimeSpan Took, string Feed) Longest()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT t.duration_ms, f.url FROM fetches t JOIN feeds f ON f.id = t.feed_id ORDER BY 1 DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        return reader.Read() ? (TimeSpan.FromMilliseconds(reader.GetInt64(0)), reader.GetString(1)) : default;
    }

    // At this level a feed's body was also read: what is no feed says so, and what is left of a broken transfer may be too little.
    // What a second answer does not give leaves the validators of the first as they are.
    private static string? Wrong(string expected, Row row, HostileBehaviour behaviour, bool second)
    {
        var isRead = row.Outcome is "changed" or "unchanged";
        return expected switch
        {
            HostileBehaviour.Feed => isRead || (row.Outcome == "not-a-feed" && behaviour.Body is not null) ? row.Validators && !second ? "validators are kept" : null : "it is not read",
            HostileBehaviour.Kept => isRead || (row.Outcome == "not-a-feed" && behaviour.Body is not null) ? isRead && !row.Validators ? "no validators are kept" : null : "it is not read",
            HostileBehaviour.Damaged => isRead || row.Outcome == "broken-transfer" ? row.Validators ? "validators of a damaged body are kept" : null : "what came is not read",
            _ => row.Outcome == expected ? null : "another outcome",
        };
    }

    private static bool IsName(string address) => !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.EndsWith(".example", StringComparison.Ordinal) || uri.Host == "1.2.3.4.5";

    private Dictionary<string, Row> Rows()
    {
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT f.url, t.outcome, t.error, f.etag IS NOT NULL OR f.last_modified IS NOT NULL
            FROM feed f JOIN fetch t ON t.id = (SELECT max(id) FROM fetch WHERE feed_id = f.id)
            """;
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows[reader.GetString(0)] = new Row(reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetInt64(3) != 0);
        return rows;
    }

    private long Number(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = archive, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private sealed record Row(string Outcome, string? Error, bool Validators);
}
