using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Aggregator.Fetching.Bodies;
using Aggregator.Fetching.Connecting;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Fetching;

/// <summary>
/// One fetch under way. Takes a request; asks hop by hop (a redirect, a dropped condition and the one retry are hops); gives the outcome.
/// Every text it gives out is masked: where the list's address is a template, the template stands.
/// </summary>
internal sealed class Fetch : IDisposable
{
    // An error page is read so far, to see whether it is a wall against robots.
    private const int PageBytes = 256 << 10;

    private readonly FetchTools _tools;
    private readonly FetchRequest _request;
    private readonly CancellationToken _stop;
    private readonly TimeSpan _total;
    private readonly FetchClock _clock;
    private readonly RequestSecrets? _secrets;
    private BodyReader? _body;
    private List<RedirectHop>? _hops;
    private ConnectionPolicy _policy;
    private string? _origin;            // the only origin that gets the feed's own headers and login
    private bool _conditionDropped;
    private bool _retried;

    public Fetch(FetchTools tools, FetchRequest request, CancellationToken stop)
    {
        (_tools, _request, _stop) = (tools, request, stop);
        _total = request.Timeout ?? tools.Settings.TotalTimeout;
        _clock = new FetchClock(tools.Time, _total, tools.Settings.HeadersTimeout, stop);
        if (request.Auth is not null || request.Headers.Count > 0 || request.Proxy is not null || request.Url.Contains("${", StringComparison.Ordinal) || request.Url.Contains('@', StringComparison.Ordinal))
            _secrets = new RequestSecrets(tools.Secrets);
    }

    public void Dispose() => _clock.Dispose();

    /// <summary>The outcome with what was noted on the way, and nothing in it that must not be told.</summary>
    public FetchOutcome Told(FetchOutcome outcome)
    {
        if (_hops is not null || _body is not null) outcome = outcome with { Hops = _hops ?? [], WireBytes = _body?.WireBytes ?? 0 };
        return outcome is FetchOutcome.Failed failed ? failed with { Reason = Sentence(failed.Reason) } : outcome;
    }

    /// <summary>Asks until there is an outcome.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<FetchOutcome> AskAsync()
    {
        string url;
        try
        {
            _policy = new ConnectionPolicy(_request.AllowPrivateNetwork, _request.IgnoreTls, null);
            if (_request.Proxy is { } proxy && ProxyLogin.Of(proxy, _secrets!) is var (at, login)) _policy = _policy with { Proxy = at, ProxyLogin = login };
            url = _secrets is null ? _request.Url.Trim() : _secrets.ResolveAddress(_request.Url.Trim());
            // A feed that moved leaves what belongs to its configured origin there: a server's word gives no other one a right to it.
            if (_secrets is not null && _request.ConfiguredUrl is { } configured)
                _origin = RedirectTarget.Address(_secrets.ResolveAddress(configured.Trim())) is { } own ? Origin(own) : "";
            Pool();
        }
        catch (SecretMissingException missing)
        {
            return new FetchOutcome.Failed(FailureKind.NeedsLogin, missing.Message);
        }
        catch (Exception bad) when (bad is UriFormatException or NotSupportedException)
        {
            return new FetchOutcome.Failed(FailureKind.ConnectionFailed, "the proxy of this feed is no http, https or socks5 address; check it in the list");
        }

        while (true)
        {
            var (outcome, next) = await AskHopAsync(url).ConfigureAwait(false);
            if (outcome is not null) return outcome;
            url = next!;
        }
    }

    private ConnectionPool Pool() =>
        _tools.Pools.For(_policy with { Fresh = _retried });

