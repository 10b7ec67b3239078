using Aggregator.Feeds;

namespace Aggregator.Fuzz.Judging;

/// <summary>
/// Double the input, at most 2.5 times the time: a piece of a mutant, repeated n and 2n times inside a feed. Processor time, as another process
/// may hold the machine during one of the two.
/// </summary>
internal static class LinearOracle
{
    /// <param name="piece">What is repeated.</param>
    /// <param name="size">Bytes of the smaller document.</param>
    /// <param name="floor">Below this the clock, a collection or another process decides, not the reader.</param>
    internal static Finding? Judge(byte[] piece, int size, TimeSpan floor)
    {
        if (piece.Length == 0)
            return null;
        var times = Math.Max(1, size / piece.Length);
        var half = Document(piece, times);
        var whole = Document(piece, 2 * times);
        // Measured again before it counts: three pairs must agree.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var (first, second) = (Fastest(half), Fastest(whole));
            if (second < floor || second < 2.5 * first)
                return null;
        }
        return new Finding("time", $"twice the input takes over 2.5 times as long: {Fastest(half).TotalMilliseconds:0} and {Fastest(whole).TotalMilliseconds:0} ms", whole);
    }

    private static byte[] Document(byte[] piece, int times)
    {
        var head = "<rss version='2.0'><channel><title>t</title><item><description>"u8;
        var document = new byte[head.Length + piece.Length * times];
        head.CopyTo(document);
        for (var i = 0; i < times; i++)
            piece.CopyTo(document.AsSpan(head.Length + i * piece.Length));
        return document;
    }

    private static TimeSpan Fastest(byte[] document)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            _ = FeedReader.Read(document, ReadContext.None);
            var spent = Environment.CpuUsage.TotalTime - before;
            fastest = spent < fastest ? spent : fastest;
        }
        return fastest;
    }
}
