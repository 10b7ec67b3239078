using System.Net;
using System.Net.Http.Headers;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Fetching;

/// <summary>Writes the request for one hop: who asks, what is welcome, and the condition, when this very address gave it.</summary>
internal static class FeedRequestMessage
{
    private const string Accept =
        "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    public static HttpRequestMessage For(Uri address, string userAgent, Validators? condition)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        var headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", userAgent);
        headers.TryAddWithoutValidation("Accept", Accept);
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br, deflate");
        if (condition is not null) AddCondition(headers, condition);
        return message;
    }

    private static void AddCondition(HttpRequestHeaders headers, Validators condition)
    {
        if (condition.ETag is { } tag)
        {
            headers.TryAddWithoutValidation("If-None-Match", tag);
            // RFC 3229 with the feed convention: a server that knows it sends only the new entries, under status 226.
            headers.TryAddWithoutValidation("A-IM", "feed");
        }

        if (condition.LastModified is { } date) headers.TryAddWithoutValidation("If-Modified-Since", date);
    }
}
