namespace Aggregator.Settings;

/// <summary>One setting: its key and how its text becomes a value.</summary>
/// <param name="Name">The key with colons.</param>
/// <param name="Default">The default as it would be written; taken through the same way as any other value.</param>
/// <param name="Apply">Takes the settings so far and the value; gives the new settings, or what is wrong with the value.</param>
internal sealed record SettingKey(string Name, string Default, Func<AppSettings, SettingValue, (AppSettings? Settings, string? Wrong)> Apply);
