namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>Single named facts, each one text.</summary>
internal sealed class FactRows(Statements statements)
{
    private readonly Statement _get = statements.Prepare("SELECT value FROM fact WHERE name = ?1");
    private readonly Statement _set = statements.Prepare("INSERT INTO fact(name, value) VALUES (?1, ?2) ON CONFLICT(name) DO UPDATE SET value = excluded.value");

    public string? Get(string name) => _get.With(name).First(row => row.Text(0));

    public void Set(string name, string value) => _set.With(name).With(value).Run();
}
