using Aggregator.Pipeline.Ports;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>Opens an archive that exists and has this program's schema, for commands beside the polling process. They never migrate.</summary>
internal static class ExistingArchive
{
    public static SqliteConnection OpenReader(string path) => Open(path, file => ArchiveConnection.OpenReader(file));

    /// <summary>A connection for short IMMEDIATE transactions beside the polling process.</summary>
    public static SqliteConnection OpenWriter(string path)
    {
        var full = StartChecks.FullPath(path);
        if (File.Exists(full)) StartChecks.IsWritable(full);
        return Open(path, p => ArchiveConnection.OpenWriter(p, create: false));
    }

    private static SqliteConnection Open(string path, Func<string, SqliteConnection> open)
    {
        path = StartChecks.FullPath(path);
        if (!File.Exists(path)) throw new ArchiveRefusedException(ArchiveRefusal.Missing, $"there is no archive at {path}");
        StartChecks.Check(path);
        SqliteConnection? connection = null;
        try
        {
            connection = open(path);
            ArchiveSchema.Check(connection, path);
            if (ArchiveSchema.VersionOf(connection) is var version && version < ArchiveSchema.Version)
                throw new ArchiveRefusedException(
                    ArchiveRefusal.Older, $"{path} has schema {version} and this program needs {ArchiveSchema.Version}: `poll` or `run` brings it up to date, with a copy first");
            return connection;
        }
        catch (Exception trouble)
        {
            connection?.Dispose();
            throw Refusal(trouble, path) ?? trouble;
        }
    }

    private static ArchiveRefusedException? Refusal(Exception trouble, string path) => trouble switch
    {
        SqliteException said => Refusals.Of(said, path),
        ArchiveUnavailableException unavailable => new ArchiveRefusedException(ArchiveRefusal.Unavailable, $"{path}: {unavailable.Message}", unavailable),
        _ => null,
    };
}
