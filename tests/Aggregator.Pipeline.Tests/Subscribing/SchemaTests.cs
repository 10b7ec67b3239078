using System.Text.Json;
using System.Text.RegularExpressions;
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

    // Definition of the schema, a value, whether it is right; the key that the reader takes it under.
    [Theory]
    [InlineData("every", "auto", true)]
    [InlineData("every", "5m", true)]
    [InlineData("every", "300s", true)]
    [InlineData("every", "90m", true)]
    [InlineData("every", "7d", true)]
    [InlineData("every", "4m", false)]
    [InlineData("every", "299s", false)]
    [InlineData("every", "0h", false)]
    [InlineData("every", "1.5h", false)]
    [InlineData("every", "hourly", false)]
    [InlineData("language", "zh-Hant-TW", true)]
    [InlineData("language", "in English", false)]
    [InlineData("url", "https://example.org/a?x=1", true)]
    [InlineData("url", "http://[::1]:8080/", true)]
    [InlineData("url", "ftp://example.org/", false)]
    [InlineData("url", "example.org", false)]
    [InlineData("url", "https://", false)]
    [InlineData("url", "https://user:x@example.org/", false)]
    [InlineData("url", "https://example.org/a b", false)]
    [InlineData("file", "sample/x.xml", true)]
    [InlineData("file", "a..b/x.xml", true)]
    [InlineData("file", "/etc/passwd", false)]
    [InlineData("file", "C:/x.xml", false)]
    [InlineData("file", "../x.xml", false)]
    [InlineData("file", "a/../x.xml", false)]
    [InlineData("file", "a/..", false)]
    [InlineData("file", "a/", false)]
    [InlineData("source", "The Paper", true)]
    [InlineData("source", " ", false)]
    [InlineData("source", "a\nb", false)]
    [InlineData("url", "https://example.org/?k=${env:KEY}", true)]
    [InlineData("userAgent", "Mozilla/5.0 (x)", true)]
    [InlineData("userAgent", "", false)]
    [InlineData("userAgent", " x", false)]
    [InlineData("userAgent", "a\r\nb", false)]
    [InlineData("userAgent", "${env:A}", false)]
    [InlineData("proxy", "none", true)]
    [InlineData("proxy", "http://proxy.example:3128", true)]
    [InlineData("proxy", "socks5://[::1]:1080/", true)]
    [InlineData("proxy", "https://ada:${env:P}@proxy.example:3128", true)]
    [InlineData("proxy", "https://${env:LOGIN}@proxy.example:3128", true)]
    [InlineData("proxy", "https://ada:secret@proxy.example:3128", false)]
    [InlineData("proxy", "proxy.example:3128", false)]
    [InlineData("proxy", "http://proxy.example/x", false)]
    public void Schema_and_reader_agree_on_the_values(string key, string value, bool isRight)
    {
        var definitions = Schema.GetProperty("$defs");
        var definition = key == "file" ? definitions.GetProperty("feed").GetProperty("properties").GetProperty(key)
            : definitions.GetProperty(key == "source" ? "text" : key);
        Assert.Equal(isRight, Regex.IsMatch(value, definition.GetProperty("pattern").GetString()!, RegexOptions.CultureInvariant));

        var feed = new Dictionary<string, string> { [key == "file" ? "file" : "url"] = "https://example.org/a", [key] = value };
        Assert.Equal(isRight, !ListTexts.Json($"{{ \"feeds\": [{JsonSerializer.Serialize(feed)}] }}").HasErrors);
    }
}
