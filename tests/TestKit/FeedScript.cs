using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Aggregator.TestKit;

/// <summary>What a path of a <see cref="FeedServer"/> answers. Copies with changes make variants: <c>FeedScript.Feed(text) with { Packing = "gzip" }</c>.</summary>
public sealed record FeedScript
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Status { get; init; } = 200;

    public ReadOnlyMemory<byte> Body { get; init; }

    public string? ContentType { get; init; } = "application/rss+xml";

    /// <summary>Sent as it stands, and compared with If-None-Match; null: none.</summary>
    public string? ETag { get; init; }

    /// <summary>Sent as it stands, and compared with If-Modified-Since; null: none.</summary>
    public string? LastModified { get; init; }

    /// <summary>False: validators are sent, but a condition is never met.</summary>
    public bool AnswersNotModified { get; init; } = true;

    /// <summary>Content-Encoding that is used when the client accepts it: <c>gzip</c>, <c>br</c>, <c>deflate</c>; null: none.</summary>
    public string? Packing { get; init; }

    /// <summary>More headers, sent as they stand.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Answers only after <see cref="Release"/> (or the end of the server).</summary>
    public bool WaitsForRelease { get; init; }

    /// <summary>Latency of every answer, for load; a test that wants an order waits for <see cref="Release"/> instead.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Sends only so many bytes of the body, then drops the connection; null: all.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Sends only so many bytes of the body, then nothing more until the client leaves; null: all.</summary>
    public int? HangAfter { get; init; }

    /// <summary>Never answers at all.</summary>
    public bool Hangs { get; init; }

    /// <summary>Announces the length of the body; else it is sent in chunks.</summary>
    public bool StatesLength { get; init; } = true;

    /// <summary>Does the whole answer instead of all of the above.</summary>
    public Func<HttpContext, Task>? Custom { get; init; }

    /// <summary>A feed with an ETag made from its bytes.</summary>
    public static FeedScript Feed(string body, string contentType = "application/rss+xml") => Feed(Encoding.UTF8.GetBytes(body), contentType);

    /// <inheritdoc cref="Feed(string, string)"/>
    public static FeedScript Feed(byte[] body, string contentType = "application/rss+xml") => new()
    {
        Body = body,
        ContentType = contentType,
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"",
    };

    public static FeedScript Failing(int status, string? retryAfter = null) => new()
    {
        Status = status,
        ContentType = "text/plain",
        Headers = retryAfter is null ? [] : [("Retry-After", retryAfter)],
    };

    public static FeedScript RedirectTo(string location, int status = 301) => new() { Status = status, ContentType = null, Headers = [("Location", location)] };

    /// <summary>Lets the answers go that wait.</summary>
    public void Release() => _released.TrySetResult();

    internal async Task AnswerAsync(HttpContext context)
    {
        if (WaitsForRelease) await _released.Task.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        if (Latency > TimeSpan.Zero) await Task.Delay(Latency, context.RequestAborted).ConfigureAwait(false);
        if (Hangs) await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(false);
        if (Custom is not null)
        {
            await Custom(context).ConfigureAwait(false);
            return;
        }

        var (request, response) = (context.Request, context.Response);
        if (ETag is not null) response.Headers.ETag = ETag;
        if (LastModified is not null) response.Headers.LastModified = LastModified;
        foreach (var (name, value) in Headers) response.Headers.Append(name, value);
        if (IsMet(request))
        {
            response.StatusCode = 304;
            return;
        }

        response.StatusCode = Status;
        if (ContentType is not null) response.ContentType = ContentType;
        var body = Body;
        if (Packing is not null && request.Headers.AcceptEncoding.ToString().Contains(Packing, StringComparison.Ordinal))
        {
            response.Headers.ContentEncoding = Packing;
            body = Packed(Packing, body.Span);
        }

        if (StatesLength) response.ContentLength = body.Length;
        if ((CutAfter ?? HangAfter) is not { } sent)
        {
            await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        await response.Body.WriteAsync(body[..Math.Min(sent, body.Length)], context.RequestAborted).ConfigureAwait(false);
        await response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        if (HangAfter is not null) await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }

    /// <summary>Bytes in a content coding.</summary>
    public static byte[] Packed(string coding, ReadOnlySpan<byte> body)
    {
        using var packed = new MemoryStream();
        using (Stream packing = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "raw-deflate" => new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => throw new ArgumentException($"no coding {coding}", nameof(coding)),
        }) packing.Write(body);
        return packed.ToArray();
    }

    private bool IsMet(HttpRequest request)
    {
        if (!AnswersNotModified || Status != 200) return false;
        var tag = request.Headers.IfNoneMatch.ToString();
        if (tag.Length > 0) return tag == ETag;
        return LastModified is not null && request.Headers.IfModifiedSince.ToString() == LastModified;
    }
}
