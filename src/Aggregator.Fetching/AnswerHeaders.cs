using System.Globalization;
using Aggregator.Fetching.Bodies;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Fetching;

/// <summary>Reads the headers of an answer as they came, before anything parses or repairs them.</summary>
internal static class AnswerHeaders
{
    /// <summary>Longer validators are not kept: they would travel with every request.</summary>
    private const int LongestValidator = 1024;

    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? First(values) : null;

    public static string? BodyHeader(this HttpResponseMessage response, string name) =>
        response.Content.Headers.NonValidated.TryGetValues(name, out var values) ? First(values) : null;

    /// <summary>What the answer gives to make the next request conditional; null for nothing.</summary>
    public static Validators? Validators(this HttpResponseMessage response, string url)
    {
        var tag = Kept(response.Header("ETag"));
        var date = Kept(response.BodyHeader("Last-Modified"));
        return tag is null && date is null ? null : new Validators(url, tag, date);
    }

    /// <summary>Whether a 226 says that it holds the entries that are new since the condition's answer (RFC 3229 with the feed convention).</summary>
    public static bool IsFeedDelta(this HttpResponseMessage response) =>
        response.Header("IM")?.Split(',').Any(m => m.AsSpan().Trim() is "feed") == true;

    /// <summary>The length of the body that the answer states; null without one. A length that is no number, or two that contradict each
    /// other, leave open where the answer ends (RFC 9112, 6.3): nothing that follows can be believed.</summary>
    public static long? StatedLength(this HttpResponseMessage response)
    {
        if (response.Headers.TransferEncodingChunked == true || !response.Content.Headers.NonValidated.TryGetValues("Content-Length", out var values)) return null;
        var first = First(values);
        foreach (var value in values)
            if (value != first || value.Length == 0 || value.AsSpan().ContainsAnyExceptInRange('0', '9'))
                throw new BodyRefusedException(false, $"the answer states its length as {string.Join(" and ", values)}; the server is broken, tell its operator");
        return long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length
            : throw new BodyRefusedException(true, $"the answer announces {first} bytes");
    }

    private static string? Kept(string? validator) => validator is { Length: > 0 and <= LongestValidator } ? validator : null;

    private static string? First(System.Net.Http.Headers.HeaderStringValues values)
    {
        foreach (var value in values) return value;
        return null;
    }
}
