using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Feeds;

namespace Aggregator.Parsing;

/// <summary>Writes what the OPML reader gave as one JSON object on one line: the form that <c>parse opml</c> prints.</summary>
internal static class OpmlJson
{
    public const string NoOpml = "this is no OPML: it has neither an opml element nor an outline that names a feed";

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(ParseRequest request, OpmlDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var w = new Utf8JsonWriter(buffer, s_options))
        {
            w.WriteStartObject();
            w.Text("id", request.Id);
            w.WriteString("file", request.File);
            w.WriteBoolean("ok", document.IsOpml);
            w.WriteBoolean("well_formed", document.WellFormed);
            w.WriteString("encoding", document.Encoding);
            if (!document.IsOpml)
            {
                w.WriteStartObject("error");
                w.WriteString("code", "opml.unknown_root");
                w.WriteString("message", NoOpml);
                w.WriteEndObject();
            }

            w.Text("title", document.Title);
            w.List("feeds", document.Outlines, Outline);
            w.List("warnings", document.Problems, FeedJson.Warning);
            w.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Outline(Utf8JsonWriter w, OpmlOutline outline)
    {
        w.WriteStartObject();
        w.WriteString("xml_url", outline.XmlUrl);
        w.Text("html_url", outline.HtmlUrl);
        w.Text("title", outline.Title);
        w.Strings("folder", outline.Folder);
        w.WriteNumber("line", outline.Line);
        w.WriteEndObject();
    }
}
