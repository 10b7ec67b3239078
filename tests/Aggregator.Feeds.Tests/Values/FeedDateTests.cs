using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace Aggregator.Feeds.Tests.Values;

public sealed partial class FeedDateTests
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Values", "Fixtures");

    [Fact]
    public void Reads_the_table_of_date_strings_as_agreed()
    {
        var wrong = new List<string>();
        var rows = 0;
        foreach (var line in File.ReadLines(Path.Combine(Fixtures, "dates.tsv")).Skip(1))
        {
            rows++;
            var cells = line.Split('\t');
            var text = Unescape(cells[0]);
            var date = FeedDate.Parse(text);
            var got = $"{Instant(date)}\t{(date.At is null ? "-" : date.Precision.ToString().ToLowerInvariant())}\t{Offset(date.Offset)}\t{Flags(date.Flags)}";
            var expected = string.Join('\t', cells[1], cells[2], cells[3], string.Join(' ', cells[4].Split(' ').Order(StringComparer.Ordinal)));
            if (got != expected)
                wrong.Add($"{cells[0]}\n    expected {expected}\n    got      {got}");
            if (date.Raw != text.Trim())
                wrong.Add($"{cells[0]}\n    raw is {date.Raw}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {rows}:\n{string.Join('\n', wrong)}");
        Assert.True(rows >= 400, $"{rows} rows");
    }

    [Fact]
    public void Reads_the_month_and_weekday_names_of_many_languages()
    {
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Fixtures, "names.tsv")).Skip(1))
        {
            var cells = line.Split('\t');
            var date = FeedDate.Parse(cells[1]);
            if (Instant(date) != cells[2] || (date.Flags & DateFlags.WrongWeekday) != 0)
                wrong.Add($"{cells[0]}: {cells[1]} expected {cells[2]} got {Instant(date)} {date.Flags}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Flags_what_lies_more_than_a_day_ahead()
    {
        var now = new DateTimeOffset(2004, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(DateFlags.None, FeedDate.Parse("Fri, 02 Jan 2004 12:00:00 GMT", now).Flags);
        Assert.Equal(DateFlags.Future, FeedDate.Parse("Fri, 02 Jan 2004 12:00:01 GMT", now).Flags);
        Assert.Equal(DateFlags.None, FeedDate.Parse("Fri, 02 Jan 2094 12:00:01 GMT").Flags & DateFlags.Future);
    }

    [Theory]
    [InlineData("3/4/2004", true, "2004-04-03T00:00:00Z")]
    [InlineData("3/4/2004", false, "2004-03-04T00:00:00Z")]
    [InlineData("3-4-2004 10:00:00", false, "2004-03-04T10:00:00Z")]
    [InlineData("31/4/2004", false, "-")]
    [InlineData("30/4/2004", false, "2004-04-30T00:00:00Z")]
    [InlineData("3.4.2004", false, "2004-04-03T00:00:00Z")]
    public void Follows_the_order_that_the_feed_showed(string text, bool dayFirst, string expected)
    {
        var date = FeedDate.Parse(text, dayFirst: dayFirst);
        Assert.Equal(expected, Instant(date));
        Assert.Equal(DateFlags.None, date.Flags & DateFlags.AmbiguousOrder);
    }

    private static readonly Gen<string> Soup = Gen.OneOf(
        "Thu", ", ", " ", "01", "1", "Jan", "2004", "19", ":", "48", "21", "GMT", "+", "-", "0100", "T", "Z", ".", "/", "年", "月", "日", "오후", "(", ")", "[", "W", "PM", "10:00", "ü",
        "99999999999999999999", "&#1", "\u0660", "Etc/", "Europe/Paris", "tháng", "0", "\0", "Date(", "mar", "lis", "24", "60", "9999", "0001").Array[0, 20].Select(string.Concat);

    [Fact]
    public void Gives_an_answer_for_any_text() => Soup.Sample(
        text =>
        {
            var date = FeedDate.Parse(text, DateTimeOffset.UnixEpoch);
            Assert.Equal(text.Trim(), date.Raw);
            Assert.Equal(date.At is null, (date.Flags & (DateFlags.Unreadable | DateFlags.Placeholder)) != 0);
            Assert.Equal(date, FeedDate.Parse(text, DateTimeOffset.UnixEpoch));
        },
        iter: 20_000);

    [Theory]
    [InlineData("2023-07-13T10:00:00+029999999990:00")]
    [InlineData("2023-07-13T10:00:00+9999999999")]
    [InlineData("2023-07-13T10:00:00-4294967298:00")]
    public void A_number_too_long_for_a_zone_is_none(string text) => Assert.Null(FeedDate.Parse(text).Offset);

    private static readonly Gen<DateTimeOffset> Instants =
        from seconds in Gen.Long[631_152_000, 4_000_000_000]
        from minutes in Gen.Int[-14 * 60, 14 * 60]
        select DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void Reads_back_what_the_two_standards_write() => Instants.Sample(at =>
    {
        var offset = at.ToString("zzz", CultureInfo.InvariantCulture);
        foreach (var text in new[]
        {
            at.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + offset.Replace(":", "", StringComparison.Ordinal),
            at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + offset,
            at.ToString("dddd, d. MMMM yyyy h:mm:ss tt ", CultureInfo.InvariantCulture) + "UTC" + offset,
            at.ToString("yyyyMMddTHHmmss", CultureInfo.InvariantCulture) + offset,
        })
        {
            var date = FeedDate.Parse(text);
            Assert.Equal((at.ToUniversalTime(), at.Offset, DateFlags.None), (date.At, date.Offset, date.Flags));
        }
    });

    private static string Instant(FeedDate date) =>
        date.At is { } at ? at.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + "Z" : "-";

    private static string Offset(TimeSpan? offset) => offset switch
    {
        null => "-",
        { Ticks: 0 } => "Z",
        { } value => (value < TimeSpan.Zero ? "-" : "+") + value.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
    };

    private static string Flags(DateFlags flags) => flags == DateFlags.None ? "-" : string.Join(' ', flags.ToString().Split(", ").Order(StringComparer.Ordinal));

    private static string Unescape(string text) =>
        Escapes().Replace(text, m => m.Value == @"\\" ? @"\" : ((char)Convert.ToInt32(m.Value[2..], 16)).ToString());

    [GeneratedRegex(@"\\\\|\\u[0-9a-f]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escapes();
}
