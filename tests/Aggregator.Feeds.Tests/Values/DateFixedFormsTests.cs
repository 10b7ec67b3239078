namespace Aggregator.Feeds.Tests.Values;

public sealed class DateFixedFormsTests
{
    // What nearly all feeds write must not need the grammar, which takes some seven times as long: a form that slips out of here is still read right.
    [Theory]
    [InlineData("Mon, 05 Jan 2026 10:48:00 +0100")]
    [InlineData("Mon, 05 Jan 2026 10:48:00 -0530")]
    [InlineData("5 Jan 2026 10:48 +0000")]
    [InlineData("Mon, 05 Jan 2026 10:48:00 GMT")]
    [InlineData("Mon, 05 Jan 2026 10:48:00 EST")]
    [InlineData("Mon, 05 Jan 2026 10:48:00 PDT")]
    public void Rfc_822_is_read_without_the_grammar(string text)
    {
        var parts = default(DateParts);
        Assert.True(DateFixedForms.TryRfc822(text, ref parts));
        Assert.True(parts.HasOffset);
    }

    [Theory]
    [InlineData("2026-01-05")]
    [InlineData("2026-01-05T10:48:00Z")]
    [InlineData("2026-01-05T10:48:00.123Z")]
    [InlineData("2026-01-05T10:48:00+01:00")]
    public void Rfc_3339_is_read_without_the_grammar(string text)
    {
        var parts = default(DateParts);
        Assert.True(DateFixedForms.TryRfc3339(text, ref parts));
    }

    [Theory]
    [InlineData("Mon, 05 Jan 2026 10:48:00 +0160")]
    [InlineData("Mon, 05 Jan 2026 10:48:00 +1401")]
    [InlineData("Mon, 05 Jan 2026 10:48:00 +01000")]
    [InlineData("Mon, 05 Jan 2026 10:48:00 +100")]
    [InlineData("Mon, 05 Jan 2026 10:48:00 IST")]
    public void Anything_odd_is_left_to_the_grammar(string text)
    {
        var parts = default(DateParts);
        Assert.False(DateFixedForms.TryRfc822(text, ref parts));
    }
}
