using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Commands;
using Aggregator.Output;

namespace Aggregator.Queries;

/// <summary>Hits for a person: on a terminal a few lines each with the hits in bold, else one line each, its parts between tabs.</summary>
internal static class HitsForPeople
{
    private const string Bold = "\u001b[1m";
    private const string Faint = "\u001b[2m";
    private const string Off = "\u001b[0m";

    public static void Write(IReadOnlyList<SearchHit> hits, Terminal terminal)
    {
        foreach (var hit in hits)
        {
            if (terminal.OutIsTerminal)
                WriteBlock(hit, terminal);
            else
                terminal.Out.WriteLine(string.Join('\t', ((string?[])[CellText.Of(hit.Id), hit.DatedAt, hit.Source, HitText.Plain(hit.Title), hit.Url]).Select(t => TerminalText.Line(t ?? ""))));
        }
    }

    private static void WriteBlock(SearchHit hit, Terminal terminal)
    {
        var (on, off) = terminal.Colours ? (Bold, Off) : ("[", "]");
        var (faint, plain) = terminal.Colours ? (Faint, Off) : ("", "");
        terminal.Out.WriteLine($"{TerminalText.Line(hit.DatedAt)}  {TerminalText.Line(hit.Source)}  {faint}#{hit.Id}{(hit.DuplicateOf is { } original ? $" copy of #{original}" : "")}{plain}");
        terminal.Out.WriteLine("  " + Shown(hit.Title ?? "(no title)", on, off));
        if (hit.Url is not null)
            terminal.Out.WriteLine($"  {faint}{TerminalText.Line(hit.Url)}{plain}");
        if (hit.Snippet is not null)
            terminal.Out.WriteLine("  " + Shown(hit.Snippet, on, off));
        terminal.Out.WriteLine();
    }

    /// <summary>Made safe first, then marked: nothing of a feed's can be taken for a mark's escape sequence.</summary>
    private static string Shown(string text, string on, string off)
    {
        var parts = text.Split(SearchHit.MarkOn, SearchHit.MarkOff);
        var shown = TerminalText.Line(parts[0]);
        for (var i = 1; i < parts.Length; i++)
            shown += (i % 2 == 1 ? on : off) + TerminalText.Line(parts[i]);
        return parts.Length % 2 == 0 ? shown + off : shown;
    }
}
