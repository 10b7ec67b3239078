using Aggregator.Commands;
using Aggregator.Output;

namespace Aggregator.Showing;

/// <summary>Shows an article to a person: what it says, where it was seen, what dates it claims, its copies and revisions.</summary>
internal sealed class ArticleCard(Terminal terminal)
{
    /// <summary>Shown as text below the list, or elsewhere.</summary>
    private static readonly HashSet<string> Long = ["summary", "text", "html"];

    public void Write(StoredArticle article)
    {
        var names = article.Columns.Where(c => !Long.Contains(c.Name) && c.Value is not (null or "[]")).ToList();
        var width = names.Max(c => c.Name.Length);
        foreach (var (name, value) in names)
            terminal.Out.WriteLine($"{name.PadRight(width)}  {TerminalText.Line(CellText.Of(value))}");
        Text("summary", article["summary"]);
        Text("text", article["text"]);
        Section("sightings", article.Sightings);
        Section("date claims", article.DateClaims);
        Section("originals and copies", article.Relatives);
        if (article.Revisions.Rows.Count > 1)
            Section("revisions (--diff shows what changed)", RevisionList(article.Revisions));
    }

    public void Head(string title)
    {
        var (bold, off) = terminal is { OutIsTerminal: true, Colours: true } ? ("\u001b[1m", "\u001b[0m") : ("", "");
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"{bold}{title}{off}");
    }

    private void Text(string name, object? value)
    {
        if (value is not string { Length: > 0 } text)
            return;
        Head(name);
        terminal.Out.WriteLine(TerminalText.Lines(text));
    }

    private void Section(string title, StoredRows table)
    {
        if (table.Rows.Count == 0)
            return;
        Head(title);
        table.Write(new TableOutput(terminal.Out, terminal.OutIsTerminal ? terminal.Width : null, terminal.Colours && terminal.OutIsTerminal));
    }

    /// <summary>Without the texts.</summary>
    private static StoredRows RevisionList(StoredRows revisions) => new(
        [.. revisions.Columns.Take(5)], [.. revisions.Rows.Select(r => r[..5])]);
}
