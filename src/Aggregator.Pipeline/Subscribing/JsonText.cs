using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>The spelling of a JSON list: what stands between its values, and how new values are written.</summary>
internal static class JsonText
{
    // Addresses and titles stay readable; nothing of a list is ever put into a page.
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, Readable)}\"";

    /// <summary>Offset of the comma between two offsets; null when there is none but in comments.</summary>
    public static int? Comma(ReadOnlySpan<byte> json, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            at = SkipComments(json, at);
            if (at < to && json[at] == ',') return at;
        }

        return null;
    }

    /// <summary>Where the line ends, when nothing but white space and comments stands on the rest of it; else null.</summary>
    public static int? QuietLineEnd(ReadOnlySpan<byte> json, int from)
    {
        for (var at = from; at < json.Length; at++)
        {
            var after = SkipComments(json, at);
            // A comment of several lines is not part of this one.
            if (json[at..after].Contains((byte)'\n')) return null;
            at = after;
            if (at >= json.Length) break;
            if (json[at] == '\n') return at > 0 && json[at - 1] == '\r' ? at - 1 : at;
            if (json[at] is not ((byte)' ' or (byte)'\t' or (byte)'\r')) return null;
        }

        return json.Length;
    }

    /// <summary>The offset where the line of an offset begins.</summary>
    public static int LineStart(ReadOnlySpan<byte> json, int offset) => json[..offset].LastIndexOf((byte)'\n') + 1;

    /// <summary>The white space that the line of an offset begins with.</summary>
    public static string Indent(ReadOnlySpan<byte> json, int offset)
    {
        var line = json[LineStart(json, offset)..];
        return Encoding.UTF8.GetString(line[..(line.IndexOfAnyExcept(" \t"u8) is var n and >= 0 ? n : line.Length)]);
    }

    /// <summary>True when only white space stands before the offset on its line.</summary>
    public static bool IsFirstOnLine(ReadOnlySpan<byte> json, int offset) => json[LineStart(json, offset)..offset].IndexOfAnyExcept(" \t"u8) < 0;

    public static string LineEnd(ReadOnlySpan<byte> json) => json.IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";

    // Behind the comments that begin at the offset; the offset itself where none does. A line comment ends before its line end.
    private static int SkipComments(ReadOnlySpan<byte> json, int at)
    {
        while (true)
        {
            if (json[at..].StartsWith("//"u8)) return json[at..].IndexOf((byte)'\n') is var line and >= 0 ? at + line : json.Length;
            if (!json[at..].StartsWith("/*"u8)) return at;
            at = json[(at + 2)..].IndexOf("*/"u8) is var end and >= 0 ? at + 2 + end + 2 : json.Length;
        }
    }
}
