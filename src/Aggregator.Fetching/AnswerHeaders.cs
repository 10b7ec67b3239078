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

    private static string? Kept(string? validator) => validator is { Length: > 0 and <= LongestValidator } ? validator : null;

    private static string? First(System.Net.Http.Headers.HeaderStringValues values)
    {
        foreach (var value in values) return value;
        return null;
    }
}
