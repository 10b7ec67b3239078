using System.CommandLine;
using System.Globalization;
using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Output;
using Aggregator.Queries;

namespace Aggregator.Commands;

/// <summary><c>search</c>: full-text search of the archive, newest first.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string[]> Words = new("WORDS")
    {
        Description = "All must be there: word, \"a phrase\", prefix*, -without, one OR other, title:word, author:word, source:name, lang:en",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Since = new("--since") { Description = "Dated at or after: 2023-07-13, 2023-07-13T08:00, 7d, 12h", HelpName = "DATE" };
    private static readonly Option<string?> Until = new("--until") { Description = "Dated at or before; a day includes the day", HelpName = "DATE" };
    private static readonly Option<string?> Source = new("--source") { Description = "The publisher's name or domain", HelpName = "NAME" };
    private static readonly Option<string?> Feed = new("--feed") { Description = "Seen in this feed: address, id, or a unique part of address or title", HelpName = "FEED" };
    private static readonly Option<string?> Group = new("--group") { Description = "Seen in a feed of this group", HelpName = "NAME" };
    private static readonly Option<string?> Tag = new("--tag") { Description = "Seen in a feed with this tag", HelpName = "NAME" };
    private static readonly Option<string?> Language = new("--language") { Description = "The language; en includes en-GB", HelpName = "en" };
    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many", HelpName = "N", DefaultValueFactory = _ => 20 };
    private static readonly Option<string> Format = new("--format") { Description = "How hits are written", HelpName = "table|json|jsonl|atom|rss|jsonfeed", DefaultValueFactory = _ => "table" };
    private static readonly Option<string> Zone = new("--time-zone") { Description = "Whose days --since and --until mean", HelpName = "Europe/Paris", DefaultValueFactory = _ => "UTC" };
    private static readonly Option<bool> Best = new("--best") { Description = "Best match first instead of newest" };

    public static Command Create(CommandRunner runner)
    {
        Format.AcceptOnlyFromAmong("table", "json", "jsonl", "atom", "rss", "jsonfeed");
        var command = new Command("search", "Searches the archive's articles, newest first")
        {
            Words, Since, Until, Source, Feed, Group, Tag, Language, Limit, Format, Zone, Best,
        };
        return runner.Bind(command, (context, line, stop) => Task.FromResult(Run(context, line, stop)));
    }

    private static int Run(CommandContext context, ParseResult line, CancellationToken stop)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(line.GetValue(Zone)!, out var zone))
            return context.Refuse($"--time-zone '{line.GetValue(Zone)}' is no time zone; write it as in Europe/Paris");
        var now = context.Time.GetUtcNow();
        var since = line.GetValue(Since) is { } from ? DateOption.Since(from, zone, now) : null;
        if (since is null && line.GetValue(Since) is { } wrongSince)
            return context.Refuse($"--since '{wrongSince}' is not {DateOption.Form}");
        var until = line.GetValue(Until) is { } to ? DateOption.Until(to, zone, now) : null;
        if (until is null && line.GetValue(Until) is { } wrongUntil)
            return context.Refuse($"--until '{wrongUntil}' is not {DateOption.Form}");
        if (line.GetValue(Limit) is < 1 or > 100_000)
            return context.Refuse("--limit is a number from 1 to 100000");

        // A word never begins so: it is an option that does not exist.
        if (line.GetValue(Words)!.FirstOrDefault(w => w.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
            return context.Refuse($"search has no option '{unknown}'");

        var opening = SqlDoor.Open(context.Settings.ArchivePath, context.Time);
        if (opening is not DoorOpening.Opened { Door: var door })
            return context.Fail(((DoorOpening.Refused)opening).Reason);
        using (door)
        {
            long? feedId = null;
            if (line.GetValue(Feed) is { } feed)
            {
                (feedId, var refusal) = FeedInArchive.Find(door, feed, stop);
                if (feedId is null)
                    return context.Fail(refusal!);
            }
            var request = new SearchRequest
            {
                // The shell took the quotes of a phrase that is one argument; a phrase inside an argument keeps its own.
                Words = string.Join(' ', line.GetValue(Words)!),
                Since = since,
                Until = until,
                Source = line.GetValue(Source),
                FeedId = feedId,
                Group = line.GetValue(Group),
                Tag = line.GetValue(Tag),
                Language = line.GetValue(Language),
                Limit = line.GetValue(Limit),
                Best = line.GetValue(Best),
            };
            var outcome = new ArticleSearch(door, new QueryLimits()).Find(request, stop);
            return outcome switch
            {
                SearchOutcome.Found found => Write(found, request.Words, line.GetValue(Format)!, door, context),
                SearchOutcome.NothingToFind { Reason: var reason } => context.Refuse(reason),
                SearchOutcome.Failed { Reason: var reason } => context.Fail(reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }

    private static int Write(SearchOutcome.Found found, string words, string format, SqlDoor door, CommandContext context)
    {
        var output = context.Terminal.Out;
        if (format == "table")
            HitsForPeople.Write(found.Hits, context.Terminal);
        else if (format is "json" or "jsonl")
            HitsAsRows.Write(found.Hits, new JsonOutput(output, lines: format == "jsonl"));
        else
            output.WriteLine(HitsAsFeed.Write(words, found.Hits, format, door, context.Time.GetUtcNow()));
        output.Flush();
        if (Summary(found) is { } summary)
            context.Terminal.Error.WriteLine($"aggregator: {summary}");
        if (door.NotIndexed() is > 0 and var waiting)
            context.Terminal.Error.WriteLine($"aggregator: {Number(waiting)} {(waiting == 1 ? "article is" : "articles are")} not indexed yet, and so not searched");
        return ExitCode.Done;
    }

    /// <summary>What a person must know about what is not shown; null when everything is.</summary>
    private static string? Summary(SearchOutcome.Found found) => found switch
    {
        { Hits.Count: 0 } => "nothing found",
        { Among: { } among } => $"more than 10,000 articles match; these are the newest among the {Number(among)} stored last (--since, --until and other filters narrow it)",
        { Total: null } => "there are more; --limit shows them",
        { Total: var total } when total > found.Hits.Count => $"{Number(found.Hits.Count)} of {Number(total.Value)} articles that match; --limit shows more",
        _ => null,
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
