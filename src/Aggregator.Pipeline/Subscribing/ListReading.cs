using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>One list file read by the reader of its kind.</summary>
internal sealed class ListReading
{
    public ListReading(ListFile file)
    {
        (File, Problems) = (file, new ListProblems(file.Name));
        Kind = Path.GetExtension(file.Name).ToUpperInvariant() switch
        {
            ".JSON" or ".JSONC" => ListKind.Json,
            ".OPML" or ".XML" => ListKind.Opml,
            ".TXT" => ListKind.Text,
            _ => ListKind.Unknown,
        };
        Part = Read();
    }

    public ListFile File { get; }

    public ListProblems Problems { get; }

    public ListKind Kind { get; }

    public ListPart Part { get; }

    private ListPart Read()
    {
        var text = File.Content;
        if (text.Span.StartsWith("\uFEFF"u8)) text = text[3..];
        if (TextProblem(text.Span) is { } wrong) Problems.Error(wrong.Line, null, wrong.Message);
        else
            switch (Kind)
            {
                case ListKind.Json:
                    return new JsonListReader(File, Problems).Read(text);
                case ListKind.Text:
                    return TextListReader.Read(text.Span, Problems);
                case ListKind.Opml:
                    return OpmlListReader.Read(File.Content, Problems);
                default:
                    Problems.Error(0, null, "a feed list is a .json, .opml or .txt file");
                    break;
            }

        return new ListPart();
    }

    // What makes the whole file unreadable.
    private (int Line, string Message)? TextProblem(ReadOnlySpan<byte> text)
    {
        if (text.Length > FeedListReader.MaxFileBytes) return (0, $"the file is larger than {Sizes.Format(FeedListReader.MaxFileBytes)}, which no feed list is");
        if (Kind == ListKind.Opml) return null; // XML states its own encoding.
        if (text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || text.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (1, "the file is UTF-16; save it as UTF-8");
        if (text.IndexOf((byte)0) is var nul and >= 0) return (LineOf(text, nul), "the file holds a NUL byte, so it is no text");
        if (Kind != ListKind.Json) return null; // A bad line of a text list is left out alone.
        if (text.TrimStart(" \t\r\n"u8).Length == 0) return (0, "the file is empty; an empty list is { \"feeds\": [] }");
        if (!Utf8.IsValid(text)) return (LineOf(text, FirstInvalid(text)), "the file is not UTF-8 here; save it as UTF-8");
        return null;
    }

    private static int LineOf(ReadOnlySpan<byte> text, int offset) => 1 + text[..offset].Count((byte)'\n');

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf8(text[at..], out _, out var length) != OperationStatus.Done) return at;
            at += length;
        }

        return text.Length;
    }
}

/// <summary>The kinds of list files; their order decides which entry counts when an address is named twice.</summary>
internal enum ListKind
{
    Json,
    Opml,
    Text,
    Unknown,
}
