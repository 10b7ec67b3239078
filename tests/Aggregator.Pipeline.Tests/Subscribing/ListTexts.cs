using System.Text;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Subscribing;

/// <summary>Lists from texts, for tests.</summary>
internal static class ListTexts
{
    public const string Folder = "/lists";

    public static ListFile File(string name, string text) => new(name, Folder, Encoding.UTF8.GetBytes(text));

    public static FeedList Read(params ListFile[] files) => FeedListReader.Read(files, new ListSettings());

    public static FeedList Json(string text) => Read(File("feeds.json", text));

    public static FeedList Text(string text) => Read(File("x.feeds.txt", text));

    public static string Shown(FeedList list) => string.Join('\n', list.Problems);

    /// <summary>The only feed of a list without problems.</summary>
    public static Subscription Only(FeedList list)
    {
        Assert.Equal("", Shown(list));
        return Assert.Single(list.Feeds);
    }
}
