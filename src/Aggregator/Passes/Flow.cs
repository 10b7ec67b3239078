using Aggregator.Commands;
using Aggregator.Fetching;
using Aggregator.Lists;
using Aggregator.Pipeline.Polling;
using Aggregator.Pipeline.Scheduling;
using Aggregator.Settings;

namespace Aggregator.Passes;

/// <summary>Puts the rooms together: the one place where the flow of a poll gets its network, its disk and its clock.</summary>
internal sealed class Flow : IDisposable
{
    private readonly HttpFeedFetcher _network;

    public Flow(AppSettings settings, TimeProvider time)
    {
        var folder = ListFiles.FolderOf(settings.FeedsPath);
        _network = new HttpFeedFetcher(settings.Fetching with { Version = ProgramVersion.Short }, time, new NamedSecrets(folder).Read);
        var files = new LocalFileFetcher(folder, settings.Fetching.MaxBytes);
        Poll = new FeedPoll(_network, files, new FeedSchedule(settings.Schedule), time);
    }

    public FeedPoll Poll { get; }

    public void Dispose() => _network.Dispose();
}
