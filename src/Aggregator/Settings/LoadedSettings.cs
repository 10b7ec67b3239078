namespace Aggregator.Settings;

/// <summary>What loading gave.</summary>
/// <param name="Settings">The settings; null when there is any problem.</param>
/// <param name="Problems">Everything that is wrong, in the order of the layers.</param>
internal sealed record LoadedSettings(AppSettings? Settings, IReadOnlyList<SettingProblem> Problems);
