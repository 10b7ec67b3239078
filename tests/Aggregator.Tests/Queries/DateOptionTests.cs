using Aggregator.Queries;

namespace Aggregator.Tests.Queries;

public sealed class DateOptionTests
{
    private static readonly DateTimeOffset Now = new(2023, 7, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2023-07-13", "UTC", "2023-07-13T00:00:00Z", "2023-07-14T00:00:00Z")]
    [InlineData("2023-07-13", "Europe/Paris", "2023-07-12T22:00:00Z", "2023-07-13T22:00:00Z")]
    [InlineData("2023-07", "UTC", "2023-07-01T00:00:00Z", "2023-08-01T00:00:00Z")]
    [InlineData("2023", "UTC", "2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z")]
    [InlineData("2023-07-13T08:00", "Europe/Paris", "2023-07-13T06:00:00Z", "2023-07-13T06:01:00Z")]
    [InlineData("2023-07-13T08:00:05Z", "Europe/Paris", "2023-07-13T08:00:05Z", "2023-07-13T08:00:06Z")]
    [InlineData("7d", "UTC", "2023-07-13T12:00:00Z", "2023-07-13T12:00:00Z")]
    [InlineData("12h", "UTC", "2023-07-20T00:00:00Z", "2023-07-20T00:00:00Z")]
    [InlineData("2023-03-26T02:30", "Europe/Paris", "2023-03-26T01:00:00Z", null)] // skipped: the first minute after
    [InlineData("2023-10-29T02:30", "Europe/Paris", "2023-10-29T00:30:00Z", null)] // twice: the earlier one
    public void A_date_is_an_instant_in_its_zone(string text, string zone, string since, string? until)
    {
        var where = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Assert.Equal(since, Text(DateOption.Since(text, where, Now)));
        if (until is not null)
            Assert.Equal(until, Text(DateOption.Until(text, where, Now)));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2023-13-01")]
    [InlineData("9999")]
    [InlineData("-7d")]
    [InlineData("")]
    public void Anything_else_is_none(string text) => Assert.Null(DateOption.Since(text, TimeZoneInfo.Utc, Now));

    private static string? Text(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
