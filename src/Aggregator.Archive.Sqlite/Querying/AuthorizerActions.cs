using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>Names what an authorizer was asked about.</summary>
internal static class AuthorizerActions
{
    public static string InWords(int action, string? first, string? second) => action switch
    {
        raw.SQLITE_INSERT => $"INSERT into {first}",
        raw.SQLITE_UPDATE => $"UPDATE of {first}",
        raw.SQLITE_DELETE => $"DELETE from {first}",
        raw.SQLITE_PRAGMA => $"PRAGMA {first}",
        raw.SQLITE_FUNCTION => $"the function {second}",
        raw.SQLITE_READ => $"reading {first}",
        raw.SQLITE_ATTACH => "ATTACH or VACUUM",
        raw.SQLITE_DETACH => "DETACH",
        raw.SQLITE_TRANSACTION => $"the transaction statement {first}",
        raw.SQLITE_SAVEPOINT => $"the savepoint statement {first}",
        raw.SQLITE_ANALYZE => "ANALYZE",
        raw.SQLITE_REINDEX => "REINDEX",
        raw.SQLITE_ALTER_TABLE => "ALTER TABLE",
        raw.SQLITE_CREATE_INDEX or raw.SQLITE_CREATE_TEMP_INDEX => "CREATE INDEX",
        raw.SQLITE_CREATE_TABLE or raw.SQLITE_CREATE_TEMP_TABLE or raw.SQLITE_CREATE_VTABLE => "CREATE TABLE",
        raw.SQLITE_CREATE_TRIGGER or raw.SQLITE_CREATE_TEMP_TRIGGER => "CREATE TRIGGER",
        raw.SQLITE_CREATE_VIEW or raw.SQLITE_CREATE_TEMP_VIEW => "CREATE VIEW",
        raw.SQLITE_DROP_INDEX or raw.SQLITE_DROP_TABLE or raw.SQLITE_DROP_TEMP_INDEX or raw.SQLITE_DROP_TEMP_TABLE
            or raw.SQLITE_DROP_TEMP_TRIGGER or raw.SQLITE_DROP_TEMP_VIEW or raw.SQLITE_DROP_TRIGGER or raw.SQLITE_DROP_VIEW
            or raw.SQLITE_DROP_VTABLE => "DROP",
        _ => "this kind of statement",
    };
}
