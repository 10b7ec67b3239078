namespace Aggregator.Settings;

/// <summary>A value as one layer gives it.</summary>
/// <param name="Key">The key with colons, as written.</param>
/// <param name="Text">The value.</param>
/// <param name="Place">Where it stands, for messages.</param>
/// <param name="Folder">What a relative path in it is relative to.</param>
internal sealed record SettingValue(string Key, string Text, string Place, string Folder);
