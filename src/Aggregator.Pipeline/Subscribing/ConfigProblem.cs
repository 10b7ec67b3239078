namespace Aggregator.Pipeline.Subscribing;

/// <summary>Something wrong in a feed list.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">Line from 1; 0 when it has no place.</param>
/// <param name="Key">The key it is about, such as <c>groups[0].feeds[2].every</c>; null when it is about no key.</param>
/// <param name="Message">One sentence: what is wrong and what would be right.</param>
/// <param name="IsError">True: the list is refused. False: a warning; the entry is left out or read as the message says.</param>
public sealed record ConfigProblem(string File, int Line, string? Key, string Message, bool IsError)
{
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(IsError ? "error" : "warning")}: {(Key is null ? "" : $"{Key}: ")}{Message}";
}
