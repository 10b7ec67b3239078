using System.Buffers;

namespace Aggregator.Feeds;

/// <summary>
/// Finds where tags, comments and raw elements of a piece of HTML end. What a search did not find is remembered, so that asking again
/// at the next tag costs nothing and a whole document stays linear (RELIABILITY X6).
/// </summary>
internal ref struct HtmlTags
{
    /// <summary>How far the end of a quoted value is sought before the quote counts as a stray one.</summary>
    private const int QuoteReach = 8192;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/>");

    private readonly ReadOnlySpan<char> _html;
    private readonly int _lastGreater;
    private bool _quotesCount = true;
    private int _noCommentEndFrom = int.MaxValue;
    private int _noEndTagOf;

    internal HtmlTags(ReadOnlySpan<char> html)
    {
        _html = html;
        _lastGreater = html.LastIndexOf('>');
    }

    /// <summary>True when a tag can begin at this <c>&lt;</c>: a letter or a slash follows and a <c>&gt;</c> comes somewhere.</summary>
    internal readonly bool IsTag(int at) =>
        at < _lastGreater && (char.IsAsciiLetter(_html[at + 1]) || (_html[at + 1] == '/' && char.IsAsciiLetter(_html[at + 2])));

    /// <summary>True for <c>&lt;!</c>, <c>&lt;?</c> and <c>&lt;/</c>, which a browser reads as a comment when no tag begins there.</summary>
    internal readonly bool IsComment(int at) => at < _lastGreater && _html[at + 1] is '!' or '?' or '/';

    /// <summary>The end of the name that begins here.</summary>
    internal readonly int NameEnd(int at)
    {
        while (at < _html.Length && _html[at] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>'))
            at++;
        return at;
    }

    /// <summary>One past the <c>&gt;</c> of the tag whose name ends here. A <c>&gt;</c> inside a quoted value does not count.</summary>
    internal int TagEnd(int nameEnd)
    {
        if (_html[nameEnd] == '>')
            return nameEnd + 1;
        var at = nameEnd;
        while (_quotesCount)
        {
            var next = _html[at..].IndexOfAny('>', '"', '\'');
            if (next < 0)
            {
                // Only quoted ones are left: from now on quotes are characters, else each further tag would look to the end again.
                _quotesCount = false;
                break;
            }
            at += next;
            if (_html[at] == '>')
                return at + 1;
            at++;
            if (!FollowsEquals(at - 1, nameEnd))
                continue;
            var reach = Math.Min(QuoteReach, _html.Length - at);
            var quote = _html.Slice(at, reach).IndexOf(_html[at - 1]);
            if (quote < 0)
                return FirstGreater(at);
            at += quote + 1;
        }
        return FirstGreater(nameEnd);
    }

    /// <summary>One past the comment that begins at this <c>&lt;</c>; one that is never closed ends at the next <c>&gt;</c>.</summary>
    internal int CommentEnd(int at)
    {
        var rest = _html[at..];
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            if (rest.StartsWith("<!-->", StringComparison.Ordinal))
                return at + 5;
            if (at < _noCommentEndFrom)
            {
                var end = rest[2..].IndexOf("-->", StringComparison.Ordinal);
                if (end >= 0)
                    return at + 2 + end + 3;
                _noCommentEndFrom = at;
            }
        }
        return FirstGreater(at);
    }

    /// <summary>Where the end tag of this name begins, sought from here; -1 when there is none.</summary>
    internal int EndTagOf(ReadOnlySpan<char> name, int from)
    {
        var bit = BitOf(name);
        if ((_noEndTagOf & bit) != 0)
            return -1;
        Span<char> wanted = stackalloc char[name.Length + 2];
        wanted[0] = '<';
        wanted[1] = '/';
        name.CopyTo(wanted[2..]);
        var at = from;
        while (at < _html.Length)
        {
            var next = _html[at..].IndexOf(wanted, StringComparison.OrdinalIgnoreCase);
            if (next < 0)
                break;
            at += next;
            var after = at + wanted.Length;
            if (after >= _html.Length || NameEnds.Contains(_html[after]))
                return at;
            at = after;
        }
        _noEndTagOf |= bit;
        return -1;
    }

    private static int BitOf(ReadOnlySpan<char> name) => (name[0] | 0x20, name.Length) switch
    {
        ('s', 6) => 1, // script
        ('s', 5) => 2, // style
        ('s', 3) => 4, // svg
        ('h', 4) => 8, // head
        ('t', 8) => 16, // template
        ('i', 6) => 32, // iframe
        ('n', 7) => 64, // noembed
        ('n', 8) => 128, // noframes
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private readonly int FirstGreater(int at)
    {
        var length = _html[at..].IndexOf('>');
        return length < 0 ? _html.Length : at + length + 1;
    }

    private readonly bool FollowsEquals(int at, int floor)
    {
        var before = at - 1;
        while (before >= floor && _html[before] is ' ' or '\t' or '\n' or '\r' or '\f')
            before--;
        return before >= floor && _html[before] == '=';
    }
}
