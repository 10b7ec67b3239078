using System.Buffers;
using System.Text;

namespace Aggregator.Output;

/// <summary>A table of GitHub's Markdown. Text is escaped, so that no cell becomes markup, HTML or a link that hides where it leads;
/// a cell that is a web address stays one.</summary>
internal sealed class MarkdownOutput(TextWriter output) : IRowOutput
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>|~&#$");
    private static readonly SearchValues<char> NotInAddress = SearchValues.Create("<>| \\`");

    public IEnumerable<string> Notes => [];

    public void Begin(IReadOnlyList<string> columns)
    {
        foreach (var column in columns)
            output.Write($"| {Text(column)} ");
        output.Write("|\n");
        foreach (var _ in columns)
            output.Write("| --- ");
        output.Write("|\n");
    }

    public void Row(ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            output.Write($"| {(value is string text ? Text(text) : CellText.Of(value))} ");
        output.Write("|\n");
    }

    public void End()
    {
    }

    private static string Text(string text)
    {
        var safe = TerminalText.Line(text);
        if (safe.AsSpan().IndexOfAny(Special) < 0)
            return safe;
        return IsAddress(safe) ? $"<{safe}>" : Escape(safe);
    }

    private static bool IsAddress(string text) =>
        (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && text.AsSpan().IndexOfAny(NotInAddress) < 0;

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '<')
                escaped.Append("&lt;");
            else if (c == '&')
                escaped.Append("&amp;");
            else if (Special.Contains(c) && !(c == '_' && IsInsideWord(text, i)))
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }

    /// <summary>An underscore between letters or digits marks nothing up (GFM 6.2).</summary>
    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
