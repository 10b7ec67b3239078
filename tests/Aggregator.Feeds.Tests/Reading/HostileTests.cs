using System.Diagnostics;
using System.Text;

namespace Aggregator.Feeds.Tests.Reading;

/// <summary>
/// Input that is made to hurt: each ends soon, takes little memory above itself, and costs no sibling. What counts is processor time, so
/// that a busy machine does not matter: these tests run alone. What is quadratic misses the bound by far.
/// </summary>
[Collection(nameof(HostileTests))]
[CollectionDefinition(nameof(HostileTests), DisableParallelization = true)]
public sealed class HostileTests
{
    private const int Repeats = 300_000;
    // What is read is given out, so many items take memory whatever they hold; for all else there is this.
    private const long MostMemory = 100_000_000;
    private const long MostMemoryOfAnItem = 300;
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(4);
    private const string Head = "<rss version=\"2.0\"><channel><title>C</title><item><title>before</title></item>";
    private const string Tail = "<item><title>after</title></item></channel></rss>";

    public static TheoryData<string, string, string> Rules => new()
    {
        // what, repeated, item that must survive
        { "stray end tags", "</x>", "after" },
        { "open tags without end", "<x>", "before" },
        { "comments never closed", "<!-- x ", "before" },
        { "CDATA never closed", "<![CDATA[ x ", "before" },
        { "instructions never closed", "<?x ", "before" },
        { "bare ampersands", "& ", "after" },
        { "bare less-than", "< ", "after" },
        { "less-than before words", "<b ", "before" },
        { "lost quotes", "<a b=\"c>", "before" },
        { "lost apostrophes", "<a b='c>", "before" },
        { "less-than in values", "<a b=\"<", "before" },
        { "less-than in closed values", "<a b=\"<\"/>", "after" },
        { "unknown entities", "&unknown;", "after" },
        { "entities without end", "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "after" },
        { "items in items", "<item>", "before" },
        { "titles in titles", "<item><title>", "before" },
        { "fields in fields", "<item><title><guid>", "before" },
        { "undeclared prefixes", "<p:q/>", "after" },
        { "end tags without name", "</>", "after" },
        { "declarations", "<!x>", "after" },
        { "DOCTYPEs", "<!DOCTYPE a [ ]>", "after" },
        { "DOCTYPEs never closed", "<!DOCTYPE a [ ", "before" },
        { "namespaces", "<a xmlns:b=\"c\"/>", "after" },
        { "namespaces in scope", "<a xmlns:b=\"c\">", "before" },
        { "wrong case", "<a></A>", "after" },
        { "duplicate attributes", "<a b=\"\" b=\"\"/>", "after" },
        { "]]> in text", "]]> ", "after" },
        { "quotes", "\"", "after" },
        { "unclosed descriptions", "<item><description>x<p>y", "before" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_met_300_000_times_stays_linear(string what, string repeated, string survivor)
    {
        var document = Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat(repeated, Repeats)) + Tail);
        var feed = Read(document, what);
        Assert.Contains(feed.Items, item => item.Title?.Value.StartsWith(survivor, StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void A_hundred_thousand_levels_cost_nothing_after_them()
    {
        var document = Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat("<d>", 100_000)) + string.Concat(Enumerable.Repeat("</d>", 100_000)) + Tail);
        var feed = Read(document, "deep");
        Assert.Equal(["before", "after"], feed.Items.Select(item => item.Title!.Value));
    }

    [Fact]
    public void Levels_that_never_end_cost_no_sibling()
    {
        var document = Encoding.UTF8.GetBytes(Head + "<item><title>deep</title><description>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "</description></item>" + Tail);
        var feed = Read(document, "deep description");
        Assert.Equal(["before", "deep", "after"], feed.Items.Select(item => item.Title!.Value));
    }

    [Fact]
    public void A_million_attributes_are_not_compared_with_each_other()
    {
        var document = Encoding.UTF8.GetBytes(Head + "<a" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $" a{i}=\"\"")) + "/>" + Tail);
        var feed = Read(document, "attributes");
        Assert.Equal(2, feed.Items.Count);
    }

    [Fact]
    public void Entities_do_not_multiply()
    {
        var laughs = "<!DOCTYPE rss [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range('b', 12).Select(c => $"<!ENTITY {(char)c} \"{string.Concat(Enumerable.Repeat($"&{(char)(c - 1)};", 10))}\">")) + "]>";
        var feed = Read(Encoding.UTF8.GetBytes(laughs + Head + "<item><title>&m;</title></item>" + Tail), "laughs");
        Assert.Equal("&m;", feed.Items[1].Title!.Value);

