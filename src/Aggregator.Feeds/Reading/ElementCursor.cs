using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Reading;

/// <summary>Reads the element that a handler was called for. True when the handler knows it; what it leaves unread is skipped.</summary>
internal delegate bool ElementHandler(ElementCursor element, Draft draft);

/// <summary>
/// The element at hand as handlers see it: its name, attributes and content, with addresses made absolute and dates read.
/// </summary>
internal sealed class ElementCursor(Tokenizer tokenizer, ReadContext context)
{
    // Beyond so many the items are not worth the memory of looking.
    private const int MostSources = 256;

    private readonly Dictionary<(string? Title, string? Url), ParsedFeed> _sources = [];

    public Tokenizer Tokens { get; } = tokenizer;

    public Name Name => Tokens.Name;

    /// <summary>The namespace of the document's root when that is a feed vocabulary's under another URI, or under none.</summary>
    public Ns RootNs { get; set; }

    /// <summary>The vocabulary of the root: <see cref="Ns.None"/> for RSS, <see cref="Ns.Atom"/>.</summary>
    public Ns Own { get; set; }

    /// <summary>True for Atom 0.3, whose text constructs have modes.</summary>
    public bool OldAtom { get; set; }

    /// <summary>The feed's page: base of last resort.</summary>
    public string? FeedLink { get; set; }

    /// <summary>The element's vocabulary; a root under an unknown or no namespace counts as the vocabulary that its name tells.</summary>
    public Ns Ns => Tokens.Ns == RootNs ? Own : Tokens.Ns;

    /// <summary>The rank of the vocabulary at hand: own before foreign.</summary>
    public Rank RankOf(Ns vocabulary, Rank foreign) => vocabulary == Own ? Rank.Own : foreign;

    public string? Attribute(ReadOnlySpan<byte> name) => Tokens.AttributeOf(name) is { } value ? value.Trim() : null;

    public string? Attribute(Ns ns, ReadOnlySpan<byte> name) => (Tokens.AttributeOf(ns, name) ?? Tokens.AttributeOf(name)) is { } value ? value.Trim() : null;

    /// <summary>An attribute that holds an address, absolute; null when it is missing or empty.</summary>
    public string? UrlAttribute(ReadOnlySpan<byte> name) => Tokens.AttributeOf(name) is { } value ? Absolute(value) : null;

    /// <summary>The content as characters; null when it is empty.</summary>
    public string? Text() => Tokens.ReadText(LeafRule.Short) is { Length: > 0 } text ? text.Trim() : null;

    /// <summary>The content as an address, absolute; null when it is empty.</summary>
    public string? Url()
    {
        var @base = Base;
        return Tokens.ReadText(LeafRule.Short) is { Length: > 0 } text ? Absolute(text, @base) : null;
    }

    /// <summary>The content as a text that may hold HTML, as every text of RSS may. Null when it is empty.</summary>
    public FeedText? Html(LeafRule rule)
    {
        var (language, @base, own) = (Language, Base, Tokens.HasOwnBase);
        var value = Tokens.ReadText(rule);
        return HtmlText(value, TextKind.Html, language, @base, own);
    }

    /// <summary>A text of a kind with its links absolute. Null when it is empty.</summary>
    public static FeedText? HtmlText(string value, TextKind kind, string? language, string? @base, bool ownBase)
    {
        value = value.Trim();
        if (value.Length == 0) return null;
        if (kind != TextKind.Text && @base is not null && value.Contains('<', StringComparison.Ordinal)) value = HtmlLinks.MakeAbsolute(value, @base);
        return new FeedText(value, kind) { Language = string.IsNullOrEmpty(language) ? null : language, Base = ownBase ? @base : null };
    }

    /// <summary>The content as a date, with who states it. Null when it is empty.</summary>
    public FeedDate? Date(string from)
    {
        Span<char> buffer = stackalloc char[64];
        var length = Tokens.ReadShortText(buffer, LeafRule.Short, out var text);
        var date = length < 0 ? text.AsSpan().Trim() : buffer[..length].Trim();
        return date.IsEmpty ? null : DateOf(date, from);
    }

    /// <summary>A date; one that cannot be read is a warning.</summary>
    public FeedDate DateOf(ReadOnlySpan<char> text, string from)
    {
        var at = Tokens.Position;
        var date = DateParser.Parse(text, context.FetchedAt, null, from);
        if (date.At is null) Tokens.Problems.Warn("date.unreadable", $"\"{(date.Raw.Length > 60 ? date.Raw[..60] : date.Raw)}\" is no date that can be read", at);
        return date;
    }

    /// <summary>The feed that an item was taken from, where only its name or address is given. Items of one source share it.</summary>
    public ParsedFeed Source(string? title, string? url)
    {
        if (_sources.TryGetValue((title, url), out var known)) return known;
        var source = new ParsedFeed { Title = title is null ? null : new FeedText(title, TextKind.Text), Links = url is null ? [] : [new FeedLink(url, "self")] };
        if (_sources.Count < MostSources) _sources.Add((title, url), source);
        return source;
    }

    /// <summary>Base of relative references in effect: <c>xml:base</c>, the document's address, else the feed's page.</summary>
    public string? Base => Tokens.Base ?? FeedLink;

    /// <summary><c>xml:lang</c> in effect, null when there is none.</summary>
    public string? Language => Tokens.Language is { Length: > 0 } language ? language : null;

    public string? Absolute(string url) => Absolute(url, Base);

    /// <summary>Moves to the next child of the open element at a depth. False at that element's end.</summary>
    public bool NextChild(int depth)
    {
        while (Tokens.Read() is var token && token != Token.Eof)
        {
            if (token == Token.Start) return true;
            if (token == Token.End && Tokens.Depth <= depth) return false;
        }

        return false;
    }

    private static string? Absolute(string url, string? @base)
    {
        url = url.Trim();
        return url.Length == 0 ? null : FeedUrl.Resolve(url, @base);
    }
}
