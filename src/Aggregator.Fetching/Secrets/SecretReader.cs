namespace Aggregator.Fetching;

/// <summary>Reads a secret that the list names: <c>env:NAME</c> or <c>file:PATH</c>. Null when it is not there.</summary>
public delegate string? SecretReader(string reference);
