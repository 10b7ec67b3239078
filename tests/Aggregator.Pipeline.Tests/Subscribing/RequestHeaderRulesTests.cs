using Aggregator.Pipeline.Subscribing;
using CsCheck;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class RequestHeaderRulesTests
{
    [Theory]
    [InlineData("X-Token")]
    [InlineData("Accept-Language")]
    [InlineData("Referer")]
    public void Ordinary_names_pass(string name) => Assert.Null(RequestHeaderRules.ProblemOfName(name));

    [Theory]
    [InlineData("")]
    [InlineData("X Token")]
    [InlineData("X-Token:")]
    [InlineData("X-Token\r\nHost")]
    [InlineData("Höst")]
    [InlineData("Host")]
    [InlineData("transfer-encoding")]
    [InlineData("Content-Length")]
    [InlineData("If-None-Match")]
    [InlineData("Cookie")]
    [InlineData("Authorization")]
    public void Names_that_change_the_request_do_not(string name) => Assert.NotNull(RequestHeaderRules.ProblemOfName(name));

    [Fact]
    public void Auth_may_name_the_header_of_a_secret() => Assert.Null(RequestHeaderRules.ProblemOfName("Authorization", forAuth: true));

    [Theory]
    [InlineData("")]
    [InlineData("Mozilla/5.0 (compatible; feed reader)")]
    [InlineData("a\tb")]
    [InlineData("caf\u00e9")]
    public void One_line_of_text_passes(string value) => Assert.Null(RequestHeaderRules.ProblemOfValue(value));

    [Fact]
    public void None_of_ten_thousand_injections_passes()
    {
        var breaks = new[] { "\r\n", "\n", "\r", "\0", "\u000b", "\u0085\n", "\r\n\r\n", "\u010a", "\u010d", "\u2028", "\u560a\u560d", "\x1b" };
        Gen.Select(Gen.String.AlphaNumeric, Gen.Int[0, breaks.Length - 1], Gen.String.AlphaNumeric).Sample(
            (before, i, after) => Assert.NotNull(RequestHeaderRules.ProblemOfValue($"{before}{breaks[i]}{after}")), iter: 10_000);
        Gen.Select(Gen.String.AlphaNumeric, Gen.Int[0, breaks.Length - 1], Gen.String.AlphaNumeric).Sample(
            (before, i, after) => Assert.NotNull(RequestHeaderRules.ProblemOfName($"{before}{breaks[i]}{after}")), iter: 10_000);
    }
}
