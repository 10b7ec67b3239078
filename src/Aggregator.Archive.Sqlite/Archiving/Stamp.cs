using System.Globalization;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>Instants as the archive stores them: ISO 8601 UTC text in whole seconds, sortable as text.</summary>
internal static class Stamp
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Text(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:s}Z");

    public static string? Text(DateTimeOffset? at) => at is { } known ? Text(known) : null;

    /// <summary>Rounded up: a time not to be undercut, such as when a server may be asked again.</summary>
    public static string? NotBefore(DateTimeOffset? at)
    {
        if (at is not { } known) return null;
        var rest = known.UtcTicks % TimeSpan.TicksPerSecond;
        return Text(rest == 0 || known.UtcTicks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerSecond ? known : known.AddTicks(TimeSpan.TicksPerSecond - rest));
    }

    /// <exception cref="ArchiveUnavailableException">We wrote no such text: the file is damaged.</exception>
    public static DateTimeOffset Parse(string text) =>
        Readable(text) ?? throw new ArchiveUnavailableException($"the archive is damaged (the text '{text}' stands where a time should be): keep the file, and run `archive check`");

    public static DateTimeOffset? ParseOrNull(string? text) => text is null ? null : Parse(text);

    /// <summary>Null also for a text that is no instant: a damaged time of a feed must not keep it, or others, from being polled.</summary>
    public static DateTimeOffset? Readable(string? text) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
