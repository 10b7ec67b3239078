using Aggregator.Archive.Contract;
using Aggregator.Archive.Sqlite.Upkeep;
using Dapper;

namespace Aggregator.Archive.Sqlite.Tests.Upkeep;

public sealed class MoveUndoTests
{
    [Fact]
    public async Task A_move_is_taken_back_beside_the_service_and_refused_from_then_on()
    {
        using var temp = new TempArchive();
        var time = TimeProvider.System;
        using var archive = SqliteArchive.Open(temp.Path, time);
        var id = (await archive.SubscribeAsync([Make.Feed("a")], Make.Noon))[0];
        Assert.Null(MoveUndo.Undo(temp.Path, id, time));
        await using (var batch = await archive.BeginAsync())
        {
            await batch.WriteAsync(Make.Answer(id, Make.Noon.AddDays(1)), [], await batch.StateAsync(id) with { MovedTo = "https://new.example/", NextPollAt = Make.Noon.AddDays(2) });
            await batch.CommitAsync();
        }

        Assert.Equal(("https://new.example/", Make.Feed("a").Url), MoveUndo.Undo(temp.Path, id, time));
        var state = (await archive.StatesAsync([id]))[0];
        Assert.Null(state.MovedTo);
        Assert.Equal(["https://new.example/"], state.RefusedMoves);
        Assert.Equal(
            ["https://a.example/feed.xml configured until", "https://new.example/ moved until", "https://a.example/feed.xml configured"],
            archive.Connection.Query<string>("SELECT url || ' ' || reason || iif(until_at IS NULL, '', ' until') FROM feed_urls ORDER BY from_at"));
        Assert.Null(MoveUndo.Undo(temp.Path, id, time));
    }
}
