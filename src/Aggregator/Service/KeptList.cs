using System.Text.Json;
using System.Text.Json.Serialization;
using Aggregator.Archive.Sqlite;
using Aggregator.Passes;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Service;

/// <summary>The last good list, kept in the archive: the service starts with it when the files do not load.</summary>
/// <param name="Since">When it was taken.</param>
/// <param name="Feeds">Its feeds.</param>
internal sealed record KeptList(string Since, IReadOnlyList<Subscription> Feeds)
{
    private const string List = "feed-list";
    private const string Taken = "feed-list-since";

    public static async Task<KeptList?> LoadAsync(SqliteArchive archive)
    {
        if (await archive.FactAsync(List) is not { } text) return null;
        return JsonSerializer.Deserialize(text, KeptListJson.Default.IReadOnlyListSubscription) is { } feeds ? new KeptList(await archive.FactAsync(Taken) ?? "an unknown time", feeds) : null;
    }

    public static async Task KeepAsync(SqliteArchive archive, IReadOnlyList<Subscription> feeds, DateTimeOffset now)
    {
        if (await archive.KeepFactAsync(List, JsonSerializer.Serialize(feeds, KeptListJson.Default.IReadOnlyListSubscription)))
            await archive.KeepFactAsync(Taken, PassReport.Stamp(now));
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(IReadOnlyList<Subscription>))]
internal sealed partial class KeptListJson : JsonSerializerContext;
