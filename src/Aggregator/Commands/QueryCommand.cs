using System.CommandLine;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Output;
using Aggregator.Pipeline.Subscribing;
using Aggregator.Queries;

namespace Aggregator.Commands;

/// <summary><c>query</c>: one read-only SQL statement, its rows as a table or for another program.</summary>
internal static class QueryCommand
{
    /// <summary>What SQLite may take at all: two thousand columns of 16 MiB are asked for in one step, between two looks at the memory.</summary>
    private const long ProcessMemory = 768L << 20;

    private static readonly Argument<string?> Sql = new("SQL")
    {
        Description = "One SELECT; - reads it from stdin, @name is a saved query",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Format = new("--format") { Description = "How rows are written; a table on a terminal, else csv", HelpName = "table|csv|json|jsonl|markdown" };
    private static readonly Option<string[]> Param = new("--param", "-p") { Description = "Value of a parameter; numbers are numbers, '2023' in quotes is text", HelpName = "name=value" };
    private static readonly Option<long?> MaxRows = new("--max-rows") { Description = "At most so many rows; 1000 for a table on a terminal, else all", HelpName = "N" };
    private static readonly Option<string?> TimeLimit = new("--timeout") { Description = "Stops the statement after this time; 30s on a terminal, 10m with a pipe or --output", HelpName = "30s" };
    private static readonly Option<string?> OutputPath = new("--output", "-o") { Description = "Writes the rows to a file", HelpName = "FILE" };
    private static readonly Option<bool> Raw = new("--raw") { Description = "Leaves csv cells as they are, also those that a spreadsheet takes for formulas" };
    private static readonly Option<bool> Plan = new("--plan") { Description = "Shows how SQLite would run the statement, and does not run it" };
    private static readonly Option<bool> List = new("--list") { Description = "Shows the saved queries and their parameters" };

    public static Command Create(CommandRunner runner)
    {
        Format.AcceptOnlyFromAmong("table", "csv", "json", "jsonl", "markdown");
        var command = new Command("query", "Asks the archive in SQL, read-only") { Sql, Format, Param, MaxRows, TimeLimit, OutputPath, Raw, Plan, List };
        return runner.Bind(command, (context, line, stop) => Task.FromResult(Run(context, line, stop)));
    }

    private static int Run(CommandContext context, ParseResult line, CancellationToken stop)
    {
        var folder = new QueryFolder(context.Settings.QueriesPath);
        if (line.GetValue(List))
            return QueryListing.Write(folder, context);
        if (line.GetValue(Sql) is not { } given)
            return context.Refuse("query needs a statement, - to read one from stdin, or @name; --list shows the saved ones");

        var toTerminal = context.Terminal.OutIsTerminal && line.GetValue(OutputPath) is null;
        var limit = toTerminal ? TimeSpan.FromSeconds(30) : TimeSpan.FromMinutes(10);
        if (line.GetValue(TimeLimit) is { } written && (!Durations.TryParse(written, out limit) || limit <= TimeSpan.Zero))
            return context.Refuse($"--timeout '{written}' is no duration: {Durations.Form}");
        if (line.GetValue(MaxRows) < 0)
            return context.Refuse("--max-rows cannot be negative");
        var (request, refusal) = QueryRequest.Of(given, line.GetValue(Param) ?? [], folder, context.Terminal.In);
        if (request is null)
            return context.Refuse(refusal!);

        var format = line.GetValue(Format) is { } name ? Enum.Parse<RowFormat>(name, ignoreCase: true) : toTerminal ? RowFormat.Table : RowFormat.Csv;
        var limits = new QueryLimits
        {
            Time = limit,
            Rows = line.GetValue(MaxRows) ?? (toTerminal && format == RowFormat.Table ? 1_000 : null),
            SortOnDisk = true,
        };
        SqlDoor.LimitProcessMemory(ProcessMemory);
        var opening = SqlDoor.Open(context.Settings.ArchivePath, context.Time);
        if (opening is not DoorOpening.Opened { Door: var door })
            return context.Fail(((DoorOpening.Refused)opening).Reason);
        using (door)
        {
            return door.Prepare(request.Sql, request.Values, limits, line.GetValue(Plan), stop) switch
            {
                Preparation.Refused { Error: var error } => context.Fail(SqlComplaint.Of(error, request.Sql)),
                Preparation.Ready { Rows: var rows } when line.GetValue(Plan) => PlanOutput.Write(rows, context),
                Preparation.Ready { Rows: var rows } => new RowsToPlace(context, rows, door, limits).Write(format, line.GetValue(Raw), line.GetValue(OutputPath)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }
}
