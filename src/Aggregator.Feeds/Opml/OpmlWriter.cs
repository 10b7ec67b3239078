using System.Globalization;
using System.Text;
using System.Xml;

namespace Aggregator.Feeds;

/// <summary>Takes a list of feeds; writes it as OPML 2.0, with folders where the first of their feeds stands. Never throws for a text.</summary>
internal static class OpmlWriter
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    internal static void Write(OpmlDocument document, Stream output, DateTimeOffset? created)
    {
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
        foreach (var name in outlines.SelectMany(o => o.Attributes).Select(a => WritableText.Clean(a.Key.Namespace)).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal))
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
        var ownText = outline.Attributes.Any(a => a.Key is { Namespace: "", Name: "text" });
        if (!ownText)
            xml.WriteAttributeString("text", WritableText.Clean(outline.Title ?? outline.XmlUrl));
        if (outline.Title is not null)
            xml.WriteAttributeString("title", WritableText.Clean(outline.Title));
        if (!outline.Attributes.Any(a => a.Key is { Namespace: "", Name: "type" }))
            xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("xmlUrl", WritableText.Clean(outline.XmlUrl));
        if (outline.HtmlUrl is not null)
            xml.WriteAttributeString("htmlUrl", WritableText.Clean(outline.HtmlUrl));
        var names = new HashSet<(string, string)> { ("", "title"), ("", "xmlUrl"), ("", "htmlUrl"), ("", ownText ? "" : "text") };
        foreach (var (name, value) in outline.Attributes)
            if (names.Add((name.Namespace, name.Name)) && IsName(name.Name) && !IsReserved(name.Namespace))
                xml.WriteAttributeString(name.Name, WritableText.Clean(name.Namespace), WritableText.Clean(value));
        xml.WriteEndElement();
    }

    private static bool IsName(string name) => name.Length > 0 && name != "xmlns" && XmlConvert.EncodeLocalName(name) == name;

    private static bool IsReserved(string name) => name is "http://www.w3.org/2000/xmlns/" or "http://www.w3.org/XML/1998/namespace";
}
