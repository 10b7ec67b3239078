using Aggregator.Queries;

namespace Aggregator.Tests.Queries;

public sealed class SavedQueryTests
{
    [Fact]
    public void Comment_lines_describe_a_query_and_its_parameters()
    {
        var query = SavedQuery.Read("x", "-- What it\n-- answers.\n-- :days = 7  How far back\n--:words  What to look for\n-- :name = 'it''s -- 1'  A name\n-- :none = null\nSELECT 1 -- :no\n");
        Assert.Equal("What it answers.", query.Description);
        Assert.Equal(
        [
            new SavedParameter("days", false, 7L, "How far back"),
            new SavedParameter("words", true, null, "What to look for"),
            new SavedParameter("name", false, "it's -- 1", "A name"),
            new SavedParameter("none", false, null, ""),
        ], query.Parameters);
    }

    [Theory]
    [InlineData("5", 5L)]
    [InlineData("-5", -5L)]
    [InlineData("1.50", 1.5)]
    [InlineData("'5'", "5")]
    [InlineData("'it''s'", "it's")]
    [InlineData("007", "007")]
    [InlineData("+1", "+1")]
    [InlineData("1e5", "1e5")]
    [InlineData("1.", "1.")]
    [InlineData("2023-07-13", "2023-07-13")]
    [InlineData("NULL", null)]
    [InlineData("", "")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    public void A_value_is_what_it_looks_like(string written, object? value) => Assert.Equal(value, ParameterText.Read(written));

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("a.b")]
    public void A_name_is_never_a_path(string name) =>
        Assert.Contains("is not a name of a saved query", new QueryFolder(Path.GetTempPath()).Find(name).Refusal, StringComparison.Ordinal);
}
