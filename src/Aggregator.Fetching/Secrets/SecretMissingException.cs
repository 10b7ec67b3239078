namespace Aggregator.Fetching;

/// <summary>Carries the name of a secret that cannot be sent out of the making of a request, with what to do about it.</summary>
internal sealed class SecretMissingException(string sentence) : Exception(sentence);
