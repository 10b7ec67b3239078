namespace Aggregator.Pipeline.Subscribing;

/// <summary>
/// Makes the text of the feed lists into subscriptions.
/// Takes the bytes of every list file; gives the feeds in list order and every problem with file, line and key; never opens a file, never throws
/// for any input, and never gives half a list: an error leaves no feeds.
/// </summary>
public static class FeedListReader
{
    /// <summary>A larger file is refused; 100,000 feeds with every key fit several times.</summary>
    public const int MaxFileBytes = 64 << 20;

    /// <param name="files">The files of one folder, or one file.</param>
    /// <param name="settings">What the settings give to every feed.</param>
    public static FeedList Read(IReadOnlyList<ListFile> files, ListSettings settings) => new([], []);
}
