namespace Aggregator.Pipeline.Normalizing;

/// <summary>What two spellings of one page's address have in common. Keys are hashed and stored, so a change here orphans stored ones.</summary>
/// <param name="Strict">Host without <c>www.</c>, path without trailing slash and index file, parameters sorted.</param>
/// <param name="Loose">The same without second-tier parameters.</param>
/// <param name="IsHomePage">Nothing but a host is left.</param>
internal readonly record struct MatchKey(string Strict, string Loose, bool IsHomePage)
{
    /// <summary>Makes the key of an address in normal form.</summary>
    /// <param name="scheme">With its colon; empty for http and https, which are one.</param>
    /// <param name="host">Without device labels.</param>
    /// <param name="port">Empty for the default.</param>
    /// <param name="path">Normal form.</param>
    /// <param name="query">Normal form with its question mark; may be empty.</param>
    /// <param name="fragment">With its hash; may be empty.</param>
    public static MatchKey Of(
        ReadOnlySpan<char> scheme, ReadOnlySpan<char> host, ReadOnlySpan<char> port, ReadOnlySpan<char> path, ReadOnlySpan<char> query, ReadOnlySpan<char> fragment)
    {
        path = WithoutIndex(path).TrimEnd('/');
        var colon = port.IsEmpty ? "" : ":";
        if (query.IsEmpty)
        {
            var plain = string.Concat(string.Concat(scheme, host, colon, port), path, fragment);
            return new MatchKey(plain, plain, path.IsEmpty && fragment.IsEmpty);
        }

        var start = string.Concat(string.Concat(scheme, host, colon, port), path);
        var (sorted, doubtful) = Sorted(query[1..]);
        var strict = Join(start, sorted, fragment);
        if (doubtful == 0) return new MatchKey(strict, strict, false);
        sorted.RemoveAll(p => TrackingParameters.IsDoubtful(NameOf(p), ValueOf(p)));
        return new MatchKey(strict, Join(start, sorted, fragment), sorted.Count == 0 && path.IsEmpty && fragment.IsEmpty);
    }

    /// <summary>The name of a parameter, without the <c>amp;</c> that an address escaped twice leaves before it.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> parameter)
    {
        if (parameter.StartsWith("amp;")) parameter = parameter[4..];
        var equals = parameter.IndexOf('=');
        return equals < 0 ? parameter : parameter[..equals];
    }

    private static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> parameter)
    {
        var equals = parameter.IndexOf('=');
        return equals < 0 ? [] : parameter[(equals + 1)..];
    }

    private static ReadOnlySpan<char> WithoutIndex(ReadOnlySpan<char> path)
    {
        var slash = path.LastIndexOf('/');
        return path[(slash + 1)..] is "index.html" or "index.htm" or "index.php" ? path[..(slash + 1)] : path;
    }

    private static (List<string> Sorted, int Doubtful) Sorted(ReadOnlySpan<char> query)
    {
        var (parameters, doubtful) = (new List<string>(4), 0);
        foreach (var range in query.Split('&'))
        {
            var parameter = query[range];
            if (parameter.StartsWith("amp;")) parameter = parameter[4..];
            if (TrackingParameters.IsDoubtful(NameOf(parameter), ValueOf(parameter))) doubtful++;

            parameters.Add(parameter.ToString());
        }

        // Stable and by name alone: the order of equal names may mean something.
        if (parameters.Count > 1) parameters = [.. parameters.OrderBy(p => NameOf(p).ToString(), StringComparer.Ordinal)];
        return (parameters, doubtful);
    }

    private static string Join(string start, List<string> parameters, ReadOnlySpan<char> fragment) =>
        string.Concat(start, parameters.Count == 0 ? "" : "?", string.Join('&', parameters), fragment);
}
