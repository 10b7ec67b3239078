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
        private readonly TempArchive? _temp;
        private readonly SqliteArchive _archive;

        public OnDisk()
        {
            _temp = new TempArchive();
            (_archive, Path) = (SqliteArchive.Open(_temp.Path, TimeProvider.System), _temp.Path);
        }

        /// <summary>An archive that somebody else closes.</summary>
        public OnDisk(SqliteArchive archive, string path) => (_archive, Path) = (archive, path);

        public override IFeedArchive Archive => _archive;

        public string Path { get; }

        public override IReadOnlyList<string> Rows(string sql)
        {
            using var connection = ArchiveConnection.OpenReader(Path);
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
            if (_temp is null) return ValueTask.CompletedTask;
            _archive.Dispose();
            _temp.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
