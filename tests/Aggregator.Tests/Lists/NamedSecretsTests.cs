using System.Text.Json;
using Aggregator.Lists;
using Aggregator.Pipeline.Ports;
using Aggregator.Pipeline.Subscribing;
using Aggregator.Service;
using Aggregator.TestKit;

namespace Aggregator.Tests.Lists;

/// <summary>How a secret that the list names is read, and what is kept of it.</summary>
public sealed class NamedSecretsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("value", "value")]
    [InlineData("value\n", "value")]
    [InlineData("value\r\n", "value")]
    [InlineData("\uFEFFvalue", "value")]
    [InlineData(" va lue \n\n", " va lue \n")]
    [InlineData("", null)]
    public void A_file_gives_its_text_without_the_last_line_end(string content, string? secret)
    {
        _folder.Write("secrets/one", content);
        Assert.Equal(secret, new NamedSecrets(_folder.Root).Read("file:secrets/one"));
        Assert.Equal(secret, new NamedSecrets("/").Read("file:" + _folder.Path("secrets/one")));
    }

    [Fact]
    public void A_changed_file_is_read_anew()
    {
        var secrets = new NamedSecrets(_folder.Root);
        _folder.Write("one", "before");
        Assert.Equal("before", secrets.Read("file:one"));
        _folder.Write("one", "after");
        Assert.Equal("after", secrets.Read("file:one"));
    }

    [Fact]
    public void What_is_not_there_is_none()
    {
        var secrets = new NamedSecrets(_folder.Root);
        _folder.Write("large", new byte[(64 << 10) + 1]);
        Assert.All((string[])["file:none", "file:.", "file:large", "file:/dev/zero", "env:AGGREGATOR_TEST_NOT_SET", "other:x"], reference => Assert.Null(secrets.Read(reference)));
        Assert.NotNull(secrets.Read("env:PATH"));
    }

    // The service starts with the kept list when the files do not load: its feeds must still be asked as they were.
    [Fact]
    public void The_kept_list_keeps_how_a_feed_is_asked_by_the_names_of_its_secrets()
    {
        foreach (var kind in Enum.GetValues<AuthKind>())
        {
            IReadOnlyList<Subscription> feeds =
            [
                new()
                {
                    Url = "https://example.org/?k=${env:KEY}", Headers = [new("X-A", "${env:A}")], UserAgent = "Other/1.0", Auth = new(kind, "env:B", "name"),
                    Proxy = "http://ada:${env:P}@proxy.example:1", IgnoreTls = true, AllowPrivateNetwork = true,
                },
            ];
            var kept = JsonSerializer.Deserialize(JsonSerializer.Serialize(feeds, KeptListJson.Default.IReadOnlyListSubscription), KeptListJson.Default.IReadOnlyListSubscription)!;
            Assert.Equal(feeds[0] with { Headers = kept[0].Headers, Tags = kept[0].Tags }, kept[0]);
            Assert.Equal(feeds[0].Headers, kept[0].Headers);
        }
    }
}
