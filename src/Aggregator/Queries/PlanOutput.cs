using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Commands;
using Aggregator.Output;

namespace Aggregator.Queries;

/// <summary>SQLite's query plan (rows of id, parent, unused, detail) as an indented list.</summary>
internal static class PlanOutput
{
    public static int Write(SqlRows rows, CommandContext context)
    {
        using (rows)
        {
            var depth = new Dictionary<long, int>();
            while (rows.Read())
            {
                var (id, parent) = ((long)rows.Current[0]!, (long)rows.Current[1]!);
                depth[id] = depth.TryGetValue(parent, out var above) ? above + 1 : 0;
                context.Terminal.Out.WriteLine(new string(' ', 2 * depth[id]) + TerminalText.Line((string)rows.Current[3]!));
            }
            return rows.Ending is RowsEnding.Complete ? ExitCode.Done : context.Fail("the plan could not be read");
        }
    }
}
