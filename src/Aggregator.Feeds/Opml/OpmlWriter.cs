using System.Globalization;
using System.Text;
using System.Xml;

namespace Aggregator.Feeds;

/// <summary>Writes OPML 2.0.</summary>
/// <remarks>Folders are written where the first of their feeds stands; no text makes it throw. What it writes, <see cref="OpmlReader"/> reads back equal.</remarks>
public static class OpmlWriter
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    /// <summary>Writes a list of feeds in UTF-8. The stream stays open.</summary>
    /// <param name="document">What to write: the title and the outlines.</param>
    /// <param name="output">Receives the document.</param>
    /// <param name="created">For <c>dateCreated</c>; null leaves it out.</param>
    public static void Write(OpmlDocument document, Stream output, DateTimeOffset? created = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        Declare(xml, document.Outlines);
        xml.WriteStartElement("head");
        if (document.Title is not null)
            xml.WriteElementString("title", WritableText.Clean(document.Title));
        if (created is { } at)
            xml.WriteElementString("dateCreated", at.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        Level(xml, document.Outlines, 0);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Declare(XmlWriter xml, IReadOnlyList<OpmlOutline> outlines)
    {
        var number = 0;
        foreach (var name in outlines.SelectMany(o => o.Attributes).Select(a => WritableText.Clean(a.Namespace)).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal))
            if (!IsReserved(name))
                xml.WriteAttributeString("xmlns", "n" + (++number).ToString(CultureInfo.InvariantCulture), null, name);
    }

    private static void Level(XmlWriter xml, IReadOnlyList<OpmlOutline> outlines, int depth)
    {
        var folders = outlines.Where(o => o.Folder.Count > depth).ToLookup(o => o.Folder[depth], StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var outline in outlines)
        {
            if (outline.Folder.Count <= depth)
            {
                Outline(xml, outline);
                continue;
            }
            var folder = outline.Folder[depth];
            if (!written.Add(folder))
                continue;
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", WritableText.Clean(folder));
            Level(xml, [.. folders[folder]], depth + 1);
            xml.WriteEndElement();
        }
    }

    private static void Outline(XmlWriter xml, OpmlOutline outline)
    {
        xml.WriteStartElement("outline");
        var ownText = outline.Attributes.Any(a => a.Namespace.Length == 0 && a.Name == "text");
        if (!ownText)
            xml.WriteAttributeString("text", WritableText.Clean(outline.Title ?? outline.XmlUrl));
        if (outline.Title is not null)
            xml.WriteAttributeString("title", WritableText.Clean(outline.Title));
        if (!outline.Attributes.Any(a => a.Namespace.Length == 0 && a.Name == "type"))
            xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("xmlUrl", WritableText.Clean(outline.XmlUrl));
        if (outline.HtmlUrl is not null)
            xml.WriteAttributeString("htmlUrl", WritableText.Clean(outline.HtmlUrl));
        var names = new HashSet<(string, string)> { ("", "title"), ("", "xmlUrl"), ("", "htmlUrl"), ("", ownText ? "" : "text") };
        foreach (var attribute in outline.Attributes)
            if (names.Add((attribute.Namespace, attribute.Name)) && IsName(attribute.Name) && !IsReserved(attribute.Namespace))
                xml.WriteAttributeString(attribute.Name, WritableText.Clean(attribute.Namespace), WritableText.Clean(attribute.Value));
        xml.WriteEndElement();
    }

    private static bool IsName(string name) => name.Length > 0 && name != "xmlns" && XmlConvert.EncodeLocalName(name) == name;

    private static bool IsReserved(string name) => name is "http://www.w3.org/2000/xmlns/" or "http://www.w3.org/XML/1998/namespace";
}
