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
    /// <param name="response">The answer.</param>
    /// <param name="page">Its page, for the statuses of <see cref="WantsPage"/>; empty when there is none.</param>
    /// <param name="host">Whom to name.</param>
    /// <param name="now">Where a Retry-After counts from.</param>
    /// <param name="loggedIn">The request held the feed's login.</param>
    public static FetchOutcome.Failed Failure(HttpResponseMessage response, ReadOnlySpan<byte> page, string host, DateTimeOffset now, bool loggedIn = false)
    {
        var wall = BotWall.InHeaders(response) ?? BotWall.InPage(page);
        var status = (int)response.StatusCode;
        var retry = RetryAfter.Read(response.Header("Retry-After"), now);
        var answered = $"{host} answered {status}{Phrase(response.StatusCode)}";
        var (kind, reason) = status switch
        {
            410 => (FailureKind.Gone, $"{answered}: the feed was taken down for good; look for a new address, or remove it from the list"),
            401 or 403 or 406 or 429 or 503 when wall is not null && retry is null => (FailureKind.Blocked, Blocked(answered, wall)),
            407 => (FailureKind.NeedsLogin, $"{answered}: the proxy wants a login, or another one; check proxy of this feed"),
            401 when loggedIn => (FailureKind.NeedsLogin, $"{answered}: it did not take the login of this feed; check the secret that auth names"),
            401 => (FailureKind.NeedsLogin, $"{answered}: it wants a login; set auth for this feed"),
            429 => (FailureKind.Throttled, $"{answered}: it asks for fewer requests{Until(retry)}"),
            503 when retry is not null => (FailureKind.Throttled, $"{answered}: it asks to come back later{Until(retry)}"),
            403 => (FailureKind.HttpStatus, $"{answered}: it does not serve this feed to us; perhaps userAgent or auth for this feed helps"),
            412 => (FailureKind.HttpStatus, $"{answered} although nothing was asked conditionally; its cache is broken, it is asked again at the next poll"),
            511 => (FailureKind.NeedsLogin, $"{answered}: the network here wants a login before it lets anybody out; log this machine in"),
            404 => (FailureKind.HttpStatus, $"{answered}: there is nothing at this address; check it, or look for the site's feed anew"),
            304 => (FailureKind.HttpStatus, $"{answered} although nothing was asked conditionally; a cache in front of it is broken, it is asked again at the next poll"),
            >= 500 => (FailureKind.HttpStatus, $"{answered}: the server has trouble of its own{Until(retry)}; it is asked again later"),
            >= 300 and < 400 => (FailureKind.Redirect, $"{answered} but names no place to go; check the address in a browser"),
            _ => (FailureKind.HttpStatus, $"{answered}: the request was refused{Until(retry)}; check the address in a browser"),
        };
        return new FetchOutcome.Failed(kind, reason) { Status = status, RetryAfter = retry };
    }

    /// <summary>Statuses whose page may show a bot wall.</summary>
    public static bool WantsPage(HttpResponseMessage response) =>
        (int)response.StatusCode is 401 or 403 or 406 or 429 or 503
        && response.BodyHeader("Content-Type")?.Contains("html", StringComparison.OrdinalIgnoreCase) != false;

    /// <summary>The failure that a success with a body stands for; null when the body may be a feed. A success that is not 200 must show the
    /// mark of one: 202, 203 and the like come with pages of captchas and proxies.</summary>
    public static FetchOutcome.Failed? Foreign(HttpResponseMessage response, ReadOnlySpan<byte> body, string url, string host)
    {
        if (BodySniffer.HasFeedMark(body)) return null;
        var (code, status) = (response.StatusCode, (int)response.StatusCode);
        var answered = $"{host} answered {status}{Phrase(code)}";
        if ((BotWall.InHeaders(response) ?? (BodySniffer.IsPage(body) ? BotWall.InPage(body) : null)) is { } wall)
            return new FetchOutcome.Failed(FailureKind.Blocked, Blocked(answered, wall)) { Status = status };
        if (BodySniffer.IsPage(body) && LoginPage.Is(url, body))
            return new FetchOutcome.Failed(FailureKind.NeedsLogin, $"{answered} with a login page; set auth for this feed") { Status = status };
        if (code is HttpStatusCode.OK or HttpStatusCode.IMUsed) return null;
        return new FetchOutcome.Failed(FailureKind.HttpStatus,
            $"{answered} with {(body.IsEmpty ? "an empty body" : "a body that is no feed")}; it is asked again at the next poll")
        { Status = status };
    }

    private static string Blocked(string answered, string wall) =>
        $"{answered} with a wall against robots ({wall}) in front of it: try userAgent, headers or auth for this feed, or ask the site to let feed readers through";

    private static string Phrase(HttpStatusCode code) => Enum.IsDefined(code) ? $" ({code})" : "";

    private static string Until(DateTimeOffset? retry) =>
        retry is { } at ? string.Create(CultureInfo.InvariantCulture, $" (not before {at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ})") : "";
}
