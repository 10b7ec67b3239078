namespace Aggregator.Fetching;

/// <summary>Carries the name of a secret that is not there out of the making of a request.</summary>
internal sealed class SecretMissingException(string reference) : Exception(reference);
