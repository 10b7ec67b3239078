namespace Aggregator.Settings;

/// <summary>Something wrong in the settings.</summary>
/// <param name="Place">Where it stands: <c>appsettings.json:12</c>, <c>AGGREGATOR__Polling__Parallel</c>, <c>--set</c>.</param>
/// <param name="Key">The key it is about; null when it is about no key.</param>
/// <param name="Message">One sentence: what is wrong and what would be right.</param>
internal sealed record SettingProblem(string Place, string? Key, string Message)
{
    public override string ToString() => $"{Place}: {(Key is null ? "" : $"{Key}: ")}{Message}";
}
