using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>Where in a statement SQLite found an error. SQLitePCLRaw does not expose the call.</summary>
internal static class ErrorOffset
{
    /// <summary>In UTF-16 units from the start of the statement; null when SQLite does not say.</summary>
    public static int? In(sqlite3 connection, string statement)
    {
        var bytes = Offset(connection);
        if (bytes < 0)
            return null;
        var utf8 = Encoding.UTF8.GetBytes(statement);
        return bytes > utf8.Length ? null : Encoding.UTF8.GetCharCount(utf8, 0, bytes);
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_error_offset", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int Offset(sqlite3 connection);
}
