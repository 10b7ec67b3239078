using Aggregator.Commands;
using Aggregator.Lists;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Passes;

/// <summary>The feed list as commands load it: every problem is told, and a list with errors is refused.</summary>
internal static class ListLoad
{
    /// <returns>The list; null when it was refused.</returns>
    public static FeedList? Load(CommandContext context)
    {
        var list = ListFiles.Load(context.Settings.FeedsPath, new ListSettings { Every = context.Settings.Every });
        foreach (var problem in list.Problems) context.Terminal.Error.WriteLine($"aggregator: {problem}");
        return list.HasErrors ? null : list;
    }

    /// <summary>Says once that servers beyond this machine cannot tell who polls them: a polite user agent carries a contact.</summary>
    public static void AskForContact(CommandContext context, FeedList list)
    {
        if (context.Settings.Fetching.Contact is null && list.Feeds.Any(IsRemote))
            context.Terminal.Error.WriteLine("aggregator: Fetching:Contact is empty, so servers cannot tell who polls them; set it to your web page or mail address.");
    }

    private static bool IsRemote(Subscription feed) => feed.FilePath is null && Uri.TryCreate(feed.Url, UriKind.Absolute, out var url) && !url.IsLoopback;
}
