using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Output;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Showing;

/// <summary>A few rows, read whole.</summary>
internal sealed record StoredRows(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>Reads the rows that a statement of ours gives for one <c>:id</c>.</summary>
    public static StoredRows Read(SqlDoor door, string sql, long id, CancellationToken stop)
    {
        var preparation = door.Prepare(sql, new Dictionary<string, object?> { ["id"] = id }, new QueryLimits(), plan: false, stop);
        if (preparation is not Preparation.Ready { Rows: var rows })
            throw new InvalidOperationException($"a statement of ours is refused: {((Preparation.Refused)preparation).Error.Message}");
        using (rows)
        {
            var all = new List<object?[]>();
            while (rows.Read())
                all.Add(rows.Current.ToArray());
            stop.ThrowIfCancellationRequested();
            return rows.Ending is RowsEnding.Complete ? new(rows.Columns, all)
                : throw new ArchiveUnavailableException(rows.Ending is RowsEnding.Failed { Error: var error } ? error.Message : "the archive did not answer in time");
        }
    }

    public object? this[int row, string column] => Rows[row][Columns.ToList().IndexOf(column)];

    public void Write(IRowOutput output)
    {
        output.Begin(Columns);
        foreach (var row in Rows)
            output.Row(row);
        output.End();
    }
}
