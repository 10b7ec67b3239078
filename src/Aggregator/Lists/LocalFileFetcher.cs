using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Lists;

/// <summary>
/// Reads local feeds (key <c>file</c>). Takes a request whose address is an absolute path; gives its bytes, or why not; never opens a file
/// outside the list's folder, wherever links lead.
/// </summary>
/// <param name="folder">Absolute folder of the feed list.</param>
/// <param name="maxBytes">Limit of a file when the feed states none (setting <c>Fetching:MaxBytes</c>).</param>
internal sealed class LocalFileFetcher(string folder, long maxBytes) : IFeedFetcher
{
    public async ValueTask<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken stop)
    {
        try
        {
            var path = RealPath.Of(request.Url);
            if (path is null) return Failed("there is no such file");
            if (!IsBelow(path, RealPath.Of(folder) ?? folder)) return Failed("it lies outside the folder of the feed list");
            if (Directory.Exists(path)) return Failed("it is a folder");
            // Pipes and devices have no length, and opening one may wait for ever.
            if (new FileInfo(path).Length == 0) return Failed("it is empty, or no regular file");

            var limit = request.MaxBytes ?? maxBytes;
            await using var stream = new FileStream(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous });
            if (stream.Length > limit)
                return new FetchOutcome.Failed(FailureKind.TooLarge, $"{request.Url} has {Sizes.Format(stream.Length)}, more than the limit of {Sizes.Format(limit)}; maxBytes raises it for this feed");

            var body = new byte[stream.Length];
            var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, stop).ConfigureAwait(false);
            return new FetchOutcome.Fetched { Url = new Uri(path).AbsoluteUri, Body = body.AsMemory(0, length), WireBytes = length };
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Failed(trouble.Message);
        }

        FetchOutcome.Failed Failed(string why) => new(FailureKind.FileNotReadable, $"{request.Url} cannot be read: {why}");
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar,
            OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
