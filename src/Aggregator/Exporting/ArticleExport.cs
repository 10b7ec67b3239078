using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Queries;

namespace Aggregator.Exporting;

/// <summary>
/// Brings articles out of the archive. Takes a selection and a writer; gives how many it wrote, up to the highest id at its start;
/// never holds a snapshot for longer than one range of ids, nor more than one row in memory.
/// </summary>
/// <param name="door">The archive.</param>
/// <param name="selection">Which articles.</param>
/// <param name="time">The clock.</param>
/// <param name="columns">What is read of each; the id first.</param>
internal sealed class ArticleExport(SqlDoor door, ArticleSelection selection, TimeProvider time, string columns = "articles.*")
{
    // A range is to take about so long: short enough for the writer's log, long enough to cost nothing.
    private static readonly TimeSpan Aim = TimeSpan.FromMilliseconds(250);
    private static readonly QueryLimits Limits = new() { Time = TimeSpan.FromMinutes(5), SortOnDisk = true };
    private const int Least = 100, Most = 100_000;

    // The range comes first and is walked in order; each article is then found by its id, whatever the condition.
    private string Statement => $"""
        SELECT {columns} FROM (SELECT id AS page_id FROM article WHERE id > :page_after AND id <= :page_upto ORDER BY id) page
        CROSS JOIN articles ON articles.id = page.page_id WHERE {selection.Sql}
        """;

    /// <summary>Null when the condition can be asked; else what is wrong with it.</summary>
    public string? Refusal(CancellationToken stop)
    {
        switch (Prepare(0, 0, stop))
        {
            case Preparation.Ready { Rows: var rows }:
                rows.Dispose();
                return null;
            case Preparation.Refused { Error: var error }:
                return selection.Complaint(error, Statement);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <param name="writer">The format.</param>
    /// <param name="written">Told every id that was written, and how far it is, from 0 to 1.</param>
    /// <param name="stop">Calls it off.</param>
    /// <returns>How many were written, or what went wrong.</returns>
    public (long Count, string? Failure) Run(IArticleWriter writer, Action<long, double> written, CancellationToken stop)
    {
        var highest = (long)(Ask("SELECT coalesce(max(id), 0) FROM article", stop) ?? 0L);
        var (count, size, begun) = (0L, 1000L, false);
        for (var after = 0L; after < highest || !begun;)
        {
            var upto = Math.Min(highest, after + size);
            var started = time.GetTimestamp();
            if (Prepare(after, upto, stop) is not Preparation.Ready { Rows: var rows } ready) return (count, Refusal(stop));
            using (ready.Rows)
            {
                if (!begun) writer.Begin(rows.Columns);
                begun = true;
                while (writer.Next(rows) is { } id)
                {
                    count++;
                    written(id, (double)id / highest);
                }

                stop.ThrowIfCancellationRequested();
                if (rows.Ending is RowsEnding.Failed { Error: var error }) return (count, selection.Complaint(error, Statement));
                if (rows.Ending is not RowsEnding.Complete) return (count, $"the condition takes too long: more than {Limits.Time.TotalMinutes:0} minutes for {upto - after} ids");
            }

            after = upto;
            if (highest > 0) written(0, (double)after / highest);
            var took = time.GetElapsedTime(started);
            size = Math.Clamp(took < Aim / 2 ? size * 2 : took > Aim * 2 ? size / 2 : size, Least, Most);
        }

        writer.End();
        return (count, null);
    }

    private Preparation Prepare(long after, long upto, CancellationToken stop) =>
        door.Prepare(Statement, new Dictionary<string, object?>(selection.Values) { ["page_after"] = after, ["page_upto"] = upto }, Limits, cancel: stop);

    private object? Ask(string sql, CancellationToken stop) => new Commands.ArchiveQuestions(door).Row(sql, stop)[0];
}
