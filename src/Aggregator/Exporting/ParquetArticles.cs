using System.IO.Compression;
using Aggregator.Archive.Sqlite.Querying;
using Parquet;
using Parquet.Schema;

namespace Aggregator.Exporting;

/// <summary>
/// Articles as Parquet: integers and instants (UTC, microseconds) have their types, everything else is text; zstd, dictionaries where values
/// repeat. A row group is written as soon as it is large, so memory does not grow with the archive.
/// </summary>
internal sealed class ParquetArticles(Stream output) : IArticleWriter
{
    /// <summary>UTF-16 units of all texts of a row group, and its rows at most. Measured: 160 MB of memory in all; four times as much takes 290 MB.</summary>
    private const int GroupUnits = 4 << 20, GroupRows = 100_000;

    /// <summary>Integers of the view <c>articles</c>; what ends in <c>_at</c> is an instant.</summary>
    public static readonly IReadOnlySet<string> Integers =
        new HashSet<string>(StringComparer.Ordinal) { "id", "source_id", "feed_id", "word_count", "duplicate_of", "story_id", "revisions" };

    // Few values, each in many articles.
    private static readonly string[] Repeating =
    [
        "author", "source", "source_domain", "published_precision", "published_from", "published_offset", "date_flags", "language", "image_credit", "duplicate_kind", "flags",
    ];

    private ParquetColumn[] _columns = [];
    private ParquetWriter? _writer;
    private int _rows, _units;

    public IEnumerable<string> Notes => [];

    public void Begin(IReadOnlyList<string> columns)
    {
        _columns = [.. columns.Select(ParquetColumn.Of)];
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd,
            CompressionLevel = CompressionLevel.Fastest,
            MaximumSmallPoolFreeBytes = 8 << 20,
            MaximumLargePoolFreeBytes = 16 << 20,
        };
        foreach (var name in Repeating.Intersect(columns)) options.ColumnEncodingHints[name] = EncodingHint.Dictionary;
        _writer = Wait(ParquetWriter.CreateAsync(new ParquetSchema(_columns.Select(c => c.Field)), output, options));
    }

    public long? Next(SqlRows rows)
    {
        if (!rows.Read()) return null;
        for (var i = 0; i < _columns.Length; i++) _units += _columns[i].Add(rows.Current[i]);
        if (++_rows >= GroupRows || _units >= GroupUnits) WriteGroup();
        return (long)rows.Current[0]!;
    }

    // A file without row groups is valid, and some readers refuse it: an empty group it is.
    public void End()
    {
        WriteGroup();
        Wait(_writer!.DisposeAsync());
        _writer = null;
    }

    public void Dispose()
    {
        if (_writer is not null) Wait(_writer.DisposeAsync());
    }

    private void WriteGroup()
    {
        using (var group = _writer!.CreateRowGroup())
            foreach (var column in _columns) Wait(column.WriteAsync(group));
        (_rows, _units) = (0, 0);
    }

    // The file's stream completes at once: it is a local file, or a pipe that may as well be waited for here.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private static void Wait(ValueTask task) => task.AsTask().GetAwaiter().GetResult();
}
