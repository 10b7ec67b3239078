using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Archive.Sqlite.Upkeep;
using Aggregator.Endurance.Serving;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Endurance.Killing;

/// <summary>An archive of a ledger server's feeds. The program polls and tends it as a process; the product's flow in this one fills it fast.</summary>
internal sealed class PolledArchive : IAsyncDisposable
{
    private readonly string _program, _folder, _list;
    private readonly LedgerServer _server;
    private readonly LedgerFlow _flow;

    private PolledArchive(string program, string folder, LedgerServer server)
    {
        (_program, _folder, _server) = (program, folder, server);
        _list = System.IO.Path.Combine(folder, "ledger.feeds.txt");
        Path = System.IO.Path.Combine(folder, "archive.db");
        _flow = new LedgerFlow(server.Feeds, server.Urls);
    }

    public string Path { get; }

    public static async Task<PolledArchive> StartAsync(string program, string folder, int feeds, int seed)
    {
        Directory.CreateDirectory(folder);
        var polled = new PolledArchive(program, folder, await LedgerServer.StartAsync(feeds, seed));
        await File.WriteAllLinesAsync(polled._list, polled._server.Urls);
        return polled;
    }

    /// <summary>Passes inside this process; nobody else may have the archive open.</summary>
    public async Task FillAsync(int passes)
    {
        for (; passes > 0; passes--) await _flow.PassAsync(Path);
    }

    /// <summary>Starts one pass of the program over all feeds.</summary>
    public Pass Poll(string? archive = null) => Pass.Start(_program, _folder, ["poll", "--all", "--strict", .. LedgerServer.Options(_list, archive ?? Path)]);

    /// <summary>Starts another command of the program on the archive.</summary>
    public Pass Command(params string[] words) => Pass.Start(_program, _folder, [.. words, "--archive", Path]);

    /// <summary>Guids of all items that are stored.</summary>
    public IReadOnlyList<string> Guids()
    {
        using var db = ArchiveConnection.OpenReader(Path);
        return [.. db.Query<string>("SELECT guid FROM sightings")];
    }

    /// <summary>What the ledger and the product's own check say about an archive, on a copy of its files; nobody may have it open.</summary>
    /// <param name="archive">The file; null for the polled one.</param>
    /// <param name="holds">Guids that it must have.</param>
    /// <param name="deleted">Guids that somebody deleted.</param>
    public IReadOnlyList<string> Judge(string? archive = null, IEnumerable<string>? holds = null, IReadOnlySet<string>? deleted = null)
    {
        var faults = ArchiveJudge.Judge(archive ?? Path, Scratch, _server.Ledger, holds?.Select(LedgerItem.Of).ToList(), deleted);
        return faults.Count > 0 ? faults : [.. ArchiveCheck.Run(ArchiveJudge.CopyIn(Scratch)).Select(f => f.Sentence)];
    }

    /// <summary>Random bytes in a table of one's own: a file that takes a while to copy.</summary>
    public static void Weigh(string archive, int megabytes)
    {
        using var db = new SqliteConnection($"Data Source={archive};Pooling=False");
        db.Open();
        db.Execute(
            """
            CREATE TABLE IF NOT EXISTS ballast(bytes BLOB);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @rows) INSERT INTO ballast SELECT randomblob(8000) FROM n;
            """,
            new { rows = megabytes * 128 });
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string Scratch => System.IO.Path.Combine(_folder, "judge");
}
