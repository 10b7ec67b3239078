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
}
