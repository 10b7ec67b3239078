using Aggregator.Archive.Sqlite.Querying;

namespace Aggregator.Archive.Sqlite.Tests.Querying;

/// <summary>Short forms for asking a door.</summary>
internal static class Asking
{
    public static readonly QueryLimits TwoSeconds = new() { Time = TimeSpan.FromSeconds(2) };
    private static readonly Dictionary<string, object?> Nothing = [];

    public static Preparation Prepare(this SqlDoor door, string sql, QueryLimits? limits = null) => door.Prepare(sql, Nothing, limits ?? TwoSeconds, plan: false, TestContext.Current.CancellationToken);

    public static SqlRows Ready(this SqlDoor door, string sql, QueryLimits? limits = null, params (string Name, object? Value)[] values)
    {
        var preparation = door.Prepare(sql, values.ToDictionary(v => v.Name, v => v.Value), limits ?? TwoSeconds, plan: false, TestContext.Current.CancellationToken);
        Assert.True(preparation is Preparation.Ready, $"{sql}: {preparation}");
        return ((Preparation.Ready)preparation).Rows;
    }

    public static SqlError Refused(this SqlDoor door, string sql, params (string Name, object? Value)[] values) =>
        Assert.IsType<Preparation.Refused>(door.Prepare(sql, values.ToDictionary(v => v.Name, v => v.Value), TwoSeconds, plan: false, TestContext.Current.CancellationToken)).Error;

    /// <summary>All rows; the statement must end well.</summary>
    public static List<object?[]> All(this SqlDoor door, string sql, params (string Name, object? Value)[] values)
    {
        using var rows = door.Ready(sql, null, values);
        var all = new List<object?[]>();
        while (rows.Read())
            all.Add(rows.Current.ToArray());
        Assert.Equal(new RowsEnding.Complete(), rows.Ending);
        return all;
    }

    /// <summary>Reads to the end and says how it ended.</summary>
    public static RowsEnding Ending(this SqlRows rows)
    {
        using (rows)
        {
            while (rows.Read())
            {
            }
            return rows.Ending!;
        }
    }
}
