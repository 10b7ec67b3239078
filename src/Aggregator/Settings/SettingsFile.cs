using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Aggregator.Settings;

/// <summary>Reads a settings file: JSON with comments and trailing commas, flattened to keys with colons, each with its line.</summary>
internal static class SettingsFile
{
    /// <param name="content">The bytes of the file.</param>
    /// <param name="name">The file as it was named, for messages.</param>
    /// <param name="folder">What relative paths in it are relative to.</param>
    /// <param name="problems">Receives what is wrong with the file as such.</param>
    public static List<SettingValue> Read(ReadOnlySpan<byte> content, string name, string folder, List<SettingProblem> problems)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble)) content = content[Encoding.UTF8.Preamble.Length..];
        var values = new List<SettingValue>();
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var line = new LineCounter(content);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                problems.Add(new SettingProblem(name, null, "a settings file is one JSON object: { \"Polling\": { ... } }."));
                return values;
            }

            ReadObject(ref reader, ref line, "", values, name, folder, problems);
            while (reader.Read()) { }
        }
        catch (JsonException broken)
        {
            var at = broken.LineNumber is { } number ? $":{(number + 1).ToString(CultureInfo.InvariantCulture)}" : "";
            problems.Add(new SettingProblem($"{name}{at}", null, content.IsEmpty ? "the file is empty." : $"this is no JSON: {Sentence(broken.Message)}"));
        }

        return values;
    }

    private static void ReadObject(
        ref Utf8JsonReader reader, ref LineCounter line, string prefix, List<SettingValue> values, string name, string folder, List<SettingProblem> problems)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString()!;
            var key = prefix.Length == 0 ? property : $"{prefix}:{property}";
            var place = $"{name}:{line.Of((int)reader.TokenStartIndex).ToString(CultureInfo.InvariantCulture)}";
            if (!seen.Add(property)) problems.Add(new SettingProblem(place, key, "the key stands here twice."));
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject) ReadObject(ref reader, ref line, key, values, name, folder, problems);
            else if (key == "$schema") reader.Skip();
            else if (reader.TokenType == JsonTokenType.StartArray) values.Add(new SettingValue(key, ReadList(ref reader, key, place, problems), place, folder));
            else if (reader.TokenType != JsonTokenType.Null) values.Add(new SettingValue(key, Text(ref reader), place, folder));
        }
    }

    // A list may be written as an array of plain values; it means the same as the comma-separated text.
    private static string ReadList(ref Utf8JsonReader reader, string key, string place, List<SettingProblem> problems)
    {
        var items = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                problems.Add(new SettingProblem(place, key, "a list here holds plain values only."));
                reader.Skip();
            }
            else
            {
                items.Add(Text(ref reader));
            }
        }

        return string.Join(',', items);
    }

    private static string Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "",
        _ => Encoding.UTF8.GetString(reader.ValueSpan),
    };

    // The framework appends "LineNumber: 3 | BytePositionInLine: 7." to its sentence; the place says that already.
    private static string Sentence(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;

    /// <summary>Counts lines going forward only, so that a file is walked once.</summary>
    private ref struct LineCounter(ReadOnlySpan<byte> content)
    {
        private readonly ReadOnlySpan<byte> _content = content;
        private int _position;
        private int _line = 1;

        public int Of(int position)
        {
            _line += _content[_position..position].Count((byte)'\n');
            _position = position;
            return _line;
        }
    }
}
