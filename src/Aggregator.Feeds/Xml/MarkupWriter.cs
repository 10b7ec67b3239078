using System.Collections.Frozen;
using System.Text;

namespace Aggregator.Feeds.Xml;

/// <summary>Writes the events of an element's content as HTML source.</summary>
internal sealed class MarkupWriter(Tokenizer tokenizer, bool xhtml, int depth)
{
    private static readonly FrozenSet<string> s_void = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    private static readonly FrozenSet<string> s_links = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "href", "src", "cite", "action", "background", "longdesc", "poster", "data", "codebase", "usemap", "profile", "classid", "formaction");

    private readonly StringBuilder _out = new();
    private readonly string? _outerBase = tokenizer.Base;
    private int _divStart = -1;      // where the outer div's content begins
    private int _divEnd = -1;
    private int _afterDiv = -1;

    public void Text()
    {
        if (_out.Length > Limits.Text) return;
        if (tokenizer.TextIsCData)
        {
            var characters = tokenizer.TextValue();
            if (xhtml) AppendEscaped(characters);
            else _out.Append(characters);
            return;
        }

        // Escaped HTML beside real tags is HTML all the same; else references stay as they are: they are HTML's too.
        var raw = tokenizer.RawText;
        if (!xhtml && raw.IndexOf("&lt;/"u8) >= 0)
        {
            _out.Append(tokenizer.TextValue());
            return;
        }

        if (xhtml || tokenizer.HasOwnEntities || raw.Contains((byte)'\r') || tokenizer.HasRawC1) AppendEscaped(tokenizer.TextValue());
        else _out.Append(tokenizer.TakeRawText());
    }

    public void Start(bool empty)
    {
        if (_out.Length > Limits.Text) return;
        var name = TagName();
        if (xhtml && _divStart < 0 && tokenizer.Depth == depth + 1 && name == "div" && IsBlank(0, _out.Length)) _divStart = 0;
        _out.Append('<').Append(name);
        for (var i = 0; i < tokenizer.AttributeCount; i++) Attribute(i);
        if (s_void.Contains(name)) _out.Append(" />");
        else _out.Append('>');
        if (_divStart == 0) _divStart = _out.Length;
    }

    public void End()
    {
        if (_out.Length > Limits.Text) return;
        var name = TagName();
        if (_divStart > 0 && _divEnd < 0 && tokenizer.Depth == depth + 1) _divEnd = _out.Length;
        if (!s_void.Contains(name)) _out.Append("</").Append(name).Append('>');
        if (_divEnd >= 0 && _afterDiv < 0) _afterDiv = _out.Length;
    }

    public string Finish()
    {
        if (_divEnd >= 0 && IsBlank(_afterDiv, _out.Length)) return _out.ToString(_divStart, _divEnd - _divStart).Trim();
        return _out.ToString().Trim();
    }

    // HTML has no prefixes: its own elements, SVG's and MathML's are known by their local names.
    private string TagName() => tokenizer.Ns is Ns.Xhtml or Ns.Svg or Ns.MathMl ? tokenizer.LocalNameText : tokenizer.QualifiedNameText;

    private void Attribute(int index)
    {
        var name = tokenizer.AttributeName(index);
        if (name.SequenceEqual("xmlns"u8) || name.StartsWith("xmlns:"u8) || name.SequenceEqual("xml:base"u8)) return;
        var text = Encoding.UTF8.GetString(name);
        var value = tokenizer.AttributeValue(index);

        // An xml:base inside the construct is in effect for this element only; the outer one is applied to the whole later.
        if (!ReferenceEquals(tokenizer.Base, _outerBase) && s_links.Contains(text)) value = FeedUrl.Resolve(value, tokenizer.Base);
        _out.Append(' ').Append(text).Append("=\"");
        AppendEscaped(value, true);
        _out.Append('"');
    }

    private void AppendEscaped(string text, bool attribute = false)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': _out.Append("&amp;"); break;
                case '<': _out.Append("&lt;"); break;
                case '>': _out.Append("&gt;"); break;
                case '"' when attribute: _out.Append("&quot;"); break;
                default: _out.Append(c); break;
            }
        }
    }

    private bool IsBlank(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!char.IsWhiteSpace(_out[i])) return false;
        return true;
    }
}
