using System.Text;

namespace Aggregator.Pages.Showing;

/// <summary>
/// The elements that are open, and what their starts and ends do to each other: the parts of HTML's tree construction (13.2.6) that
/// concern the elements that may be shown, so that the output is in balance and a parser finds nothing to move.
/// </summary>
internal sealed class OpenElements(StringBuilder output)
{
    private readonly List<ShownTag> _stack = [];
    private int _formatting;
    private int _deepest;
    private int _mostFormatting;

    internal bool IsBeyondLimits => _deepest > ShownHtml.MaxDepth || _mostFormatting > ShownHtml.MaxFormatting;

    /// <summary>Writes characters, escaped, without those that no text should hold.</summary>
    internal void Text(string text) => ShownText.AppendEscaped(output, Clean(text), inAttribute: false);

    /// <summary>Ends what an element ends by its start. False when it may not stand here.</summary>
    internal bool MakeRoomFor(ShownTag tag)
    {
        if (tag.Is(TagTraits.TablePart))
            return MakeRoomInTable(tag);
        if (tag.Name == "table" && Top is { } top && (top.Name == "table" || (top.Is(TagTraits.TablePart) && !top.Is(TagTraits.Scope))))
            EndThrough(LastIndex("table"));
        switch (tag.Name)
        {
            case "li":
                EndItem("li", "li");
                break;
            case "dt" or "dd":
                EndItem("dt", "dd");
                break;
            case "a" when InScope("a") is var link and >= 0:
                EndThrough(link);
                break;
            case "rb" or "rt" or "rp" when Top?.Name is "rb" or "rt" or "rp":
                EndThrough(_stack.Count - 1);
                break;
        }
        if (tag.Is(TagTraits.EndsParagraph) && InScope("p") is var paragraph and >= 0)
            EndThrough(paragraph);
        if (tag.Is(TagTraits.Heading) && Top?.Is(TagTraits.Heading) == true)
            EndThrough(_stack.Count - 1);
        return true;
    }

    /// <summary>Begins an element: its attributes and <c>&gt;</c> are to be appended to what this returns.</summary>
    internal StringBuilder Begin(ShownTag tag)
    {
        if (!tag.Is(TagTraits.Void))
        {
            _stack.Add(tag);
            _formatting += tag.Is(TagTraits.Formatting) ? 1 : 0;
            _deepest = Math.Max(_deepest, _stack.Count);
            _mostFormatting = Math.Max(_mostFormatting, _formatting);
        }
        return output.Append('<').Append(tag.Name);
    }

    /// <summary>Ends an element if it is open and its end tag reaches it.</summary>
    internal void End(ShownTag tag)
    {
        if (tag.Is(TagTraits.Void))
        {
            if (tag.Name == "br")
                output.Append("<br>");
            return;
        }
        var index = _stack.Count - 1;
        for (; index >= 0 && _stack[index] != tag; index--)
        {
            var passed = _stack[index];
            // Formatting does not end through blocks; nothing but a part of the table ends through its cells.
            if ((passed.Is(TagTraits.Special) && !tag.Is(TagTraits.Special)) || (passed.Is(TagTraits.Scope) && !(tag.Is(TagTraits.TablePart) || tag.Name == "table")) || (passed.Name == "table" && tag.Name != "table"))
                return;
        }
        if (index >= 0)
            EndThrough(index);
    }

    /// <summary>Ends everything.</summary>
    internal string Finish()
    {
        EndThrough(0);
        return output.ToString();
    }

    /// <summary>Line ends as <c>\n</c>, without NUL and the other controls.</summary>
    internal static string Clean(string text)
    {
        if (!text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
            return text;
        return string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Select(c => c is '\r' or '\f' ? '\n' : c).Where(c => !char.IsControl(c) || c is '\n' or '\t'));
    }

    private ShownTag? Top => _stack.Count > 0 ? _stack[^1] : null;

    private bool MakeRoomInTable(ShownTag tag)
    {
        var table = LastIndex("table");
        if (table < 0)
            return false;
        // Back to the part of the table that may hold it; what is missing in between is begun.
        string[] holders = tag.Name switch
        {
            "td" or "th" => ["tr", "tbody", "thead", "tfoot", "table"],
            "tr" => ["tbody", "thead", "tfoot", "table"],
            "col" => ["colgroup", "table"],
            _ => ["table"],
        };
        while (_stack.Count - 1 > table && !holders.Contains(_stack[^1].Name))
            EndThrough(_stack.Count - 1);
        if (tag.Name is "td" or "th" or "tr" && Top!.Name == "table")
            Imply("tbody");
        if (tag.Name is "td" or "th" && Top!.Name != "tr")
            Imply("tr");
        if (tag.Name == "col" && Top!.Name == "table")
            Imply("colgroup");
        return true;
    }

    private void Imply(string name) => Begin(ShownTags.All[name]).Append('>');

    private void EndItem(string name, string other)
    {
        for (var i = _stack.Count - 1; i >= 0; i--)
        {
            var passed = _stack[i];
            if (passed.Name == name || passed.Name == other)
            {
                EndThrough(i);
                return;
            }
            if (passed.Is(TagTraits.Special) && passed.Name is not ("address" or "div" or "p"))
                return;
        }
    }

    private int InScope(string name)
    {
        for (var i = _stack.Count - 1; i >= 0; i--)
        {
            if (_stack[i].Name == name)
                return i;
            if (_stack[i].Is(TagTraits.Scope))
                return -1;
        }
        return -1;
    }

    private int LastIndex(string name)
    {
        for (var i = _stack.Count - 1; i >= 0; i--)
            if (_stack[i].Name == name)
                return i;
        return -1;
    }

    private void EndThrough(int index)
    {
        for (var i = _stack.Count - 1; i >= index && i >= 0; i--)
        {
            output.Append("</").Append(_stack[i].Name).Append('>');
            _formatting -= _stack[i].Is(TagTraits.Formatting) ? 1 : 0;
            _stack.RemoveAt(i);
        }
    }
}
