using System.Text;

namespace Aggregator.Feeds.Tests.Fuzzing;

/// <summary>What the fuzzer found, each in its shortest form.</summary>
public sealed class FoundByFuzzingTests
{
    [Theory]
    [InlineData("half a surrogate pair in a property's name", """{"version":"https://jsonfeed.org/version/1.1","F\ud800":1,"items":[{"id":"1"}]}""")]
    [InlineData("half a surrogate pair in an author", """{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","author":"A\udc00"}]}""")]
    public void Is_read(string what, string document)
    {
        var outcome = FeedReader.Read(Encoding.UTF8.GetBytes(document), ReadContext.None);
        Assert.True(outcome is ReadOutcome.Parsed(var feed) && feed.Items is [{ Id: "1" }], what);
    }
}
