using System.Globalization;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>Instants as the archive stores them: ISO 8601 UTC text in whole seconds, sortable as text.</summary>
internal static class Stamp
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? at) => at is { } known ? Text(known) : null;

    /// <summary>Rounded up: a time not to be undercut, such as when a server may be asked again.</summary>
    public static string? NotBefore(DateTimeOffset? at)
    {
        if (at is not { } known) return null;
        var rest = known.UtcTicks % TimeSpan.TicksPerSecond;
        return Text(rest == 0 || known.UtcTicks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerSecond ? known : known.AddTicks(TimeSpan.TicksPerSecond - rest));
    }

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateTimeOffset? ParseOrNull(string? text) => text is null ? null : Parse(text);
}
