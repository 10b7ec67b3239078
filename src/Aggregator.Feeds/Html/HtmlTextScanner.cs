using System.Buffers;

namespace Aggregator.Feeds;

/// <summary>Walks HTML once from front to end and hands its text to a <see cref="TextOutput"/>.</summary>
internal ref struct HtmlTextScanner
{
    // ASCII only, which is searched fastest; what else is special is sought in the runs between, when they hold more than ASCII.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019" +
        "\u001A\u001B\u001C\u001D\u001E\u001F\u007F&<]");

    private const char SoftHyphen = '\u00AD';

    private readonly ReadOnlySpan<char> _html;
    private HtmlTags _tags;
    private int _lists;
    private int _preformatted;
    private bool _inCharacterData;

    internal HtmlTextScanner(ReadOnlySpan<char> html)
    {
        _html = html;
        _tags = new HtmlTags(html);
    }

    internal void Run(ref TextOutput output)
    {
        var at = 0;
        while (at < _html.Length)
        {
            var next = _html[at..].IndexOfAny(Special);
            var run = next < 0 ? _html[at..] : _html.Slice(at, next);
            Text(run, ref output);
            if (next < 0)
                return;
            at += next;
            at = _html[at] switch
            {
                '<' => Markup(at, ref output),
                '&' => Reference(at, ref output),
                ']' => Bracket(at, ref output),
                _ => Character(at, ref output),
            };
        }
    }

    private readonly void Text(ReadOnlySpan<char> run, ref TextOutput output)
    {
        var wide = run.IndexOfAnyInRange('\u0080', '\uFFFF');
        if (wide < 0)
        {
            Plain(run, ref output);
            return;
        }
        var start = 0;
        for (var i = wide; i < run.Length; i++)
        {
            if (!IsWideBlank(run[i]) && run[i] != SoftHyphen)
                continue;
            Plain(run[start..i], ref output);
            Blank(run[i], ref output);
            start = i + 1;
        }
        Plain(run[start..], ref output);
    }

    private readonly void Plain(ReadOnlySpan<char> run, ref TextOutput output)
    {
        if (_preformatted > 0)
            output.Keep(run);
        else
            output.Fold(run);
    }

    private int Markup(int at, ref TextOutput output)
    {
        if (_tags.IsTag(at))
            return Tag(at, ref output);
        // A CDATA section is no HTML, but feeds escape whole sections: its characters are text that was meant to be read.
        if (_html[at..].StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            _inCharacterData = true;
            return at + "<![CDATA[".Length;
        }
        if (_tags.IsComment(at))
            return _tags.CommentEnd(at);
        output.Keep("<");
        return at + 1;
    }

    private int Tag(int at, ref TextOutput output)
    {
        var isEnd = _html[at + 1] == '/';
        var nameStart = isEnd ? at + 2 : at + 1;
        var nameEnd = _tags.NameEnd(nameStart);
        var name = _html[nameStart..nameEnd];
        var end = _tags.TagEnd(nameEnd);
        switch (HtmlElements.KindOf(name))
        {
            case HtmlElementKind.Line:
                output.Break(TextBreak.Line);
                break;
            case HtmlElementKind.Paragraph:
                output.Break(TextBreak.Paragraph);
                break;
            case HtmlElementKind.LineEnd when _preformatted > 0:
                output.Keep("\n");
                break;
            case HtmlElementKind.LineEnd:
                output.LineEnd();
                break;
            case HtmlElementKind.Cell:
                output.Break(TextBreak.Cell);
                break;
            case HtmlElementKind.List:
                List(isEnd, ref output);
                break;
            case HtmlElementKind.Preformatted:
                output.Break(TextBreak.Paragraph);
                _preformatted = Math.Max(0, _preformatted + (isEnd ? -1 : 1));
                return isEnd ? end : AfterLineEnd(end);
            case HtmlElementKind.Raw when !isEnd && !IsEmptyTag(end):
                var rawEnd = _tags.EndTagOf(name, end);
                return rawEnd < 0 ? _html.Length : rawEnd;
            case HtmlElementKind.Dropped when !isEnd && !IsEmptyTag(end):
                var dropEnd = _tags.EndTagOf(name, end);
                return dropEnd < 0 ? end : dropEnd;
        }
        return end;
    }

    private void List(bool isEnd, ref TextOutput output)
    {
        if (isEnd)
            _lists = Math.Max(0, _lists - 1);
        output.Break(_lists == 0 ? TextBreak.Paragraph : TextBreak.Line);
        if (!isEnd)
            _lists++;
    }

    /// <summary>The line end right after <c>&lt;pre&gt;</c> does not count (HTML Standard, 13.2.6.4.7).</summary>
    private readonly int AfterLineEnd(int at) =>
        _html[at..].StartsWith("\r\n", StringComparison.Ordinal) ? at + 2 : at < _html.Length && _html[at] is '\n' or '\r' ? at + 1 : at;

    /// <summary>XHTML's <c>&lt;script src="x"/&gt;</c>: nothing to drop. A browser would drop the rest of the text.</summary>
    private readonly bool IsEmptyTag(int end) => _html[end - 1] == '>' && _html[end - 2] == '/';

    private readonly int Reference(int at, ref TextOutput output)
    {
        Span<char> units = stackalloc char[2];
        var length = HtmlEntities.Read(_html[at..], inAttribute: false, units, out var written);
        if (length == 0)
        {
            output.Keep("&");
            return at + 1;
        }
        var text = units[..written];
        if (written == 1 && (char.IsWhiteSpace(text[0]) || IsDropped(text[0])))
            Blank(text[0], ref output);
        else
            output.Keep(text);
        return at + length;
    }

    private int Bracket(int at, ref TextOutput output)
    {
        if (_inCharacterData && _html[at..].StartsWith("]]>", StringComparison.Ordinal))
        {
            _inCharacterData = false;
            return at + 3;
        }
        output.Keep("]");
        return at + 1;
    }

    private readonly int Character(int at, ref TextOutput output)
    {
        var c = _html[at];
        if (c == '\r' && at + 1 < _html.Length && _html[at + 1] == '\n')
            at++;
        Blank(c == '\r' ? '\n' : c, ref output);
        return at + 1;
    }

    private readonly void Blank(char c, ref TextOutput output)
    {
        if (IsDropped(c))
            return;
        if (_preformatted == 0)
            output.Break(TextBreak.Space);
        else
            output.Keep([c]);
    }

    private static bool IsDropped(char c) => c == SoftHyphen || (char.IsControl(c) && !char.IsWhiteSpace(c));

    private static bool IsWideBlank(char c) => c is >= '\u0080' and <= '\u3000' && (char.IsWhiteSpace(c) || char.IsControl(c));
}
