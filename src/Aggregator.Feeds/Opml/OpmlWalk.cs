using System.Text;
using System.Xml;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds;

/// <summary>Walks the events of an OPML document once and collects its feeds.</summary>
internal sealed class OpmlWalk(Tokenizer tokens, byte[] data)
{
    private readonly List<OpmlOutline> _outlines = [];
    private readonly List<OpmlOutline> _otherCase = [];
    private readonly List<(int Depth, string? Name)> _open = [];
    private const int DeepFeeds = 200;

    private string? _title;
    private int _line = 1;
    private int _countedTo;

    internal OpmlDocument Read()
    {
        var isFirst = true;
        var isOpml = false;
        while (tokens.Read() is var token && token != Token.Eof)
        {
            if (token == Token.End)
                Close();
            if (token != Token.Start)
                continue;
            isOpml |= isFirst && tokens.Name == Name.Opml;
            isFirst = false;
            if (IsOutline())
                Outline();
            else if (tokens.Name == Name.Title && _title is null && _open.Count == 0)
                _title = Trimmed(tokens.ReadText(LeafRule.Short));
        }
        return new OpmlDocument { IsOpml = isOpml || Found.Count > 0, Title = _title, Outlines = Found };
    }

    private bool IsOutline() => tokens.Name == Name.Unknown && tokens.LocalNameText.Equals("outline", StringComparison.OrdinalIgnoreCase);

    private void Close()
    {
        while (_open.Count > 0 && _open[^1].Depth >= tokens.Depth)
            _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>Names are in mixed case, "xmlUrl"; a file that spells it otherwise throughout is read too.</summary>
    private List<OpmlOutline> Found => _outlines.Count > 0 ? _outlines : _otherCase;

    private void Outline()
    {
        if (tokens.Depth > DeepFeeds && _open is [.., { Name: null }])
        {
            // Feeds inside feeds inside feeds: their end tags were lost, and the depth limit must not cost any.
            tokens.EndBefore(_open[^1].Depth, "an outline is not ended before the next one");
            Close();
            return;
        }
        var text = Trimmed(tokens.AttributeOf("text"u8));
        var title = Trimmed(tokens.AttributeOf("title"u8));
        var page = Trimmed(tokens.AttributeOf("htmlUrl"u8));
        var address = Trimmed(tokens.AttributeOf("xmlUrl"u8));
        if (address is null && LostAttributes.After(data, tokens.Position) is var stretch && !stretch.IsEmpty)
        {
            address = Trimmed(LostAttributes.Find(stretch, "xmlUrl"u8));
            page ??= Trimmed(LostAttributes.Find(stretch, "htmlUrl"u8));
        }
        // An outline that names a feed is no folder: what lies inside it was meant to follow it.
        _open.Add((tokens.Depth, address is null ? text ?? title : null));
        if (address is null)
            return;
        var outline = new OpmlOutline(address)
        {
            HtmlUrl = page,
            Title = title ?? text,
            Folder = [.. _open.Where(o => o.Name is not null).Select(o => o.Name!)],
            Attributes = Others(text, title),
            Line = LineAt(tokens.TagStart),
        };
        if (!IsOtherCase())
        {
            _outlines.Add(outline);
            return;
        }
        _otherCase.Add(outline);
        tokens.Problems.Warn("opml.attribute_case", $"the attribute of {address} must be spelled xmlUrl", tokens.TagStart);
    }

    private bool IsOtherCase()
    {
        for (var i = 0; i < tokens.AttributeCount; i++)
            if (tokens.AttributeName(i) is var name && name.Length == 6 && !name.SequenceEqual("xmlUrl"u8) && Ascii.EqualsIgnoreCase(name, "xmlUrl"u8))
                return true;
        return false;
    }

    private List<KeyValuePair<XmlQualifiedName, string>> Others(string? text, string? title)
    {
        var others = new List<KeyValuePair<XmlQualifiedName, string>>();
        for (var i = 0; i < tokens.AttributeCount; i++)
        {
            var name = Encoding.UTF8.GetString(tokens.AttributeName(i));
            var colon = name.IndexOf(':', StringComparison.Ordinal);
            if (name.StartsWith("xmlns", StringComparison.Ordinal) || (colon < 0 && IsOwn(name, text, title)))
                continue;
            others.Add(new(new XmlQualifiedName(name[(colon + 1)..], colon < 0 ? "" : tokens.AttributeNamespace(i)), tokens.AttributeValue(i)));
        }
        return others;
    }

    // "text" is kept apart only where it says something else than "title".
    private static bool IsOwn(string name, string? text, string? title) =>
        name.Equals("xmlUrl", StringComparison.OrdinalIgnoreCase) || name.Equals("htmlUrl", StringComparison.OrdinalIgnoreCase)
        || name.Equals("title", StringComparison.OrdinalIgnoreCase)
        || (name.Equals("text", StringComparison.OrdinalIgnoreCase) && (title is null || text is null || text == title));

    private int LineAt(int offset)
    {
        if (offset > _countedTo)
        {
            _line += data.AsSpan(_countedTo, offset - _countedTo).Count((byte)'\n');
            _countedTo = offset;
        }
        return _line;
    }

    private static string? Trimmed(string? value) => value?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
