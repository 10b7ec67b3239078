using System.Net;
using Aggregator.Fetching.Addresses;
using Aggregator.Fetching.Bodies;
using Aggregator.Fetching.Connecting;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Fetching;

/// <summary>
/// Gets a feed over HTTP: one conditional GET, redirects followed here, behind the address wall, within every budget.
/// Takes a request; gives a body, "not modified", or a failure that says what was seen and what to try; never throws for anything a server or
/// the network does, never keeps a buffer, never asks an address that the feed's policy forbids.
/// </summary>
public sealed class HttpFeedFetcher : IFeedFetcher, IDisposable
{
    private readonly FetchSettings _settings;
    private readonly TimeProvider _time;
    private readonly ConnectionPools _pools;
    private readonly MemoryBudget _memory;
    private readonly string _userAgent;

    /// <param name="settings">Budgets and manners.</param>
    /// <param name="time">The clock of every budget.</param>
    /// <param name="resolver">Looks names up; null: the system's resolver.</param>
    public HttpFeedFetcher(FetchSettings settings, TimeProvider time, HostResolver? resolver = null)
    {
        (_settings, _time, _userAgent) = (settings, time, settings.UserAgent);
        _memory = new MemoryBudget(settings.MemoryBudget);
        _pools = new ConnectionPools(settings, resolver ?? Dns.GetHostAddressesAsync, time);
    }

    /// <summary>What bodies in flight hold of the memory budget.</summary>
    internal long HeldBytes => _memory.Held;

    public async ValueTask<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken stop)
    {
        var total = request.Timeout ?? _settings.TotalTimeout;
        using var clock = new FetchClock(_time, total, _settings.HeadersTimeout, stop);
        var body = new BodyReader(_memory, clock, _settings.IdleTimeout);
        var policy = new ConnectionPolicy(request.AllowPrivateNetwork);
        var hops = new List<RedirectHop>(0);
        var url = request.Url.Trim();
        FetchOutcome outcome;
        while (true)
        {
            if (RedirectTarget.Address(url) is not { } address)
                outcome = new FetchOutcome.Failed(FailureKind.Redirect, $"{url} is no http or https address; check it in the list");
            else if (Forbidden(address, policy) is { } forbidden) outcome = forbidden;
            else
            {
                HttpResponseMessage? response = null;
                try
                {
                    var condition = request.Validators is { } validators && validators.Url == url ? validators : null;
                    using var message = FeedRequestMessage.For(address, _userAgent, condition);
                    clock.Begin(TimeBudget.Headers, _settings.HeadersTimeout);
                    response = await _pools.For(policy).SendAsync(message, clock.Token).ConfigureAwait(false);
                    var status = (int)response.StatusCode;
                    if (AnswerJudge.IsRedirect(status) && response.Header("Location") is { } location)
                    {
                        hops.Add(new RedirectHop(url, status));
                        (var next, outcome) = Follow(url, location, hops, address.Host);
                        if (next is not null)
                        {
                            url = next;
                            continue;
                        }
                    }
                    else
                    {
                        if (hops.Count > 0) hops.Add(new RedirectHop(url, status));
                        outcome = await TakeAsync(response, request, condition, url, address.Host, body).ConfigureAwait(false);
                    }
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    throw new OperationCanceledException(stop);
                }
#pragma warning disable CA1031 // Servers make the framework throw far more than HttpRequestException; no feed may take the others with it.
                catch (Exception trouble)
#pragma warning restore CA1031
                {
                    outcome = FetchFailures.From(trouble, address.Authority, clock.Spent, _settings, total);
                }
                finally
                {
                    response?.Dispose();
                }
            }

            return hops.Count == 0 && body.WireBytes == 0 ? outcome : outcome with { Hops = hops, WireBytes = body.WireBytes };
        }
    }

    public void Dispose() => _pools.Dispose();

    private async ValueTask<FetchOutcome> TakeAsync(
        HttpResponseMessage response, FetchRequest request, Validators? condition, string url, string host, BodyReader reader)
    {
        var status = (int)response.StatusCode;
        if (status == 304 && condition is not null)
        {
            var repeated = response.Validators(url);
            return new FetchOutcome.NotModified { Status = status, Validators = repeated == condition ? null : repeated };
        }

        if (status is < 200 or > 299) return AnswerJudge.Failure(response, host, _time.GetUtcNow());

        var maxBytes = request.MaxBytes ?? _settings.MaxBytes;
        var stream = await response.Content.ReadAsStreamAsync(CancellationToken.None).ConfigureAwait(false);
        var body = await reader.ReadAsync(stream, response.BodyHeader("Content-Encoding"), response.Content.Headers.ContentLength,
            maxBytes, _settings.MaxPackedBytes ?? maxBytes / 2).ConfigureAwait(false);
        if (AnswerJudge.Foreign(response.StatusCode, body.Written.Span, host) is { } foreign)
        {
            body.Dispose();
            return foreign;
        }

        return new FetchOutcome.Fetched
        {
            Status = status,
            Url = url,
            Body = body.Written,
            Owner = body,
            ContentType = response.BodyHeader("Content-Type"),
            ContentLocation = response.BodyHeader("Content-Location"),
            ContentLanguage = response.BodyHeader("Content-Language"),
            Validators = status is 200 or 226 ? response.Validators(url) : null,
        };
    }

    private (string? Next, FetchOutcome Failure) Follow(string url, string location, List<RedirectHop> hops, string host)
    {
        var next = RedirectTarget.Resolve(url, location);
        if (next is null)
            return (null, Redirect($"{host} redirects to {Shown(location)}, which is no http or https address; check the address in a browser"));
        if (hops.Any(h => h.Url == next))
            return (null, Redirect($"{host} redirects in a circle (back to {Shown(next)}); often a cookie wall, check the address in a browser"));
        return hops.Count > _settings.MaxRedirects
            ? (null, Redirect($"more than {_settings.MaxRedirects} redirects, the last to {Shown(next)}; put the final address into the list"))
            : (next, null!);

        FetchOutcome.Failed Redirect(string reason) => new(FailureKind.Redirect, reason) { Status = hops[^1].Status };
    }

    private FetchOutcome.Failed? Forbidden(Uri address, ConnectionPolicy policy)
    {
        if (address.HostNameType is not (UriHostNameType.IPv4 or UriHostNameType.IPv6) || !IPAddress.TryParse(address.IdnHost, out var literal)) return null;
        return _pools.Wall(policy).Refuses(literal, address.Port) is { } rule
            ? new FetchOutcome.Failed(FailureKind.AddressRefused, AddressRefusedException.Sentence(address.Host, literal, rule))
            : null;
    }

    private static string Shown(string text) => text.Length > 200 ? text[..200] + "…" : text;
}
