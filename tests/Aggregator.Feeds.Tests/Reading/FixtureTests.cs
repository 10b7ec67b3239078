using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aggregator.Feeds.Tests.Reading;

/// <summary>
/// Every document under Fixtures, against the file of the same name that ends in <c>.expected.json</c>. A new case is a pair of files;
/// with AGGREGATOR_APPROVE=1 the expected ones are written, to be read before they are committed.
/// </summary>
public sealed class FixtureTests
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static TheoryData<string> Names => [.. FixtureFiles.All("*.xml").Concat(FixtureFiles.All("*.json")).Select(file => Path.GetRelativePath(FixtureFiles.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_as_expected(string name)
    {
        var file = Path.Combine(FixtureFiles.Root, name);
        var outcome = FeedReader.Read(File.ReadAllBytes(file), new ReadContext { Url = "http://example.org/feed/index.xml" });
        var actual = Show(outcome);
        var expected = Path.ChangeExtension(file, ".expected.json");
        if (FixtureFiles.Rewrite) File.WriteAllText(FixtureFiles.SourceOf(expected), actual);
        else Assert.Equal(File.ReadAllText(expected), actual, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void There_are_fixtures_of_every_kind()
    {
        foreach (var kind in (string[])["rss", "rdf", "atom", "json", "cdf", "sitemap", "extensions", "illformed", "encoding", "rejected"])
            Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(FixtureFiles.Root, kind)));
    }

    internal static string Show(ReadOutcome outcome)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(outcome, outcome.GetType(), s_options)!;
        Prune(json);
        return json.ToJsonString(s_options) + "\n";
    }

    // Empty lists say nothing.
    private static void Prune(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (var element in list) Prune(element);
        if (node is not JsonObject map) return;
        foreach (var (key, value) in map.ToArray())
        {
            if (value is JsonArray { Count: 0 }) map.Remove(key);
            else Prune(value);
        }
    }
}
