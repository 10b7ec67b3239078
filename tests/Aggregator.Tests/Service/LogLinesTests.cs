using Aggregator.Service;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Tests.Service;

public sealed class LogLinesTests
{
    private static string Written(string message, bool prefixed = false, LogLevel level = LogLevel.Information)
    {
        var lines = new LogLines(new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, 5, TimeSpan.Zero)), new SyslogLevels(prefixed));
        using var output = new StringWriter();
        lines.Write(new LogEntry<string>(level, "category", 1, message, null, (state, _) => state), null, output);
        return output.ToString();
    }

    [Fact]
    public void One_line_with_time_and_level() => Assert.Equal("2026-03-01T12:00:00.005Z info polled feed=x\n", Written("polled feed=x"));

    [Fact]
    public void The_journal_gets_its_level_as_a_prefix() => Assert.Equal("<4>warn failed\n", Written("failed", prefixed: true, LogLevel.Warning));

    [Theory]
    [InlineData("a\nfake line", "a\\nfake line")]
    [InlineData("a\r\nb", "a\\r\\nb")]
    [InlineData("\u001b[2J\u0007", "\\u001b[2J\\u0007")]
    [InlineData("a\u0085b\u009bc", "a\\u0085b\\u009bc")]
    [InlineData("a\u2028b\u202ec", "a\\u2028b\\u202ec")]
    [InlineData("größer 日本 😀", "größer 日本 😀")]
    public void What_a_feed_says_stays_on_its_line(string message, string shown) => Assert.EndsWith($" info {shown}\n", Written(message), StringComparison.Ordinal);
}
