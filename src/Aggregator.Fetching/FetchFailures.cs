using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using Aggregator.Fetching.Addresses;
using Aggregator.Fetching.Bodies;
using Aggregator.Fetching.Connecting;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Fetching;

/// <summary>Says what ended a fetch: its kind, what was seen, and what to try.</summary>
internal static class FetchFailures
{
    /// <summary>The failure that an exception of the framework stands for.</summary>
    public static FetchOutcome.Failed From(Exception trouble, string host, TimeBudget? spent, FetchSettings settings, TimeSpan total)
    {
        if (Find<AddressRefusedException>(trouble) is { } refused) return new(FailureKind.AddressRefused, refused.Message);
        // A budget that ran out closes the connection, which then looks as if the server had.
        if (spent is { } budget && trouble is OperationCanceledException or IOException or HttpRequestException) return Late(host, budget, settings, total);
        if (Find<ClosedBeforeAnswerException>(trouble) is not null)
            return new(FailureKind.BrokenTransfer, $"{host} closed the connection before it answered, twice; it is tried again at the next poll");
        if (Find<BodyRefusedException>(trouble) is { } body)
            return new(body.TooLarge ? FailureKind.TooLarge : FailureKind.BrokenTransfer, $"{host}: {body.Message}");
        if (Find<TlsRefusedException>(trouble) is { } certificate)
            return new(FailureKind.Tls, $"{host} was not trusted: {certificate.Message}; tell its operator, or set ignoreTls for this feed");
        if (Find<AuthenticationException>(trouble) is { } handshake)
            return new(FailureKind.Tls, $"{host} and this program agree on no TLS ({Short(handshake)}); the server's TLS is too old or broken, try the feed's http address");
        if (trouble is OperationCanceledException && Find<TimeoutException>(trouble) is not null)
            return new(FailureKind.Timeout, $"{host} could not be connected to within {Words(settings.ConnectTimeout)} (ConnectTimeout); it is down, far away, or drops requests from here");
        return trouble is HttpRequestException http ? From(http, host) : Find<HttpIOException>(trouble) is { } broken ? Broken(broken.HttpRequestError, broken, host)
            : new(FailureKind.BrokenTransfer, $"the transfer from {host} broke off ({Short(trouble)}); it is tried again at the next poll");
    }

    private static FetchOutcome.Failed From(HttpRequestException trouble, string host)
    {
        if (Find<SocketException>(trouble) is { } socket)
        {
            if (trouble.HttpRequestError == HttpRequestError.NameResolutionError || socket.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain)
                return new(FailureKind.NameNotFound, socket.SocketErrorCode == SocketError.TryAgain
                    ? $"the name {host} could not be looked up just now; if it stays so, check this machine's name server"
                    : $"there is no host named {host}; check the address in the list");
            if (trouble.HttpRequestError == HttpRequestError.ConnectionError)
                return new(FailureKind.ConnectionFailed, socket.SocketErrorCode == SocketError.ConnectionRefused
                    ? $"nobody answers at {host} (connection refused); the server is down or the port is wrong"
                    : $"{host} cannot be reached ({Short(socket)}); the server or the network is down");
        }

        return Broken(trouble.HttpRequestError, trouble, host);
    }

    private static FetchOutcome.Failed Broken(HttpRequestError error, Exception trouble, string host) => error switch
    {
        HttpRequestError.NameResolutionError => new(FailureKind.NameNotFound, $"there is no host named {host}; check the address in the list"),
        HttpRequestError.ConnectionError => new(FailureKind.ConnectionFailed, $"{host} cannot be reached ({Short(trouble)}); the server or the network is down"),
        HttpRequestError.SecureConnectionError => new(FailureKind.Tls, $"{host} and this program agree on no TLS ({Short(trouble.InnerException ?? trouble)}); perhaps it speaks only http on this port"),
        HttpRequestError.ConfigurationLimitExceeded => new(FailureKind.TooLarge, $"{host} sends more headers than the limit; the server is misconfigured"),
        HttpRequestError.ResponseEnded => new(FailureKind.BrokenTransfer, $"{host} closed the connection before the answer was complete; it is tried again at the next poll"),
        _ => new(FailureKind.BrokenTransfer, $"{host} broke HTTP ({Short(trouble)}); if it stays so, tell its operator"),
    };

    private static FetchOutcome.Failed Late(string host, TimeBudget budget, FetchSettings settings, TimeSpan total) => new(FailureKind.Timeout, budget switch
    {
        TimeBudget.Headers => $"{host} gave no answer within {Words(settings.HeadersTimeout)} (HeadersTimeout); it is slow or overloaded, try again later",
        TimeBudget.Idle => $"{host} fell silent for {Words(settings.IdleTimeout)} inside the answer (IdleTimeout); try again later",
        TimeBudget.Room => $"too many large answers were in flight, so that {host} found no room within {Words(total)}; raise Fetching:MemoryBudget if it happens often",
        _ => $"{host} did not finish within {Words(total)} (TotalTimeout); raise timeout for this feed if it is always so slow",
    });

    private static string Words(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.###} s");

    private static string Short(Exception trouble)
    {
        var text = trouble.Message.Split('\n')[0].Trim().TrimEnd('.');
        return text.Length > 160 ? text[..160] : text;
    }

    public static T? Find<T>(Exception? trouble)
        where T : Exception
    {
        for (; trouble is not null; trouble = trouble.InnerException)
            if (trouble is T found) return found;
        return null;
    }
}
