namespace Aggregator.Pipeline.Subscribing;

/// <summary>A feed that is to be added to the list.</summary>
/// <param name="Url">Its address.</param>
public sealed record NewFeed(string Url)
{
    public string? Title { get; init; }

    /// <summary>The group it is added to, made when there is none of the name; null: the top level.</summary>
    public string? Group { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Null: as the defaults have it.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>The entry in one line: an address alone where nothing else is said.</summary>
    internal string Json()
    {
        List<string> keys = [$"\"url\": {JsonText.Quoted(Url)}"];
        if (Title is not null) keys.Add($"\"title\": {JsonText.Quoted(Title)}");
        if (Tags.Count > 0) keys.Add($"\"tags\": [{string.Join(", ", Tags.Select(JsonText.Quoted))}]");
        if (Every is { } every) keys.Add($"\"every\": {JsonText.Quoted(Durations.Format(every))}");
        return keys.Count == 1 ? JsonText.Quoted(Url) : $"{{ {string.Join(", ", keys)} }}";
    }
}
