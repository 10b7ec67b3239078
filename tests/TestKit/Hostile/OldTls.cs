using System.Text;

namespace Aggregator.TestKit.Hostile;

/// <summary>Begins a handshake as servers of old protocols do, byte by byte: the TLS library here speaks them no more.</summary>
internal static class OldTls
{
    private const byte Handshake = 22, Alert = 21;

    /// <summary>The answer to a ClientHello by the name in it; null for names that get real TLS.</summary>
    public static byte[]? Answer(ReadOnlySpan<byte> hello) =>
        Names(hello, "ssl3.example") ? ServerHello(0)
        : Names(hello, "tls10.example") ? ServerHello(1)
        : Names(hello, "tls11.example") ? ServerHello(2)
        : Names(hello, "too-new.example") ? [Alert, 3, 1, 0, 2, 2, 70] // fatal, protocol_version (RFC 5246, 7.2)
        : null;

    private static bool Names(ReadOnlySpan<byte> hello, string host) => hello.IndexOf(Encoding.ASCII.GetBytes(host)) >= 0;

    // RFC 5246, 7.4.1.3: version, 32 bytes of random, no session, TLS_RSA_WITH_AES_128_CBC_SHA, no compression.
    private static byte[] ServerHello(byte minor)
    {
        byte[] body = [3, minor, .. Enumerable.Range(0, 32).Select(i => (byte)(i * 7)), 0, 0x00, 0x2F, 0];
        byte[] message = [2, 0, 0, (byte)body.Length, .. body];
        return [Handshake, 3, minor, 0, (byte)message.Length, .. message];
    }
}
