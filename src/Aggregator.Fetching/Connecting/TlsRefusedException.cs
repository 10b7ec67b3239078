namespace Aggregator.Fetching.Connecting;

/// <summary>Carries the reason why a certificate was refused out of the handshake.</summary>
internal sealed class TlsRefusedException(string reason) : Exception(reason);
