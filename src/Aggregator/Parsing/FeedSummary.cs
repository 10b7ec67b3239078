using Aggregator.Feeds;
using Aggregator.Output;

namespace Aggregator.Parsing;

/// <summary>What the reader made of a document, for a person at a terminal: the feed, its items, and what was wrong at which line.</summary>
internal static class FeedSummary
{
    private const int Items = 20;
    private const int Warnings = 20;

    public static IEnumerable<string> Lines(ParseRequest request, ReadOutcome outcome, int width)
    {
        if (outcome is ReadOutcome.Parsed { Feed: var feed })
        {
            yield return $"{Plain(feed.Title) ?? TerminalText.Line(request.File)}  ({feed.Version}, {outcome.Encoding}, {Count(feed.Items.Count, "item")})";
            if (feed.Link is { } link) yield return Cut($"  {link}", width);
            if (!feed.Complete) yield return "  the document is cut: something at its end is missing";
            foreach (var item in feed.Items.Take(Items)) yield return Cut($"  {Day(item.Published ?? item.Updated)}  {Plain(item.Title) ?? item.Url ?? item.Id ?? "(no title)"}{(item.Complete ? "" : "  (incomplete)")}", width);
            if (feed.Items.Count > Items) yield return $"  … and {feed.Items.Count - Items} more";
        }

        yield return outcome.WellFormed ? "well-formed" : "not well-formed: it was repaired";
        foreach (var problem in outcome.Problems.Take(Warnings))
            yield return Cut(problem.Line > 0 ? $"  line {problem.Line}: {problem.Message} [{problem.Code}]" : $"  {problem.Message} [{problem.Code}]", width);
        if (outcome.ProblemCount > Math.Min(Warnings, outcome.Problems.Count)) yield return $"  … and {outcome.ProblemCount - Math.Min(Warnings, outcome.Problems.Count)} more";
    }

    private static string? Plain(FeedText? text)
    {
        if (text is null) return null;
        var plain = text.ToPlainText();
        return plain.Length == 0 ? null : TerminalText.Line(plain);
    }

    private static string Day(FeedDate? date) => date?.At is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "   no date      ";

    private static string Cut(string line, int width)
    {
        line = TerminalText.Line(line);
        return line.Length <= width || width < 20 ? line : string.Concat(line.AsSpan(0, width - 1), "…");
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
