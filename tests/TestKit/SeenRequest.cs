using Microsoft.AspNetCore.Http;

namespace Aggregator.TestKit;

/// <summary>A request as it reached the server.</summary>
public sealed record SeenRequest
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>Path and query as they stood on the wire.</summary>
    public required string RawTarget { get; init; }

    /// <summary>The HTTP version: <c>HTTP/1.1</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The connection it came on; requests with the same id shared one.</summary>
    public required string ConnectionId { get; init; }

    /// <summary>When it came, in ticks of the stopwatch.</summary>
    public required long Timestamp { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Null when the header was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public bool IsConditional => Headers.ContainsKey("If-None-Match") || Headers.ContainsKey("If-Modified-Since");

    internal static SeenRequest Of(HttpContext context) => new()
    {
        Method = context.Request.Method,
        Path = context.Request.Path.Value ?? "/",
        RawTarget = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()?.RawTarget ?? "",
        Protocol = context.Request.Protocol,
        ConnectionId = context.Connection.Id,
        Timestamp = System.Diagnostics.Stopwatch.GetTimestamp(),
        Headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
    };
}
