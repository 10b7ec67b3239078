using System.CommandLine;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Output;
using Aggregator.Showing;

namespace Aggregator.Commands;

/// <summary><c>show</c>: one article with its sightings, date claims, copies and revisions.</summary>
internal static class ShowCommand
{
    private static readonly Argument<long> Id = new("ID") { Description = "The article's id, as search and query give it" };
    private static readonly Option<bool> Diff = new("--diff") { Description = "Shows what each revision changed, old and new side by side" };
    private static readonly Option<bool> Json = new("--json") { Description = "Everything as one JSON object, texts whole" };

    public static Command Create(CommandRunner runner) => runner.Bind(
        new Command("show", "Shows an article with its sightings, date claims, copies and revisions") { Id, Diff, Json },
        (context, line, stop) => Task.FromResult(Run(context, line, stop)));

    private static int Run(CommandContext context, ParseResult line, CancellationToken stop)
    {
        var opening = SqlDoor.Open(context.Settings.ArchivePath, context.Time);
        if (opening is not DoorOpening.Opened { Door: var door })
            return context.Fail(((DoorOpening.Refused)opening).Reason);
        using (door)
        {
            if (StoredArticle.Read(door, line.GetValue(Id), stop) is not { } article)
                return context.Fail($"there is no article {line.GetValue(Id)} in {context.Settings.ArchivePath}");
            if (line.GetValue(Json))
                ArticleJson.Write(article, context.Terminal.Out);
            else if (line.GetValue(Diff))
                WriteDiff(article, context);
            else
                new ArticleCard(context.Terminal).Write(article);
            return ExitCode.Done;
        }
    }

    private static void WriteDiff(StoredArticle article, CommandContext context)
    {
        var revisions = article.Revisions;
        var sides = new SideBySide(context.Terminal);
        for (var i = 1; i < revisions.Rows.Count; i++)
        {
            new ArticleCard(context.Terminal).Head(TerminalText.Line(
                $"revision {revisions[i - 1, "number"]} ({revisions[i - 1, "seen_at"]}) | revision {revisions[i, "number"]} ({revisions[i, "seen_at"]}, {revisions[i, "kind"]})"));
            foreach (var field in (string[])["title", "subtitle", "author", "published_at", "summary", "text"])
                sides.Write(field, (string?)revisions[i - 1, field], (string?)revisions[i, field]);
        }
        if (revisions.Rows.Count < 2)
            context.Terminal.Error.WriteLine($"aggregator: article {article["id"]} never changed");
    }
}
