namespace Aggregator.Queries;

/// <summary>What the command line asks for: a statement and the values of its parameters.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Values">By name, without the colon.</param>
internal sealed record QueryRequest(string Sql, IReadOnlyDictionary<string, object?> Values)
{
    /// <param name="given">SQL, <c>-</c>, or <c>@name</c>.</param>
    /// <param name="written">The <c>name=value</c> of each <c>--param</c>.</param>
    /// <param name="folder">Where saved queries are.</param>
    /// <param name="input">What <c>-</c> reads.</param>
    /// <returns>The request, or one sentence that says what is wrong.</returns>
    public static (QueryRequest? Request, string? Refusal) Of(string given, IReadOnlyList<string> written, QueryFolder folder, TextReader input)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var parameter in written)
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                return (null, $"--param '{parameter}' is not of the form name=value");
            if (!values.TryAdd(parameter[..equals].TrimStart(':', '@', '$'), ParameterText.Read(parameter[(equals + 1)..])))
                return (null, $"--param {parameter[..equals]} is given twice");
        }
        if (given == "-")
            return (new(input.ReadToEnd(), values), null);
        if (!given.StartsWith('@'))
            return (new(given, values), null);

        var (query, refusal) = folder.Find(given[1..]);
        if (query is null)
            return (null, refusal);
        foreach (var parameter in query.Parameters)
        {
            if (!parameter.Required)
                values.TryAdd(parameter.Name, parameter.Default);
            else if (!values.ContainsKey(parameter.Name))
                return (null, $"{given} needs --param {parameter.Name}=VALUE{(parameter.Meaning.Length == 0 ? "" : $" ({parameter.Meaning})")}");
        }
        return (new(query.Sql, values), null);
    }
}
