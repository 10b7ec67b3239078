using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>Decides about every action that SQLite compiles: reading is allowed, everything else is not. SQLite's own parser does the
/// reading of the statement, so no text in a string, comment or odd spelling can be mistaken for syntax or hide it.</summary>
internal sealed class ReadOnlyAuthorizer
{
    private static readonly HashSet<string> ForbiddenFunctions = new(StringComparer.OrdinalIgnoreCase)
    {
        "load_extension", "fts3_tokenizer", "readfile", "writefile", "edit", "rtreecheck", "rtreenode", "sqlite_log",
    };

    /// <summary>Tables that show pages and prepared statements instead of content.</summary>
    private static readonly HashSet<string> ForbiddenTables = new(StringComparer.OrdinalIgnoreCase)
    {
        "sqlite_dbpage", "sqlite_dbdata", "sqlite_dbptr", "sqlite_stmt", "dbstat", "bytecode", "tables_used",
    };

    /// <summary>They only tell something, whatever their argument. FTS5 itself asks for <c>data_version</c>.</summary>
    private static readonly HashSet<string> TellingPragmas = new(StringComparer.OrdinalIgnoreCase)
    {
        "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
        "function_list", "collation_list", "module_list", "pragma_list", "compile_options",
    };

    /// <summary>They tell without an argument and would set something with one.</summary>
    private static readonly HashSet<string> TellingWithoutArgument = new(StringComparer.OrdinalIgnoreCase)
    {
        "data_version", "user_version", "application_id", "schema_version", "page_count", "page_size", "freelist_count", "encoding",
    };

    private readonly strdelegate_authorizer _decide;

    // The delegate lives as long as this object, which the door holds: SQLite keeps only a native pointer to it.
    public ReadOnlyAuthorizer() => _decide = Decide;

    /// <summary>The last action refused, in words; null when none was.</summary>
    public string? Refused { get; private set; }

    /// <summary>The statement reads the full-text index.</summary>
    public bool SawSearch { get; private set; }

    public void Watch(sqlite3 connection) => raw.sqlite3_set_authorizer(connection, _decide, null);

    public void Forget()
    {
        Refused = null;
        SawSearch = false;
    }

    private int Decide(object userData, int action, string first, string second, string database, string trigger)
    {
        var allowed = action switch
        {
            raw.SQLITE_SELECT or raw.SQLITE_RECURSIVE => true,
            raw.SQLITE_READ => !ForbiddenTables.Contains(first),
            raw.SQLITE_FUNCTION => !ForbiddenFunctions.Contains(second),
            raw.SQLITE_PRAGMA => TellingPragmas.Contains(first) || (second is null && TellingWithoutArgument.Contains(first)),
            _ => false,
        };
        SawSearch |= action == raw.SQLITE_READ && first == "article_search";
        if (allowed)
            return raw.SQLITE_OK;
        Refused ??= AuthorizerActions.InWords(action, first, second);
        return raw.SQLITE_DENY;
    }
}
