using System.Text;
using Aggregator.Feeds;

namespace Aggregator.Pages.Showing;

/// <summary>
/// The first wall: one linear scan that writes allowed elements and attributes anew, in balance and in the spelling of HTML's own
/// serialisation, and everything else as escaped characters or not at all.
/// </summary>
internal ref struct ShownHtmlScanner
{
    private readonly string _html;
    private readonly string? _baseUrl;
    private readonly OpenElements _open;
    private HtmlTags _tags;
    private int _count;

    private ShownHtmlScanner(string html, string? baseUrl)
    {
        _html = html;
        _baseUrl = baseUrl;
        _open = new OpenElements(new StringBuilder(html.Length + 64));
        _tags = new HtmlTags(html);
    }

    /// <summary>The HTML written anew; null when it is beyond the limits.</summary>
    internal static string? TryWrite(string html, string? baseUrl) =>
        html.Length >= ShownHtml.MaxLength ? null : new ShownHtmlScanner(html, baseUrl).Run();

    private string? Run()
    {
        var at = 0;
        while (at < _html.Length)
        {
            var next = _html.AsSpan(at).IndexOf('<');
            Characters(at, next < 0 ? _html.Length : at + next);
            if (next < 0)
                break;
            at = Markup(at + next);
            if (_count > ShownHtml.MaxTags || _open.IsBeyondLimits)
                return null;
        }
        return _open.Finish();
    }

    private int Markup(int at)
    {
        if (_tags.IsTag(at))
            return Tag(at);
        if (_html.AsSpan(at).StartsWith("<![CDATA[", StringComparison.Ordinal))
            return at + "<![CDATA[".Length;
        if (_tags.IsComment(at))
            return _tags.CommentEnd(at);
        _open.Text("<");
        return at + 1;
    }

    private int Tag(int at)
    {
        _count++;
        var isEnd = _html[at + 1] == '/';
        var nameStart = isEnd ? at + 2 : at + 1;
        var nameEnd = _tags.NameEnd(nameStart);
        var end = _tags.TagEnd(nameEnd);
        var name = _html.AsSpan(nameStart, nameEnd - nameStart);
        var kind = HtmlElements.KindOf(name);
        if (!isEnd && kind is HtmlElementKind.Raw or HtmlElementKind.Dropped && !(end - nameEnd >= 2 && _html[end - 2] == '/'))
        {
            var contentEnd = _tags.EndTagOf(name, end);
            return contentEnd >= 0 ? contentEnd : kind == HtmlElementKind.Raw ? _html.Length : end;
        }
        if (Find(name) is not { } tag)
            return end;
        if (isEnd)
            _open.End(tag);
        else if (_open.MakeRoomFor(tag))
            Start(tag, nameEnd, end - 1);
        return tag.Name == "pre" && !isEnd ? AfterLineEnds(end) : end;
    }

    private static ShownTag? Find(ReadOnlySpan<char> name)
    {
        if (name.Length > 10)
            return null;
        Span<char> lower = stackalloc char[10];
        name.ToLowerInvariant(lower);
        return ShownTags.All.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..name.Length], out var tag) ? tag : null;
    }

    private readonly void Start(ShownTag tag, int from, int to)
    {
        var output = _open.Begin(tag);
        new ShownAttributes(_html, _baseUrl, tag).Write(output, from, to);
        output.Append('>');
    }

    // The parser drops the first line end in "pre", and would drop the next one the next time.
    private readonly int AfterLineEnds(int at)
    {
        while (at < _html.Length && _html[at] is '\n' or '\r')
            at++;
        return at;
    }

    private readonly void Characters(int from, int to)
    {
        if (from == to)
            return;
        var text = HtmlEntities.DecodeText(_html[from..to]);
        _open.Text(text);
    }
}
