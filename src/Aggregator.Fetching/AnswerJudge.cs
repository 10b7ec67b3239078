using System.Globalization;
using System.Net;
using Aggregator.Fetching.Bodies;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Fetching;

/// <summary>Decides by status and headers what an answer without a usable body means, and what a person should do.</summary>
internal static class AnswerJudge
{
    public static bool IsRedirect(int status) => status is 300 or 301 or 302 or 303 or 307 or 308;

    /// <summary>The failure that a status outside 2xx and 3xx, or a redirect without a target, stands for.</summary>
    public static FetchOutcome.Failed Failure(HttpResponseMessage response, string host, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var retry = RetryAfter.Read(response.Header("Retry-After"), now);
        var answered = $"{host} answered {status}{Phrase(response.StatusCode)}";
        var (kind, reason) = status switch
        {
            410 => (FailureKind.Gone, $"{answered}: the feed was taken down for good; look for a new address, or remove it from the list"),
            401 or 407 => (FailureKind.NeedsLogin, $"{answered}: it wants a login; set auth for this feed"),
            429 => (FailureKind.Throttled, $"{answered}: it asks for fewer requests{Until(retry)}"),
            503 when retry is not null => (FailureKind.Throttled, $"{answered}: it asks to come back later{Until(retry)}"),
            403 or 503 when IsBotWall(response) => (FailureKind.Blocked, $"{answered} with a bot wall in front of it: try userAgent or headers for this feed, or ask the site to let feed readers through"),
            403 => (FailureKind.HttpStatus, $"{answered}: it does not serve this feed to us; perhaps userAgent or auth for this feed helps"),
            404 => (FailureKind.HttpStatus, $"{answered}: there is nothing at this address; check it, or look for the site's feed anew"),
            304 => (FailureKind.HttpStatus, $"{answered} although nothing was asked conditionally; a cache in front of it is broken, it is asked again at the next poll"),
            >= 500 => (FailureKind.HttpStatus, $"{answered}: the server has trouble of its own{Until(retry)}; it is asked again later"),
            >= 300 and < 400 => (FailureKind.Redirect, $"{answered} but names no place to go; check the address in a browser"),
            _ => (FailureKind.HttpStatus, $"{answered}: the request was refused{Until(retry)}; check the address in a browser"),
        };
        return new FetchOutcome.Failed(kind, reason) { Status = status, RetryAfter = retry };
    }

    /// <summary>A success that is not 200 must show a feed: 202, 203 and the like come with pages of captchas and proxies.</summary>
    public static FetchOutcome.Failed? Foreign(HttpStatusCode code, ReadOnlySpan<byte> body, string host)
    {
        if (code is HttpStatusCode.OK or HttpStatusCode.IMUsed || BodySniffer.HasFeedMark(body)) return null;
        return new FetchOutcome.Failed(FailureKind.HttpStatus,
            $"{host} answered {(int)code}{Phrase(code)} with {(body.IsEmpty ? "an empty body" : "a body that is no feed")}; it is asked again at the next poll") { Status = (int)code };
    }

    // Marks of the usual walls: Cloudflare's own header, DataDome, PerimeterX, AWS WAF, Akamai.
    private static bool IsBotWall(HttpResponseMessage response) =>
        response.Header("cf-mitigated") is not null || response.Header("x-datadome") is not null || response.Header("x-px-block") is not null
        || response.Header("x-amzn-waf-action") is not null || response.Header("Server") is "AkamaiGHost"
        || (response.Header("Server") is "cloudflare" && response.Header("cf-chl-out") is not null);

    private static string Phrase(HttpStatusCode code) => Enum.IsDefined(code) ? $" ({code})" : "";

    private static string Until(DateTimeOffset? retry) =>
        retry is { } at ? string.Create(CultureInfo.InvariantCulture, $" (not before {at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ})") : "";
}
