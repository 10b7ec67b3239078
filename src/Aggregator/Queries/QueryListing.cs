using Aggregator.Commands;
using Aggregator.Output;

namespace Aggregator.Queries;

/// <summary>Shows the saved queries: a name, what it answers, its parameters.</summary>
internal static class QueryListing
{
    public static int Write(QueryFolder folder, CommandContext context)
    {
        var output = context.Terminal.Out;
        var queries = folder.All();
        foreach (var query in queries)
        {
            output.WriteLine($"@{query.Name}  {TerminalText.Line(query.Description)}");
            foreach (var parameter in query.Parameters)
            {
                var value = parameter.Required ? "" : $" = {(parameter.Default is null ? "null" : CellText.Of(parameter.Default))}";
                output.WriteLine(TerminalText.Line($"    --param {parameter.Name}{value}  {parameter.Meaning}"));
            }
        }
        if (queries.Count == 0)
            context.Terminal.Error.WriteLine($"aggregator: there are no saved queries in {context.Settings.QueriesPath}");
        return ExitCode.Done;
    }
}
