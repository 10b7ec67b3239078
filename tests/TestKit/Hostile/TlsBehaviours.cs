using static Aggregator.TestKit.Hostile.HostileBehaviour;

namespace Aggregator.TestKit.Hostile;

/// <summary>TLS with certificates that are wrong in one way each. The name says how.</summary>
internal static class TlsBehaviours
{
    public static IEnumerable<HostileBehaviour> All =>
    [
        At("tls-expired", "a certificate that has expired", "https://expired.example:TLSPORT/tls-expired", "expired"),
        At("tls-not-yet", "a certificate that is not valid yet", "https://not-yet-valid.example:TLSPORT/tls-not-yet", "only"),
        At("tls-wrong-host", "a certificate for another host", "https://wrong-host.example:TLSPORT/tls-wrong-host", "another host"),
        At("tls-self-signed", "a certificate signed by itself", "https://self-signed.example:TLSPORT/tls-self-signed", "not known here"),
        At("tls-unknown-authority", "a certificate of an unknown authority", "https://unknown-authority.example:TLSPORT/tls-unknown-authority", "not known here"),
        At("tls-by-address", "a certificate for a name, asked by address", "https://127.0.0.1:TLSPORT/tls-by-address", "another host"),
        At("tls-plain-http", "plain HTTP where TLS is spoken", "https://127.0.0.1:PORT/tls-plain-http", "no TLS"),
        At("tls-ssl3", "SSL 3.0 and nothing newer", "https://ssl3.example:TLSPORT/tls-ssl3", "no TLS"),
        At("tls-10", "TLS 1.0 and nothing newer", "https://tls10.example:TLSPORT/tls-10", "no TLS"),
        At("tls-11", "TLS 1.1 and nothing newer", "https://tls11.example:TLSPORT/tls-11", "no TLS"),
        At("tls-too-new", "an alert that the client's protocols are too new", "https://too-new.example:TLSPORT/tls-too-new", "no TLS"),
        new("tls-redirect", "a redirect from http to a wrong certificate", "tls", c => c.SendAsync(c.Server.Filled("HTTP/1.1 301 Moved\r\nLocation: https://expired.example:TLSPORT/honest\r\nContent-Length: 0\r\n\r\n"))) { Says = "expired" },
        new("tls-on-plain", "TLS spoken by the client's mistake: http on the TLS port", "broken-transfer", c => c.FeedAsync()) { Address = "http://127.0.0.1:TLSPORT/tls-on-plain" },
    ];

    private static HostileBehaviour At(string name, string does, string address, string says) =>
        new(name, does, "tls", c => c.FeedAsync()) { Address = address, Says = says, Requests = 0 };
}
