using Aggregator.Archive.Sqlite.Querying;
using Aggregator.Output;

namespace Aggregator.Queries;

/// <summary>Shows a person what is wrong with a statement and where.</summary>
internal static class SqlComplaint
{
    private const int Before = 60;
    private const int After = 20;

    /// <summary>The sentence, and when the place is known the line of the statement with a mark below it.</summary>
    public static string Of(SqlError error, string sql)
    {
        var sentence = TerminalText.Line(error.Message) + (error.Suggestion is null ? "" : $"; did you mean {TerminalText.Line(error.Suggestion)}?");
        if (error.Position is not { } position || position > sql.Length)
            return sentence;
        var start = position == 0 ? 0 : sql.LastIndexOf('\n', position - 1) + 1;
        var end = sql.IndexOf('\n', position) is var next && next < 0 ? sql.Length : next;
        var lineNumber = sql.AsSpan(0, position).Count('\n') + 1;
        var column = position - start + 1;
        var from = Math.Max(start, position - Before);
        var line = sql[from..Math.Min(end, position + After)];
        // What stands before the mark is made safe by itself, so that the mark stays below its place.
        var before = TerminalText.Line(line[..(position - from)]);
        var shown = before + TerminalText.Line(line[(position - from)..]);
        return $"{sentence} (line {lineNumber}, column {column})\n  {shown}\n  {new string(' ', TextWidth.Of(before))}^";
    }
}
