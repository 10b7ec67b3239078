using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>
/// The schema's version and the steps to it. Takes a connection that may write; gives it the newest schema; never leaves a step half done.
/// </summary>
internal static class ArchiveSchema
{
    /// <summary><c>Aggr</c> in ASCII: <c>file</c> and we recognise the archive by it.</summary>
    public const long ApplicationId = 0x41676772;

    /// <summary>The version that this program reads and writes.</summary>
    public static long Version => Migration.All[^1].Number;

    public static long VersionOf(SqliteConnection connection) => connection.ExecuteScalar<long>("PRAGMA user_version");

    /// <summary>True for a file without any table: a new archive.</summary>
    public static bool IsEmpty(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema") == 0;

    /// <summary>Refuses a file of another program and a schema newer than ours.</summary>
    public static void Check(SqliteConnection connection, string path)
    {
        if (IsEmpty(connection)) return;
        if (connection.ExecuteScalar<long>("PRAGMA application_id") != ApplicationId)
            throw new ArchiveRefusedException(ArchiveRefusal.NotAnArchive, $"{path} is an SQLite database, but not an archive of this program");
        if (VersionOf(connection) is var version && version > Version)
            throw new ArchiveRefusedException(
                ArchiveRefusal.Newer, $"{path} has schema {version}, written by a newer version of this program, which knows schema {Version}; use that version");
    }

    /// <summary>Applies the steps that are missing, each in a transaction of its own.</summary>
    /// <param name="connection">A connection that may write.</param>
    /// <param name="steps">The steps; tests pass others.</param>
    public static void Migrate(SqliteConnection connection, IReadOnlyList<Migration>? steps = null)
    {
        foreach (var step in (steps ?? Migration.All).Where(s => s.Number > VersionOf(connection)))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(step.Sql, transaction: transaction);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {step.Number}"), transaction: transaction);
            transaction.Commit();
        }
    }
}
