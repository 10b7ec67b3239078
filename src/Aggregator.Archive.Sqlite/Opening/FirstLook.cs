using System.Buffers.Binary;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>
/// Looks at an archive before anybody writes to it. Takes a path; gives nothing when all is well; refuses a damaged file and changes not a byte of it.
/// </summary>
/// <remarks>
/// Bounded, so that a start is quick: the length of the file always; every table of an archive up to <see cref="WholeUpTo"/>; of a larger one
/// the tables that every poll depends on, whose size follows the number of feeds and not that of articles. All of it is what <c>archive check</c> is for.
/// </remarks>
internal static class FirstLook
{
    /// <summary>About a third of a second.</summary>
    public const long WholeUpTo = 64 << 20;

    private static readonly string[] Vital = ["feed", "feed_url", "source", "fact", "search_state", "search_pending", "article_day", "tombstone"];

    public static void Check(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0) return;
        IsComplete(path);
        using var reader = ArchiveConnection.OpenReader(path);
        try
        {
            var tables = reader.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").ToList();
            foreach (var table in new FileInfo(path).Length <= WholeUpTo ? tables : tables.Intersect(Vital))
                if (reader.ExecuteScalar<string>($"PRAGMA quick_check('{table.Replace("'", "''", StringComparison.Ordinal)}')") is { } said && said != "ok") throw Refusals.Damaged(path, said);
        }
        catch (SqliteException trouble) when (Refusals.Of(trouble, path) is { } refusal)
        {
            throw refusal;
        }
    }

    // The header says how many pages there are. A file that grew by a transaction that is still in the log may be shorter: the log goes into it
    // first page first, and a disk that is full in the middle of that leaves a header that is ahead of its file. What is missing is in the log then.
    private static void IsComplete(string path)
    {
        if (OpenedFiles.Contains(path)) return;
        Span<byte> header = stackalloc byte[100];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) throw Refusals.Damaged(path, "it ends within its header");
        var size = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        var page = size == 1 ? 65536L : size;
        var pages = BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        var current = BinaryPrimitives.ReadUInt32BigEndian(header[24..]) == BinaryPrimitives.ReadUInt32BigEndian(header[92..]);
        var logged = Math.Max(0, WriteAheadLog.Bytes(path) - 32) / (page + 24);
        if (current && (pages - logged) * page > file.Length)
            throw Refusals.Damaged(path, string.Create(CultureInfo.InvariantCulture, $"it is cut off: {file.Length} bytes of {pages * page}"));
    }
}
