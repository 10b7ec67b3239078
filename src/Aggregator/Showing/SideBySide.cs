using System.Text;
using Aggregator.Commands;
using Aggregator.Output;

namespace Aggregator.Showing;

/// <summary>Two texts in two columns, as <c>diff -y</c> shows them: <c>|</c> between lines that changed, <c>&lt;</c> and <c>&gt;</c> beside
/// lines that only one has. A line that is equal is shown once, shortened.</summary>
internal sealed class SideBySide(Terminal terminal)
{
    private const int PipedWidth = 160;

    private readonly int _column = Math.Max(20, ((terminal.OutIsTerminal ? terminal.Width : PipedWidth) - 3) / 2);

    public void Write(string field, string? old, string? @new)
    {
        if (old == @new)
            return;
        terminal.Out.WriteLine($"[{field}]");
        var equal = 0;
        foreach (var line in LineDiff.Of(old, @new))
        {
            if (line.IsEqual)
            {
                equal++;
                continue;
            }
            WriteEqual(ref equal);
            WriteLine(line);
        }
        WriteEqual(ref equal);
    }

    private void WriteEqual(ref int equal)
    {
        if (equal > 0)
            terminal.Out.WriteLine($"  … {equal} equal {(equal == 1 ? "paragraph" : "paragraphs")}");
        equal = 0;
    }

    private void WriteLine(DiffLine line)
    {
        var mark = line.Old is null ? '>' : line.New is null ? '<' : '|';
        var left = Wrap(TerminalText.Line(line.Old ?? ""));
        var right = Wrap(TerminalText.Line(line.New ?? ""));
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            var old = i < left.Count ? left[i] : "";
            var @new = i < right.Count ? right[i] : "";
            terminal.Out.WriteLine($"{old}{new string(' ', Math.Max(0, _column - TextWidth.Of(old)))} {mark} {@new}".TrimEnd());
        }
    }

    /// <summary>At spaces where there are any.</summary>
    private List<string> Wrap(string text)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var width = 0;
        foreach (var word in text.Split(' '))
        {
            foreach (var piece in Pieces(word))
            {
                var needed = TextWidth.Of(piece);
                if (width > 0 && width + 1 + needed > _column)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                    width = 0;
                }
                line.Append(width > 0 ? " " : "").Append(piece);
                width += needed + (width > 0 ? 1 : 0);
            }
        }
        if (width > 0)
            lines.Add(line.ToString());
        return lines;
    }

    /// <summary>A word that is longer than a column (an address, a language without spaces) is cut.</summary>
    private IEnumerable<string> Pieces(string word)
    {
        while (TextWidth.Of(word) > _column)
        {
            var piece = TextWidth.Fit(word, _column)[..^1];
            yield return piece;
            word = word[piece.Length..];
        }
        yield return word;
    }
}