    // One request: an outcome, or the address to ask next.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<(FetchOutcome? Outcome, string? Next)> AskHopAsync(string url)
    {
        if (RedirectTarget.Address(url) is not { } address)
            return (new FetchOutcome.Failed(FailureKind.Redirect, $"{Shown(url)} is no http or https address; check it in the list"), null);
        if (_secrets is not null) _origin ??= Origin(address);
        HttpResponseMessage? response = null;
        try
        {
            var pool = Pool();
            _clock.Begin(TimeBudget.Headers, _tools.Settings.HeadersTimeout);
            if (await pool.Targets.JudgeAsync(address, _clock.Token).ConfigureAwait(false) is { } refusal) return (refusal, null);
            var condition = !_conditionDropped && _request.Validators is { } validators && validators.Url == ShownUrl(url) ? validators : null;
            using var message = FeedRequestMessage.For(address, _request.UserAgent ?? _tools.UserAgent, condition);
            if (_secrets is not null && Origin(address) == _origin) FeedRequestMessage.AddOwn(message, _request, _secrets);
            response = await pool.Invoker.SendAsync(message, _clock.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (AnswerJudge.IsRedirect(status) && response.Header("Location") is { } location)
            {
                (_hops ??= []).Add(new RedirectHop(ShownUrl(url), status));
                return Follow(url, location, address.Authority);
            }

            if (status == 412 && condition is not null)
            {
                _conditionDropped = true; // A cache that takes a GET's condition for a precondition: asked without one it answers.
                return (null, url);
            }

            _hops?.Add(new RedirectHop(ShownUrl(url), status));
            return (await TakeAsync(response, condition, url, address.Authority).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(_stop);
        }
        catch (SecretMissingException missing)
        {
            return (new FetchOutcome.Failed(FailureKind.NeedsLogin, missing.Message), null);
        }
#pragma warning disable CA1031 // Servers make the framework throw far more than HttpRequestException; no feed may take the others with it.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            if (response is null && await MayRetryAsync(trouble).ConfigureAwait(false)) return (null, url);
            return (FetchFailures.From(trouble, address.Authority, _clock.Spent, _tools.Settings, _total), null);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private async ValueTask<FetchOutcome> TakeAsync(HttpResponseMessage response, Validators? condition, string url, string host)
    {
        var status = (int)response.StatusCode;
        if (status == 304 && condition is not null)
        {
            var repeated = Validators(response, url);
            return new FetchOutcome.NotModified { Status = status, Validators = repeated == condition ? null : repeated };
        }

        if (status is < 200 or > 299)
        {
            using var page = AnswerJudge.WantsPage(response) ? await PageAsync(response).ConfigureAwait(false) : null;
            return AnswerJudge.Failure(response, page is null ? default : page.Written.Span, host, _tools.Time.GetUtcNow(), loggedIn: _request.Auth is not null);
        }

        var maxBytes = _request.MaxBytes ?? _tools.Settings.MaxBytes;
        var (body, damage) = await ReadAsync(response, maxBytes, _tools.Settings.MaxPackedBytes ?? maxBytes / 2).ConfigureAwait(false);
        if (AnswerJudge.Foreign(response, body.Written.Span, url, host) is { } foreign)
        {
            body.Dispose();
            return foreign;
        }

        _secrets?.Erase(MemoryMarshal.AsMemory(body.Written).Span);
        return new FetchOutcome.Fetched
        {
            Status = status,
            Url = ShownUrl(url),
            Body = body.Written,
            Owner = body,
            ContentType = Shown(response.BodyHeader("Content-Type")),
            ContentLocation = Shown(response.BodyHeader("Content-Location")),
            ContentLanguage = Shown(response.BodyHeader("Content-Language")),
            Damage = damage is null ? null : $"{host}: {damage}",
            // RFC 3229: the tag of a 226 is that of the whole feed as it is now; without the mark of the convention nobody knows what the part holds.
            Validators = damage is null && (status == 200 || (status == 226 && condition is not null && response.IsFeedDelta())) ? Validators(response, url) : null,
        };
    }

    private async ValueTask<(PooledBody Body, string? Damage)> ReadAsync(HttpResponseMessage response, long maxBytes, long maxPackedBytes)
    {
        var length = response.StatedLength();
        var stream = await response.Content.ReadAsStreamAsync(CancellationToken.None).ConfigureAwait(false);
        _body ??= new BodyReader(_tools.Memory, _clock, _tools.Settings.IdleTimeout);
        return await _body.ReadAsync(stream, response.BodyHeader("Content-Encoding"), length, maxBytes, maxPackedBytes).ConfigureAwait(false);
    }

    private async ValueTask<PooledBody?> PageAsync(HttpResponseMessage response)
    {
        try
        {
            return (await ReadAsync(response, PageBytes, PageBytes / 2).ConfigureAwait(false)).Body;
        }
#pragma warning disable CA1031 // The status is the answer; a page that cannot be read only leaves it unexplained.
        catch (Exception) when (!_stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private (FetchOutcome? Outcome, string? Next) Follow(string url, string location, string host)
    {
        var next = RedirectTarget.Resolve(url, location);
        if (next is null) return Trouble($"{host} redirects to {Cut(location)}, which is no http or https address; check the address in a browser");
        if (_hops!.Any(h => h.Url == ShownUrl(next))) return Trouble($"{host} redirects in a circle (back to {Cut(next)}); often a cookie wall, check the address in a browser");
        if (_hops!.Count > _tools.Settings.MaxRedirects) return Trouble($"more than {_tools.Settings.MaxRedirects} redirects, the last to {Cut(next)}; put the final address into the list");
        return _request.PauseOf?.Invoke(next) is { } pause ? (new FetchOutcome.Held(pause), null) : (null, next);

        (FetchOutcome?, string?) Trouble(string reason) => (new FetchOutcome.Failed(FailureKind.Redirect, reason) { Status = _hops![^1].Status }, null);
    }

    // Once, and only when the connection broke before an answer began: the server may have closed it while it was idle, or be restarting.
    private async ValueTask<bool> MayRetryAsync(Exception trouble)
    {
        var broke = FetchFailures.Find<ClosedBeforeAnswerException>(trouble) is not null
            || trouble is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }
            || trouble is HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: IOException };
        if (!broke || _retried || !_request.MayRetry || _clock.Spent is not null) return false;
        _retried = true;
        try
        {
            await Task.Delay(_tools.Settings.RetryPause, _tools.Time, _clock.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            return false;
        }
    }

    [return: NotNullIfNotNull(nameof(text))]
    private string? Shown(string? text) => _secrets is null || text is null ? text : _secrets.Mask(text);

    // A tag that holds a secret would have to be stored as it is: such a feed is asked without a condition.
    private Validators? Validators(HttpResponseMessage response, string url) =>
        response.Validators(ShownUrl(url)) is { } given && _secrets?.IsIn(given.ETag) != true && _secrets?.IsIn(given.LastModified) != true ? given : null;

    // It is kept, and is the base of the feed's links: nobody's name and password belong there, also not those of a redirect.
    private string ShownUrl(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#') is var at and >= 0 ? start + at : url.Length;
        var user = url.AsSpan(start, end - start).LastIndexOf('@');
        return Shown(user < 0 ? url : url[..start] + url[(start + user + 1)..]);
    }

    // Servers write part of it: one line, no control characters, no secret, not too long.
    private string Sentence(string reason)
    {
        reason = Shown(reason);
        if (reason.AsSpan().ContainsAnyInRange('\0', '\x1F') || reason.AsSpan().ContainsAnyInRange('\x7F', '\x9F'))
            reason = string.Concat(reason.Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return reason.Length > 480 ? reason[..480] + "…" : reason;
    }

    private static string Cut(string text) => text.Length > 200 ? text[..200] + "…" : text;

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Scheme) + address.Host + ":" + address.Port;
}
