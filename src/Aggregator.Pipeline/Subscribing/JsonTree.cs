using System.Text;
using System.Text.Json;

namespace Aggregator.Pipeline.Subscribing;

/// <summary>
/// Reads JSON with comments and trailing commas into values that know their place.
/// Takes bytes; gives the root, or the one line and sentence why there is none; never throws.
/// </summary>
internal static class JsonTree
{
    /// <summary>What reading gave: a root, or a line and a message.</summary>
    internal readonly record struct Outcome(JsonValue? Root, int Line, string? Message);

    public static Outcome Parse(ReadOnlySpan<byte> json)
    {
        // Without a final block the reader stops, instead of throwing, where the text is cut.
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 }));
        var lines = new LineCounter();
        try
        {
            if (!reader.Read() || ReadValue(ref reader, json, lines) is not { } root)
                return new Outcome(null, lines.At(json, json.Length), "the text ends in the middle of the list; was it still being written?");
            while (reader.Read())
            {
                // Anything but white space and comments behind the root makes the reader throw.
            }

            return new Outcome(root, 0, null);
        }
        catch (JsonException wrong)
        {
            return new Outcome(null, (int)(wrong.LineNumber ?? 0) + 1, $"this is not JSON: {Sentence(wrong.Message)}");
        }
        catch (InvalidOperationException)
        {
            return new Outcome(null, lines.At(json, (int)reader.TokenStartIndex), "this text holds half a character (an unpaired \\u escape)");
        }
    }

    // Null: the text ends before the value does.
    private static JsonValue? ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, LineCounter lines)
    {
        var start = (int)reader.TokenStartIndex;
        var line = lines.At(json, start);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<JsonMember>();
                while (reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.EndObject)
                        return new JsonValue(JsonKind.Object, start, (int)reader.BytesConsumed, line) { Members = members };
                    var (name, at) = (reader.GetString()!, (int)reader.TokenStartIndex);
                    var nameLine = lines.At(json, at);
                    if (!reader.Read() || ReadValue(ref reader, json, lines) is not { } value) return null;
                    members.Add(new JsonMember(name, at, nameLine, value));
                }

                return null;
            case JsonTokenType.StartArray:
                var elements = new List<JsonValue>();
                while (reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.EndArray)
                        return new JsonValue(JsonKind.Array, start, (int)reader.BytesConsumed, line) { Elements = elements };
                    if (ReadValue(ref reader, json, lines) is not { } element) return null;
                    elements.Add(element);
                }

                return null;
            case JsonTokenType.String:
                return new JsonValue(JsonKind.String, start, (int)reader.BytesConsumed, line) { Text = reader.GetString()! };
            default:
                var kind = reader.TokenType switch
                {
                    JsonTokenType.Number => JsonKind.Number,
                    JsonTokenType.True or JsonTokenType.False => JsonKind.Boolean,
                    _ => JsonKind.Null,
                };
                return new JsonValue(kind, start, (int)reader.BytesConsumed, line) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
        }
    }

    // The library's sentence without its place, which we give ourselves.
    private static string Sentence(string message)
    {
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? message : message[..place]).TrimEnd('.');
    }

    // Tokens come in order, so each line end is counted once.
    private sealed class LineCounter
    {
        private int _offset;
        private int _line = 1;

        public int At(ReadOnlySpan<byte> text, int offset)
        {
            if (offset < _offset) (_offset, _line) = (0, 1);
            _line += text[_offset..offset].Count((byte)'\n');
            _offset = offset;
            return _line;
        }
    }
}
