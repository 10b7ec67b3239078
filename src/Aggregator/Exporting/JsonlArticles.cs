using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Aggregator.Archive.Sqlite.Querying;

namespace Aggregator.Exporting;

/// <summary>Articles as one JSON object a line. Lists (<c>flags</c>, <c>date_flags</c>) are arrays. Texts go from SQLite to the file as UTF-8, without copies.</summary>
internal sealed class JsonlArticles(Stream output) : IArticleWriter
{
    private const int FlushAt = 256 << 10;

    private static readonly string[] Lists = ["flags", "date_flags"];

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushAt);
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    private (JsonEncodedText Name, bool IsList)[] _columns = [];
    private RawVisitor? _write;
    private long _id;

    public IEnumerable<string> Notes => [];

    public void Begin(IReadOnlyList<string> columns)
    {
        _columns = [.. columns.Select(c => (JsonEncodedText.Encode(c), Lists.Contains(c, StringComparer.Ordinal)))];
        _write = Write;
    }

    public long? Next(SqlRows rows)
    {
        if (!rows.Read(_write!)) return null;
        if (_buffer.WrittenCount >= FlushAt) Flush();
        return _id;
    }

    public void End()
    {
        Flush();
        output.Flush();
    }

    public void Dispose() => _json.Dispose();

    private void Write(RawValues row)
    {
        _id = row.Long(0);
        _json.Reset(_buffer);
        _json.WriteStartObject();
        for (var i = 0; i < _columns.Length; i++)
        {
            _json.WritePropertyName(_columns[i].Name);
            if (row.IsNull(i)) _json.WriteNullValue();
            else if (!row.IsText(i)) _json.WriteNumberValue(row.Long(i));
            else if (_columns[i].IsList && IsArray(row.Utf8(i))) _json.WriteRawValue(row.Utf8(i), skipInputValidation: true);
            else Text(row.Utf8(i));
        }

        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
    }

    // What a foreign program may have stored is no reason to break off.
    private void Text(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8)) _json.WriteStringValue(utf8);
        else _json.WriteStringValue(Encoding.UTF8.GetString(utf8));
    }

    private static bool IsArray(ReadOnlySpan<byte> utf8)
    {
        if (utf8.SequenceEqual("[]"u8)) return true;
        try
        {
            var reader = new Utf8JsonReader(utf8);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return false;
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Flush()
    {
        output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
