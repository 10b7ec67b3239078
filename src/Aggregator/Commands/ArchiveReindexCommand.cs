using System.CommandLine;
using System.Globalization;
using Aggregator.Archive.Sqlite.Upkeep;

namespace Aggregator.Commands;

/// <summary><c>archive reindex</c>: brings the search index up to date, or makes it anew.</summary>
internal static class ArchiveReindexCommand
{
    private static readonly Option<bool> FromScratch = new("--from-scratch") { Description = "Empties the index first; meanwhile a search finds only what is indexed already" };

    public static Command Create(CommandRunner runner) => runner.Bind(
        new Command("reindex", "Indexes the articles that full-text search does not find yet, also beside a running service") { FromScratch },
        (context, line, stop) => Task.FromResult(Run(context, line, stop)));

    private static int Run(CommandContext context, ParseResult line, CancellationToken stop)
    {
        var path = context.Settings.ArchivePath;
        using var progress = new WorkProgress(context);
        void Done(long articles) => progress.Show(() => $"indexed {Number(articles)} articles");
        var articles = line.GetValue(FromScratch) ? ArchiveReindex.Rebuild(path, Done, stop) : ArchiveReindex.CatchUp(path, Done, stop);
        progress.Dispose();
        context.Terminal.Out.WriteLine($"{Number(articles)} {(articles == 1 ? "article" : "articles")} indexed.");
        stop.ThrowIfCancellationRequested();
        return ExitCode.Done;
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
