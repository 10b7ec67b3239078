using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>The JSON lists and objects of the archive's columns: readable in SQL, so no letter is escaped that need not be.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
internal sealed partial class ArchiveJson : JsonSerializerContext
{
    private static readonly ArchiveJson Readable = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Null for an empty list: the views show <c>[]</c>.</summary>
    public static string? List(IReadOnlyList<string> values) =>
        values.Count == 0 ? null : JsonSerializer.Serialize(values, Readable.IReadOnlyListString);

    public static IReadOnlyList<string> ToList(string? list) =>
        list is null ? [] : JsonSerializer.Deserialize(list, Readable.IReadOnlyListString) ?? [];

    /// <summary>Null for no counts: the views show <c>{}</c>.</summary>
    public static string? Counts(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? null : JsonSerializer.Serialize(counts, Readable.IReadOnlyDictionaryStringInt32);
}
