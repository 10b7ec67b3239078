using System.CommandLine;
using System.Globalization;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Exporting;
using Aggregator.Queries;

namespace Aggregator.Commands;

/// <summary><c>export</c>: articles out of the archive, as many as there are.</summary>
internal static class ExportCommand
{
    private static readonly Option<string?> Format = new("--format") { Description = "jsonl, csv or parquet; without it what the file's name ends with", HelpName = "jsonl|csv|parquet" };
    private static readonly Option<string?> Where = new("--where") { Description = "Only these: a condition in SQL on the view articles, such as \"dated_at >= '2023-07' AND source = 'Example'\"", HelpName = "SQL" };
    private static readonly Option<string> OutputPath = new("--output", "-o") { Description = "The file; it takes its name when everything is written", HelpName = "FILE", Required = true };
    private static readonly Option<bool> Raw = new("--raw") { Description = "Leaves csv cells as they are, also those that a spreadsheet takes for formulas" };

    public static Command Create(CommandRunner runner)
    {
        Format.AcceptOnlyFromAmong("jsonl", "csv", "parquet");
        return runner.Bind(
            new Command("export", "Writes articles to a file: jsonl, csv or parquet") { Format, Where, OutputPath, Raw }, (context, line, stop) => Task.FromResult(Run(context, line, stop)));
    }

    private static int Run(CommandContext context, ParseResult line, CancellationToken stop)
    {
        var path = line.GetValue(OutputPath)!;
        if (ArticleFile.FormatOf(line.GetValue(Format), path) is not { } format)
            return context.Refuse($"'{path}' does not say its format: --format jsonl, csv or parquet does");
        var selection = new ArticleSelection();
        if (line.GetValue(Where) is { } where) selection.WithWhere(where);

        var opening = SqlDoor.Open(context.Settings.ArchivePath, context.Time);
        if (opening is not DoorOpening.Opened { Door: var door }) return context.Fail(((DoorOpening.Refused)opening).Reason);
        using (door)
        {
            var (count, code) = ArticleFile.Write(context, door, selection, format, path, line.GetValue(Raw), _ => { }, stop);
            if (code == ExitCode.Done)
                context.Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"aggregator: {count:#,0} {(count == 1 ? "article" : "articles")} written to {path}"));
            return code;
        }
    }
}
