using Aggregator.Service;
using Aggregator.TestKit;
using Aggregator.Tests.Upkeep;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Aggregator.Tests.Service;

public sealed class LogWatchTests
{
    [Fact]
    public void It_tells_once_when_the_log_is_too_large_and_once_when_it_is_small_again()
    {
        var size = 0L;
        var kept = new KeptLog();
        var watch = new LogWatch(() => size, kept);
        foreach (var next in new[] { 0, LogWatch.Large, LogWatch.Large + 1, 2 * LogWatch.Large, LogWatch.Large, 0, 0, 3 * LogWatch.Large })
        {
            size = next;
            watch.Look();
            kept.Lines.Add("|");
        }

        Assert.Equal(["|", "|", "504", "|", "|", "505", "|", "|", "|", "504", "|"], kept.Lines);
    }

    [Fact]
    public async Task The_service_says_it_in_its_log()
    {
        using var archive = await UpkeptArchive.MakeAsync();
        Stored.MakeDue(archive.Folder);
        archive.Touch();
        using var reading = Stored.Open(archive.Folder, SqliteOpenMode.ReadOnly);
        var held = reading.BeginTransaction(deferred: true);
        using (var question = reading.CreateCommand())
        {
            question.CommandText = "SELECT count(*) FROM articles";
            Assert.Equal(8L, question.ExecuteScalar());
        }

        await using var run = ProgramRun.Start(archive.Folder, "run", "--feeds", "feeds.json", "--archive", "archive.db");
        await run.LineAsync("a.xml outcome=");
        await run.LineAsync("b.xml outcome=");
        // As if a gigabyte of answers had come: the file's length is what is looked at, and SQLite takes what has no checksum for nothing.
        using (var log = new FileStream(archive.Folder.Path("archive.db-wal"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) log.SetLength(LogWatch.Large + (9 << 20));
        await run.LineAsync("the write-ahead log has 265 MiB");

        await held.DisposeAsync();
        Stored.MakeDue(archive.Folder);
        await run.LineAsync("the write-ahead log is small again");
        run.Terminate();
        Assert.Equal(0, (await run.WaitAsync()).ExitCode);
        Assert.Equal("ok", Stored.Text(archive.Folder, "PRAGMA integrity_check"));
    }

    private sealed class KeptLog : ILogger<LogWatch>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(eventId.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
