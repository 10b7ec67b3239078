using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Opening;

/// <summary>What SQLite offers and its .NET wrapper does not.</summary>
internal static class NativeSqlite
{
    private const int FcntlPersistWal = 10; // SQLITE_FCNTL_PERSIST_WAL

    /// <summary>Keeps <c>-wal</c> and <c>-shm</c> in place when the last connection closes: without them a user with read rights only could
    /// not open the archive while nothing runs. The log is emptied all the same (<c>journal_size_limit</c> 0).</summary>
    public static void KeepWal(SqliteConnection connection)
    {
        var on = 1;
        var result = FileControl(connection.Handle!.DangerousGetHandle(), "main\0"u8.ToArray(), FcntlPersistWal, ref on);
        if (result != 0) throw new InvalidOperationException($"SQLITE_FCNTL_PERSIST_WAL failed with code {result}");
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(nint database, byte[] name, int operation, ref int argument);
}
