using System.Text;
using System.Xml;
using Aggregator.Feeds.Decoding;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Tests.Xml;

/// <summary>The events of a document as text, one a line, by our tokenizer and by <see cref="XmlReader"/>: the same form.</summary>
internal static class Events
{
    public static string OfTokenizer(string document) => OfTokenizer(Encoding.UTF8.GetBytes(document), out _);

    public static string OfTokenizer(byte[] document, out Problems problems)
    {
        problems = new Problems(document);
        var text = TextDecoder.Decode(document, "application/xml", problems);
        var tokens = new Tokenizer(text.Data, text.Start, text.End, null, null, problems);
        var lines = new StringBuilder();
        var run = new StringBuilder();
        while (tokens.Read() != Token.Eof)
        {
            if (tokens.Token == Token.Text)
            {
                run.Append(tokens.TextValue());
                continue;
            }

            Flush(lines, run);
            if (tokens.Token == Token.End)
            {
                lines.Append("/ ").Append(tokens.LocalNameText).Append('\n');
                continue;
            }

            lines.Append("< {").Append(tokens.NamespaceUri).Append('}').Append(tokens.LocalNameText);
            for (var i = 0; i < tokens.AttributeCount; i++)
                lines.Append(" [").Append(tokens.AttributeNamespace(i)).Append('|').Append(Encoding.UTF8.GetString(tokens.AttributeName(i))).Append('=').Append(Lines(tokens.AttributeValue(i))).Append(']');
            lines.Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>Null when the reader refuses the document.</summary>
    public static string? OfXmlReader(byte[] document, out string? refusal)
    {
        refusal = null;
        var lines = new StringBuilder();
        var run = new StringBuilder();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document, false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, IgnoreComments = true, IgnoreProcessingInstructions = true, XmlResolver = null });
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        Flush(lines, run);
                        lines.Append("< {").Append(reader.NamespaceURI).Append('}').Append(reader.LocalName);
                        var (empty, name) = (reader.IsEmptyElement, reader.LocalName);
                        while (reader.MoveToNextAttribute())
                            lines.Append(" [").Append(reader.NamespaceURI).Append('|').Append(reader.Name).Append('=').Append(Lines(reader.Value)).Append(']');
                        lines.Append('\n');
                        if (empty) lines.Append("/ ").Append(name).Append('\n');
                        break;
                    case XmlNodeType.EndElement:
                        Flush(lines, run);
                        lines.Append("/ ").Append(reader.LocalName).Append('\n');
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                        run.Append(reader.Value);
                        break;
                    case XmlNodeType.Whitespace when reader.Depth > 0:
                        run.Append(reader.Value);
                        break;
                }
            }
        }
        catch (XmlException refused)
        {
            refusal = refused.Message;
            return null;
        }

        return lines.ToString();
    }

    private static void Flush(StringBuilder lines, StringBuilder run)
    {
        if (run.Length == 0) return;
        lines.Append("\" ").Append(Lines(run.ToString())).Append('\n');
        run.Clear();
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\\n", StringComparison.Ordinal);
}
