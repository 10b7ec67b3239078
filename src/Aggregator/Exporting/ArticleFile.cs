using System.Globalization;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Commands;
using Aggregator.Output;
using Aggregator.Queries;

namespace Aggregator.Exporting;

/// <summary>Articles in a file, whole or not at all.</summary>
internal static class ArticleFile
{
    /// <summary>The format that was named, else the one that the file's name ends with; null when neither says it.</summary>
    public static string? FormatOf(string? named, string path) => named ?? Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jsonl" or ".ndjson" => "jsonl",
        ".csv" => "csv",
        ".parquet" => "parquet",
        _ => null,
    };

    /// <param name="context">Where progress and troubles are told.</param>
    /// <param name="door">The archive.</param>
    /// <param name="selection">Which articles.</param>
    /// <param name="format">jsonl, csv or parquet.</param>
    /// <param name="path">The file.</param>
    /// <param name="raw">Csv cells stay as they are.</param>
    /// <param name="written">Told every id in the file.</param>
    /// <param name="stop">Calls it off; no file is left.</param>
    /// <returns>How many articles it holds, and the exit code.</returns>
    public static (long Count, int Code) Write(
        CommandContext context, SqlDoor door, ArticleSelection selection, string format, string path, bool raw, Action<long> written, CancellationToken stop)
    {
        var export = new ArticleExport(door, selection, context.Time);
        if (export.Refusal(stop) is { } wrong) return (0, context.Fail(wrong));
        var (file, refusal) = OutputFile.Create(path);
        if (file is null) return (0, context.Refuse(refusal!));
        using (file)
        {
            try
            {
                using var writer = Writer(format, file, raw);
                using var progress = new WorkProgress(context);
                var count = 0L;
                var (total, failure) = export.Run(
                    writer,
                    (id, share) =>
                    {
                        if (id > 0) written(id);
                        if (id > 0) count++;
                        progress.Show(() => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} articles written, {share:P0}"));
                    },
                    stop);
                progress.Dispose();
                if (failure is not null) return (0, context.Fail(failure));
                file.Keep();
                foreach (var note in writer.Notes) context.Terminal.Error.WriteLine($"aggregator: {note}");
                return (total, ExitCode.Done);
            }
            catch (IOException e)
            {
                return (0, context.Fail($"{path} could not be written: {e.Message}"));
            }
        }
    }

    private static IArticleWriter Writer(string format, OutputFile file, bool raw) => format switch
    {
        "csv" => new CsvArticles(file.Writer, raw),
        "parquet" => new ParquetArticles(file.Stream),
        _ => new JsonlArticles(file.Stream),
    };
}
