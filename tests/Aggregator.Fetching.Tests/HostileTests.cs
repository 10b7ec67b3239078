using System.Diagnostics;
using System.Net;
using System.Text;
using Aggregator.Fetching.Addresses;
using Aggregator.Pipeline.Ports;
using Aggregator.TestKit.Hostile;

namespace Aggregator.Fetching.Tests;

/// <summary>Runs the whole table of hostile behaviours, many at once, beside an honest feed that must not notice.</summary>
[Collection("Alone")]
public class HostileTests
{
    // Short budgets for what is slow on purpose, patient ones for everything else: a busy machine must not look like a slow server.
    private static readonly TimeSpan Total = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Every_behaviour_has_the_outcome_of_the_table()
    {
        Assert.InRange(HostileTable.All.Count, 200, 1000);
        await using var server = new HostileServer(HostileTable.All);
        using var hurried = new HttpFeedFetcher(Hurried(server), TimeProvider.System, null, (host, stop) => NameBehaviours.ResolveAsync(host, IPAddress.Loopback, stop));
        using var patient = new HttpFeedFetcher(Patient(server), TimeProvider.System, null, (host, stop) => NameBehaviours.ResolveAsync(host, IPAddress.Loopback, stop));
        var wrong = new List<string>();
        var honest = HonestAsync(patient, server.Filled("http://127.0.0.1:PORT/honest"), TestContext.Current.CancellationToken);
        await Parallel.ForEachAsync(HostileTable.All, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (behaviour, stop) =>
        {
            foreach (var complaint in await PollAsync(IsSlow(behaviour) ? hurried : patient, server, behaviour, stop))
                lock (wrong) wrong.Add($"{behaviour.Name}: {complaint}");
        });
        var slowest = await honest;
        wrong.Sort(StringComparer.Ordinal);
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {HostileTable.All.Count}:\n{string.Join('\n', wrong)}");
        Assert.Equal(0, server.CanaryHits);
        Assert.Equal((0, 0), (hurried.HeldBytes, patient.HeldBytes));
        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void The_names_are_unique_and_told_in_words()
    {
        Assert.Equal(HostileTable.All.Count, HostileTable.All.Select(b => b.Name).Distinct().Count());
        Assert.All(HostileTable.All, behaviour => Assert.True(behaviour.Does.Length > 5, behaviour.Name));
    }

    private static bool IsSlow(HostileBehaviour behaviour) => behaviour.Outcome == "timeout" || behaviour.Name.StartsWith("slow-", StringComparison.Ordinal);

    private static FetchSettings Hurried(HostileServer server) => Patient(server) with
    {
        ConnectTimeout = TimeSpan.FromSeconds(2),
        HeadersTimeout = TimeSpan.FromSeconds(3.5),
        IdleTimeout = TimeSpan.FromSeconds(4),
        TotalTimeout = Total,
    };

    private static FetchSettings Patient(HostileServer server) => new()
    {
        AllowNetworks = [Only(server.Port), Only(server.TlsPort), Only(1), new AllowedNetwork(IPNetwork.Parse("127.0.0.77/32"), null)],
        ConnectTimeout = TimeSpan.FromSeconds(25),
        HeadersTimeout = TimeSpan.FromSeconds(30),
        IdleTimeout = TimeSpan.FromSeconds(30),
        TotalTimeout = TimeSpan.FromSeconds(60),
        MaxBytes = 1 << 20,
        RetryPause = TimeSpan.FromMilliseconds(10),
    };

    private static AllowedNetwork Only(int port) => new(IPNetwork.Parse("127.0.0.1/32"), port);

    private static async Task<List<string>> PollAsync(HttpFeedFetcher fetcher, HostileServer server, HostileBehaviour behaviour, CancellationToken stop)
    {
        var wrong = new List<string>();
        Validators? validators = null;
        foreach (var expected in (string?[])[behaviour.Outcome, behaviour.Second])
        {
            if (expected is null) continue;
            var started = Stopwatch.GetTimestamp();
            var outcome = await fetcher.FetchAsync(new FetchRequest { Url = server.Address(behaviour), Validators = validators }, stop);
            var took = Stopwatch.GetElapsedTime(started);
            var found = Told(outcome);
            if (found != expected) wrong.Add($"expected '{expected}', found '{found}' ({(outcome as FetchOutcome.Failed)?.Reason})");
            if (IsSlow(behaviour) && took > Total + TimeSpan.FromSeconds(2)) wrong.Add($"took {took}");
            switch (outcome)
            {
                case FetchOutcome.Fetched fetched:
                    if (Complaint(behaviour, Encoding.Latin1.GetString(fetched.Body.Span), fetched.Damage is not null) is { } about) wrong.Add(about);
                    validators = fetched.Validators;
                    fetched.Dispose();
                    break;
                case FetchOutcome.Failed { Reason: var reason }:
                    if (reason.Length is < 10 or > 500 || reason.Any(char.IsControl)) wrong.Add($"says: {reason}");
                    if (behaviour.Says is { } says && !reason.Contains(says, StringComparison.OrdinalIgnoreCase)) wrong.Add($"does not say '{says}': {reason}");
                    break;
            }
        }

        if (behaviour.Requests is { } requests && server.Requests(behaviour.Name) != requests) wrong.Add($"{server.Requests(behaviour.Name)} requests instead of {requests}");
        return wrong;
    }

    private static string Told(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched { Damage: not null, Validators: not null } => "a damaged feed with validators",
        FetchOutcome.Fetched { Damage: not null } => HostileBehaviour.Damaged,
        FetchOutcome.Fetched { Validators: not null } => HostileBehaviour.Kept,
        FetchOutcome.Fetched => HostileBehaviour.Feed,
        FetchOutcome.NotModified => HostileBehaviour.NotModified,
        FetchOutcome.Failed failed => failed.Kind.Name(),
        _ => throw new UnreachableException(),
    };

    private static string? Complaint(HostileBehaviour behaviour, string body, bool damaged)
    {
        if (body.Contains("POISON", StringComparison.Ordinal)) return "POISON was read";
        if (damaged) return body.StartsWith("<?xml", StringComparison.Ordinal) ? null : "a damaged body does not begin as the feed does";
        var expected = behaviour.Body ?? HostileServer.Feed;
        var same = behaviour.Body is null || expected.Length == 0 ? body == expected || behaviour.Second is not null : body.StartsWith(expected, StringComparison.Ordinal);
        return same ? null : $"another body: {body[..Math.Min(80, body.Length)]}";
    }

    // The neighbour: polled without pause while the others misbehave. Its slowest poll is what hostile feeds cost an honest one.
    private static async Task<TimeSpan> HonestAsync(HttpFeedFetcher fetcher, string url, CancellationToken stop)
    {
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 100; i++)
        {
            var started = Stopwatch.GetTimestamp();
            (await fetcher.FetchAsync(new FetchRequest { Url = url }, stop)).Body(HostileServer.Feed).Dispose();
            var took = Stopwatch.GetElapsedTime(started);
            if (took > slowest) slowest = took;
            await Task.Delay(20, stop);
        }

        return slowest;
    }
}
