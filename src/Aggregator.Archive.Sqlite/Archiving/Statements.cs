using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>Prepares statements on one connection and disposes them with it.</summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    private readonly List<Statement> _prepared = [];

    public Statement Prepare(string sql)
    {
        var statement = new Statement(connection, sql);
        _prepared.Add(statement);
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _prepared) statement.Dispose();
        _prepared.Clear();
    }
}
