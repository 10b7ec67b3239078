using System.Globalization;
using Aggregator.Archive.Contract;
using Aggregator.Archive.Sqlite.Opening;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Archive.Sqlite.Tests;

/// <summary>The archive's contract, kept by a real SQLite file.</summary>
public sealed class SqliteFeedArchiveTests : FeedArchiveContract
{
    protected override ArchiveUnderTest Open() => new OnDisk();

    internal sealed class OnDisk : ArchiveUnderTest
    {
        private readonly TempArchive _temp = new();
        private readonly SqliteArchive _archive;

        public OnDisk() => _archive = SqliteArchive.Open(_temp.Path, TimeProvider.System);

        public override IFeedArchive Archive => _archive;

        public string Path => _temp.Path;

        public override IReadOnlyList<string> Rows(string sql)
        {
            using var connection = ArchiveConnection.OpenReader(_temp.Path);
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount)
                    .Select(i => reader.IsDBNull(i) ? "NULL" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
            return rows;
        }

        public override ValueTask DisposeAsync()
        {
            _archive.Dispose();
            _temp.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
