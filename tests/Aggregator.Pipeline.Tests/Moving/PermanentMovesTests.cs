using Aggregator.Pipeline.Moving;
using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Tests.Moving;

public class PermanentMovesTests
{
    private const string Old = "http://old.example/feed";
    private const string New = "https://new.example/rss";
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Three_days_of_permanent_redirects_to_the_same_items_are_a_move()
    {
        Assert.IsType<MoveDecision.Wait>(Polls(Day(0)));
        Assert.IsType<MoveDecision.Wait>(Polls(Day(0), Day(1)));
        Assert.Equal(New, Assert.IsType<MoveDecision.Adopt>(Polls(Day(0), Day(1), Day(2))).To);
        Assert.IsType<MoveDecision.Adopt>(Polls(Day(0), Day(5), Day(30)));
    }

    [Fact]
    public void Many_polls_of_one_day_count_once() =>
        Assert.IsType<MoveDecision.Wait>(Polls([.. Enumerable.Range(0, 20).Select(hour => Seen(Start.AddMinutes(30 * hour)))]));

    [Fact]
    public void A_304_at_the_end_counts_as_the_feed_it_stands_for() =>
        Assert.IsType<MoveDecision.Adopt>(Polls(Day(0), Day(1), Seen(Start.AddDays(2)) with { Hops = [new(Old, 301), new(New, 304)] }));

    [Fact]
    public void A_failure_in_between_changes_nothing()
    {
        var down = Seen(Start.AddDays(1)) with { Hops = [new(Old, 301), new(New, 503)], EndIsFeed = false, SharesItems = false };
        var decision = Assert.IsType<MoveDecision.Wait>(Polls(Day(0), down));
        Assert.Equal([DateOnly.FromDateTime(Start.Date)], decision.Move.Days);
        Assert.IsType<MoveDecision.Adopt>(Polls(Day(0), down, Day(2), Day(3)));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    public void A_temporary_hop_anywhere_begins_anew(int status)
    {
        var detour = Seen(Start.AddDays(1)) with { Hops = [new(Old, 301), new("http://between.example/", status), new(New, 200)] };
        Assert.IsType<MoveDecision.Stay>(Polls(Day(0), detour));
        Assert.IsType<MoveDecision.Wait>(Polls(Day(0), detour, Day(2), Day(3)));
    }

    [Fact]
    public void An_answer_from_the_old_address_begins_anew()
    {
        var back = Seen(Start.AddDays(1)) with { Hops = [] };
        Assert.IsType<MoveDecision.Stay>(Polls(Day(0), back));
    }

    [Fact]
    public void Another_target_begins_anew()
    {
        var elsewhere = Seen(Start.AddDays(2)) with { Hops = [new(Old, 301), new("https://other.example/rss", 200)] };
        Assert.Equal("https://other.example/rss", Assert.IsType<MoveDecision.Wait>(Polls(Day(0), Day(1), elsewhere)).Move.To);
    }

    [Fact]
    public void A_parked_domain_is_no_move_however_long_it_lasts()
    {
        var parked = Enumerable.Range(0, 30).Select(day => Seen(Start.AddDays(day)) with { EndIsFeed = false, SharesItems = false });
        Assert.IsType<MoveDecision.Stay>(Polls([.. parked]));
        var otherFeed = Enumerable.Range(0, 30).Select(day => Seen(Start.AddDays(day)) with { SharesItems = false });
        Assert.IsType<MoveDecision.Stay>(Polls([.. otherFeed]));
    }

    [Theory]
    [InlineData("http://a.example/feed", "https://a.example/feed", true)]
    [InlineData("http://a.example/feed", "https://www.a.example/feed/", true)]
    [InlineData("https://www.a.example/feed", "https://a.example/feed", true)]
    [InlineData("https://a.example/feed/", "https://a.example/feed", true)]
    [InlineData("http://a.example/feed?x=1", "https://a.example/feed?x=1", true)]
    [InlineData("http://a.example/feed", "https://a.example/feed?x=1", false)]
    [InlineData("http://a.example/feed", "https://a.example/rss", false)]
    [InlineData("http://a.example/feed", "https://b.example/feed", false)]
    [InlineData("http://a.example:8080/feed", "https://a.example/feed", false)]
    public void Another_spelling_of_the_address_is_adopted_at_once(string from, string to, bool atOnce)
    {
        var seen = new MoveSighting([new(from, 308), new(to, 200)], EndIsFeed: true, SharesItems: true, Start);
        Assert.Equal(atOnce, PermanentMoves.Decide(from, seen, null, []) is MoveDecision.Adopt);
    }

    [Fact]
    public void Https_is_never_given_up() =>
        Assert.IsType<MoveDecision.Stay>(PermanentMoves.Decide("https://a.example/feed",
            new MoveSighting([new("https://a.example/feed", 301), new("http://a.example/feed", 200)], true, true, Start), null, []));

    [Fact]
    public void What_the_operator_took_back_is_not_adopted_again()
    {
        var pending = new PendingMove(New, [new(2026, 10, 1), new(2026, 10, 2)]);
        Assert.IsType<MoveDecision.Adopt>(PermanentMoves.Decide(Old, Day(0), pending, []));
        Assert.IsType<MoveDecision.Stay>(PermanentMoves.Decide(Old, Day(0), pending, [New]));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    public void Another_feed_at_first_sight_is_refused_for_good(int status)
    {
        var other = Seen(Start) with { Hops = [new(Old, status), new(New, 200)], SharesItems = false, IsOther = true };
        Assert.Equal(New, Assert.IsType<MoveDecision.Refuse>(PermanentMoves.Decide(Old, other, null, [])).To);
        // Stored, its items are known ever after.
        Assert.IsType<MoveDecision.Stay>(PermanentMoves.Decide(Old, Day(1), null, [New]));
    }

    [Fact]
    public void A_pending_move_outlives_a_day_on_which_everything_was_new()
    {
        var fresh = Seen(Start.AddDays(1)) with { SharesItems = false, IsOther = true };
        Assert.Equal(New, Assert.IsType<MoveDecision.Wait>(Polls(Day(0), fresh)).Move.To);
    }

    [Theory]
    [InlineData("https://new.example/${env:PASSWORD}")]
    [InlineData("https://new.example/***")]
    public void No_server_may_have_a_secret_filled_in(string to)
    {
        var seen = Seen(Start) with { Hops = [new(Old, 301), new(to, 200)] };
        Assert.IsType<MoveDecision.Stay>(PermanentMoves.Decide(Old, seen, new PendingMove(to, [new(2026, 10, 1), new(2026, 10, 2)]), []));
    }

    private static MoveSighting Day(int day) => Seen(Start.AddDays(day));

    private static MoveSighting Seen(DateTimeOffset at) => new([new(Old, 301), new(New, 200)], EndIsFeed: true, SharesItems: true, at);

    private static MoveDecision Polls(params MoveSighting[] polls)
    {
        MoveDecision decision = new MoveDecision.Stay();
        foreach (var poll in polls) decision = PermanentMoves.Decide(Old, poll, (decision as MoveDecision.Wait)?.Move, []);
        return decision;
    }
}
