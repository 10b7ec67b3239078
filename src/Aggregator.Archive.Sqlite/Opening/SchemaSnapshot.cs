using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>A copy of the archive as it was before a newer schema: the way back if a migration disappoints.</summary>
internal static class SchemaSnapshot
{
    /// <summary>Where the copy of that schema is kept.</summary>
    public static string PathOf(string path, long version) => string.Create(CultureInfo.InvariantCulture, $"{path}.schema{version}");

    /// <summary>Copies an archive that has articles and an older schema; a new one needs no way back.</summary>
    public static void TakeBeforeMigrating(SqliteConnection connection, string path)
    {
        if (ArchiveSchema.IsEmpty(connection) || ArchiveSchema.VersionOf(connection) is var version && version >= ArchiveSchema.Version) return;
        Take(connection, PathOf(path, version));
    }

    private static void Take(SqliteConnection connection, string to)
    {
        // Under another name until it is whole: a crash must not leave half a copy that looks like one.
        var part = to + ".part";
        try
        {
            File.Delete(part);
            connection.Execute("VACUUM INTO @part", new { part });
            File.Move(part, to, overwrite: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new ArchiveRefusedException(
                ArchiveRefusal.Unavailable, $"the archive needs a newer schema, and the copy {to} that must be made before could not be written: {trouble.Message}", trouble);
        }
    }
}