        var quadratic = $"<!DOCTYPE rss [<!ENTITY a \"{new string('x', 250)}\">]>{Head}<item><title>{string.Concat(Enumerable.Repeat("&a;", 200_000))}</title></item>{Tail}";
        feed = Read(Encoding.UTF8.GetBytes(quadratic), "quadratic entities");
        Assert.True(feed.Items[1].Title!.Value.Length < 200_000 * 3 + 65_536);
        Assert.Equal(3, feed.Items.Count);
    }

    [Fact]
    public void Nothing_outside_the_document_is_looked_at()
    {
        var feed = Read("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p; ]>"u8.ToArray().Concat(Encoding.UTF8.GetBytes(Head + "<item><title>&x;</title></item>" + Tail)).ToArray(), "external entity");
        Assert.Equal("&x;", feed.Items[1].Title!.Value);
    }

    [Fact]
    public void A_text_of_50_MB_is_cut_and_takes_little_memory()
    {
        var document = Encoding.UTF8.GetBytes(Head + "<item><title>big</title><description>" + new string('x', 50_000_000) + "</description></item>" + Tail);
        var feed = Read(document, "big text");
        Assert.Equal(["before", "big", "after"], feed.Items.Select(item => item.Title!.Value));
    }

    [Fact]
    public void Escaped_markup_of_9_MB_is_read_once()
    {
        var document = Encoding.UTF8.GetBytes(Head + "<item><title>big</title><description>" + string.Concat(Enumerable.Repeat("&lt;p&gt;", 1_000_000)) + "</description></item>" + Tail);
        Assert.Equal(3, Read(document, "escaped markup").Items.Count);
    }

    [Fact]
    public void Escaped_markup_of_55_MB_is_cut()
    {
        var document = Encoding.UTF8.GetBytes(Head + "<item><title>big</title><description>" + string.Concat(Enumerable.Repeat("&lt;p&gt;", 6_000_000)) + "</description></item>" + Tail);
        Assert.Equal(3, Read(document, "55 MB of escaped markup").Items.Count);
    }

    [Fact]
    public void A_million_stray_end_tags_at_depth_250()
    {
        var open = string.Concat(Enumerable.Repeat("<d>", 250));
        var close = string.Concat(Enumerable.Repeat("</d>", 250));
        var document = Encoding.UTF8.GetBytes(Head + open + string.Concat(Enumerable.Repeat("</x>", 1_000_000)) + close + Tail);
        Assert.Equal(2, Read(document, "stray end tags, deep").Items.Count);
    }

    [Fact]
    public void Noise_of_4_MB_after_the_items_costs_none_of_them()
    {
        // A linear congruence makes the same noise every time.
        var (noise, state) = (new byte[4_000_000], 1u);
        for (var i = 0; i < noise.Length; i++) noise[i] = (byte)((state = state * 1_664_525 + 1_013_904_223) >> 24);
        Assert.Equal("before", Read([.. Encoding.UTF8.GetBytes(Head), .. noise], "noise").Items[0].Title!.Value);
    }

    [Fact]
    public void Deep_JSON_ends_the_reading_and_not_the_items_before()
    {
        var deep = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"before\"},{\"id\":\"deep\",\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}]}";
        Assert.Equal("before", Read(Encoding.UTF8.GetBytes(deep), "deep JSON").Items[0].Id);
    }

    [Fact]
    public void Odd_persons_and_marks_cost_nothing()
    {
        var item = $"<item><author>{new string('(', 100_000)}</author><title>odd{new string('\u0301', 100_000)}</title><category>{new string('@', 50_000)}</category></item>";
        Assert.Equal(3, Read(Encoding.UTF8.GetBytes(Head + item + Tail), "persons").Items.Count);
    }

    private static ParsedFeed Read(byte[] document, string what)
    {
        using var process = Process.GetCurrentProcess();
        var (before, allocated) = (process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
        var outcome = FeedReader.Read(document, ReadContext.None);
        process.Refresh();
        var spent = process.TotalProcessorTime - before;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var figures = FormattableString.Invariant($"{what}: {spent.TotalSeconds:F2} s of processor time, {allocated / 1e6:F1} MB for {document.Length / 1e6:F1} MB");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        var feed = Assert.IsType<ReadOutcome.Parsed>(outcome).Feed;
        Assert.True(spent < s_bound && allocated < MostMemory + feed.Items.Count * MostMemoryOfAnItem, figures);
        return feed;
    }
}
