using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Feeds;

namespace Aggregator.Fuzz.Judging;

/// <summary>Outcomes and items as text, so that equal means equal in every field.</summary>
internal static class Digests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Of(ReadOutcome outcome) => outcome switch
    {
        ReadOutcome.Parsed parsed => JsonSerializer.Serialize(parsed, Plain),
        ReadOutcome.Rejected rejected => JsonSerializer.Serialize(rejected, Plain),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static string Of(OpmlDocument document) => JsonSerializer.Serialize(document, Plain);

    internal static string Of(FeedItem item) => JsonSerializer.Serialize(item, Plain);
}
