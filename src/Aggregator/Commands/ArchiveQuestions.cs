using Aggregator.Archive.Sqlite.Querying;

namespace Aggregator.Commands;

/// <summary>Questions of ours to the archive, through the same read-only door that users' SQL goes through.</summary>
internal sealed class ArchiveQuestions(SqlDoor door)
{
    private static readonly QueryLimits Limits = new() { Time = TimeSpan.FromMinutes(1), SortOnDisk = true };

    /// <summary>The rows of a statement of ours. A failure of the disk is the archive's trouble, told in one sentence.</summary>
    public IReadOnlyList<object?[]> Rows(string sql, CancellationToken stop, params (string Name, object? Value)[] parameters)
    {
        if (door.Prepare(sql, parameters.ToDictionary(p => p.Name, p => p.Value), Limits, cancel: stop) is not Preparation.Ready { Rows: var rows } ready)
            throw new InvalidOperationException($"a statement of ours is refused: {sql}");

        using (ready.Rows)
        {
            var all = new List<object?[]>();
            while (rows.Read()) all.Add(rows.Current.ToArray());
            stop.ThrowIfCancellationRequested();
            return rows.Ending is RowsEnding.Failed failed
                ? throw new Pipeline.Ports.ArchiveUnavailableException(failed.Error.Message)
                : all;
        }
    }

    public object?[] Row(string sql, CancellationToken stop, params (string Name, object? Value)[] parameters) => Rows(sql, stop, parameters)[0];
}
