using System.Text.Json;
using Aggregator.Pipeline.Subscribing;

namespace Aggregator.Pipeline.Tests.Subscribing;

/// <summary>The schema that editors use and the reader know the same keys.</summary>
public class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllBytes(Repository.File("config", "feeds.schema.json"))).RootElement;

    public static TheoryData<string, string[]> Scopes => new()
    {
        { "", [.. ListKeys.Top] },
        { "defaults", [.. ListKeys.Defaults] },
        { "group", [.. ListKeys.Group] },
        { "feed", [.. ListKeys.Feed] },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void Schema_and_reader_agree_on_the_keys(string scope, string[] keys)
    {
        var schema = scope.Length == 0 ? Schema : Schema.GetProperty("$defs").GetProperty(scope);
        Assert.Equal(keys.Order(), schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void Every_key_has_a_description()
    {
        foreach (var scope in new[] { "defaults", "group", "feed" })
            foreach (var property in Schema.GetProperty("$defs").GetProperty(scope).GetProperty("properties").EnumerateObject())
            {
                var described = property.Value.TryGetProperty("description", out _) ? property.Value
                    : Schema.GetProperty("$defs").GetProperty(property.Value.GetProperty("$ref").GetString()!.Split('/')[^1]);
                Assert.NotEqual("", described.GetProperty("description").GetString());
            }
    }

    [Fact]
    public void A_reference_leads_to_a_definition()
    {
        var names = Schema.GetProperty("$defs").EnumerateObject().Select(d => "#/$defs/" + d.Name).ToHashSet();
        foreach (var part in Schema.GetRawText().Split("\"$ref\":").Skip(1)) Assert.Contains(part.Split('"')[1], names);
    }
}
