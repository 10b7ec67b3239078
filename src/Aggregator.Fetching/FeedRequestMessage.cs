using System.Net;
using System.Net.Http.Headers;
using System.Text;
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

    /// <summary>Adds what belongs to the feed's own origin and must reach no other: the operator's headers, and the login.</summary>
    public static void AddOwn(HttpRequestMessage message, FetchRequest request, RequestSecrets secrets)
    {
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, secrets.Resolve(value));
        }

        if (request.Auth is { } auth) AddLogin(message.Headers, auth, secrets);
        else if (message.RequestUri!.UserInfo is { Length: > 0 } user) message.Headers.TryAddWithoutValidation("Authorization", Basic(Uri.UnescapeDataString(user), secrets));
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

    private static void AddLogin(HttpRequestHeaders headers, FeedAuth auth, RequestSecrets secrets)
    {
        var secret = secrets.Read(auth.Secret);
        var (name, value) = auth.Kind switch
        {
            AuthKind.Basic => ("Authorization", Basic(auth.Name is null ? secret : $"{auth.Name}:{secret}", secrets)),
            AuthKind.Bearer => ("Authorization", $"Bearer {secret}"),
            AuthKind.Cookie => ("Cookie", Cookies(secret, secrets)),
            _ => (auth.Name ?? "Authorization", secret),
        };
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }

    // Each value of "a=1; b=2" is a secret of its own.
    private static string Cookies(string cookies, RequestSecrets secrets)
    {
        foreach (var cookie in cookies.Split(';'))
            if (cookie.IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
                foreach (var form in SecretForm.Of(cookie[(equals + 1)..].Trim())) secrets.Hide(form, "***");
        return cookies;
    }

    private static string Basic(string login, RequestSecrets secrets)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(login));
        foreach (var form in SecretForm.Of(credentials)) secrets.Hide(form, "***");
        // "user:password" may come from one secret, and its password alone come back.
        if (login.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            foreach (var form in SecretForm.Of(login[(colon + 1)..])) secrets.Hide(form, "***");
        return $"Basic {credentials}";
    }
}
