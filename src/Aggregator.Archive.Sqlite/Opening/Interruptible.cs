using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>Long statements that somebody may call off: SQLite stops them within some thousand instructions and undoes what is open. What SQLite
/// says of the file meanwhile becomes a sentence for the operator.</summary>
internal static class Interruptible
{
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    /// <exception cref="ArchiveRefusedException">The file or its disk failed.</exception>
    public static T Run<T>(SqliteConnection connection, Func<T> work, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var registration = stop.Register(() => raw.sqlite3_interrupt(connection.Handle!));
        try
        {
            return work();
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode == raw.SQLITE_INTERRUPT && stop.IsCancellationRequested)
        {
            throw new OperationCanceledException("called off", broken, stop);
        }
        catch (SqliteException trouble) when (Refusals.Of(trouble, connection.DataSource) is { } refusal)
        {
            throw refusal;
        }
    }

    public static void Run(SqliteConnection connection, Action work, CancellationToken stop) => Run(
        connection,
        () =>
        {
            work();
            return true;
        },
        stop);
}
