using System.Runtime.InteropServices;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>
/// The calls that the bulk writer makes some forty times for each article. The wrapper's cost a reference count of a handle each, and a copy of
/// every text by SQLite; both together were a tenth of the writer's time.
/// </summary>
internal static class NativeStatement
{
    /// <summary>SQLITE_STATIC: the text stays where it is until the statement is reset, and SQLite need not copy it.</summary>
    public const nint Stays = 0;

    private const string Library = "e_sqlite3";
    private const DllImportSearchPath Places = DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories;

    [DllImport(Library, EntryPoint = "sqlite3_step", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(Places)]
    public static extern int Step(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(Places)]
    public static extern int Reset(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(Places)]
    public static extern int BindLong(nint statement, int parameter, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_double", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(Places)]
    public static extern int BindDouble(nint statement, int parameter, double value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_null", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(Places)]
    public static extern int BindNull(nint statement, int parameter);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(Places)]
    public static extern int BindText(nint statement, int parameter, nint text, int bytes, nint destructor);

    [DllImport(Library, EntryPoint = "sqlite3_column_type", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(Places)]
    public static extern int ColumnType(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(Places)]
    public static extern long ColumnLong(nint statement, int column);
}
