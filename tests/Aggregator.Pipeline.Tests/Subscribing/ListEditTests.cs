using System.Text;
using Aggregator.Pipeline.Subscribing;
using CsCheck;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class ListEditTests
{
    private const string A = "\"https://example.org/a\"";
    private const string B = "\"https://example.org/b\"";
    private const string New = "https://example.org/new";
    private const string N = "\"https://example.org/new\"";

    private static string Done(ListEdited edited)
    {
        Assert.Null(edited.Problem);
        return Encoding.UTF8.GetString(edited.Content!);
    }

    private static string Add(string json, NewFeed? feed = null) => Done(ListEdit.Add(Encoding.UTF8.GetBytes(json), feed ?? new NewFeed(New)));

    private static string Remove(string json, string url = New) => Done(ListEdit.Remove(Encoding.UTF8.GetBytes(json), url));

    public static TheoryData<string, string> Additions => new()
    {
        { "{ \"feeds\": [] }", "{ \"feeds\": [\n  " + N + "\n] }" },
        { "{\n  \"feeds\": [\n  ]\n}\n", "{\n  \"feeds\": [\n    " + N + "\n  ]\n}\n" },
        { "{\n  \"feeds\": [\n    // none yet\n  ]\n}\n", "{\n  \"feeds\": [\n    // none yet\n    " + N + "\n  ]\n}\n" },
        { "{ \"feeds\": [" + A + "] }", "{ \"feeds\": [" + A + ", " + N + "] }" },
        { "{ \"feeds\": [" + A + ",] }", "{ \"feeds\": [" + A + ", " + N + ",] }" },
        { "{\n\t\"feeds\": [\n\t\t" + A + "\n\t]\n}", "{\n\t\"feeds\": [\n\t\t" + A + ",\n\t\t" + N + "\n\t]\n}" },
        { "{\r\n  \"feeds\": [\r\n    " + A + ",\r\n  ]\r\n}", "{\r\n  \"feeds\": [\r\n    " + A + ",\r\n    " + N + ",\r\n  ]\r\n}" },
        { "{ \"feeds\": [\n  " + A + ", // a, the first\n] }", "{ \"feeds\": [\n  " + A + ", // a, the first\n  " + N + ",\n] }" },
        { "{ \"feeds\": [\n  " + A + " // a, the last\n] }", "{ \"feeds\": [\n  " + A + ", // a, the last\n  " + N + "\n] }" },
        { "{ \"feeds\": [\n  " + A + " /* , */\n  // , end\n] }", "{ \"feeds\": [\n  " + A + ", /* , */\n  " + N + "\n  // , end\n] }" },
        { "{ \"groups\": [] }", "{ \"groups\": [], \"feeds\": [" + N + "] }" },
        { "{\n  \"groups\": []\n}", "{\n  \"groups\": [],\n  \"feeds\": [" + N + "]\n}" },
        { "\uFEFF{ \"feeds\": [" + A + "] }", "\uFEFF{ \"feeds\": [" + A + ", " + N + "] }" },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public void A_feed_is_added_in_the_layout_of_the_list(string json, string expected) => Assert.Equal(expected, Add(json));

    [Fact]
    public void An_option_makes_it_an_object()
    {
        var feed = new NewFeed(New) { Title = "B\u00FCcher & \"more\"", Tags = ["x", "y"], Every = TimeSpan.FromMinutes(90) };
        Assert.Equal(
            "{ \"feeds\": [" + A + ", { \"url\": " + N + ", \"title\": \"B\u00FCcher & \\\"more\\\"\", \"tags\": [\"x\", \"y\"], \"every\": \"90m\" }] }",
            Add("{ \"feeds\": [" + A + "] }", feed));
    }

    [Theory]
    [InlineData("{ \"groups\": [ { \"name\": \"Sea\", \"feeds\": [#A] } ] }", "{ \"groups\": [ { \"name\": \"Sea\", \"feeds\": [#A, #N] } ] }")]
    [InlineData("{ \"groups\": [ { \"name\": \"Land\", \"feeds\": [#A] } ] }", "{ \"groups\": [ { \"name\": \"Land\", \"feeds\": [#A] }, { \"name\": \"Sea\", \"feeds\": [#N] } ] }")]
    [InlineData("{ \"feeds\": [#A] }", "{ \"feeds\": [#A], \"groups\": [{ \"name\": \"Sea\", \"feeds\": [#N] }] }")]
    public void A_group_is_found_or_made(string json, string expected) =>
        Assert.Equal(Filled(expected), Add(Filled(json), new NewFeed(New) { Group = "Sea" }));

    [Theory]
    [InlineData("{ \"feeds\": [", "line 1: the text ends in the middle")]
    [InlineData("{ \"feed\": [] }", "did you mean feeds")]
    [InlineData("{ \"feeds\": [\"HTTPS://example.org:443/new\"] }", "is in the list already")]
    public void What_is_not_understood_is_left_as_it_is(string json, string says)
    {
        var edited = ListEdit.Add(Encoding.UTF8.GetBytes(json), new NewFeed(New));
        Assert.Null(edited.Content);
        Assert.Contains(says, edited.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_address_is_refused() =>
        Assert.Contains("no absolute address", ListEdit.Add("{ \"feeds\": [] }"u8.ToArray(), new NewFeed("example.org")).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"feeds\": [#N] }", "{ \"feeds\": [] }")]
    [InlineData("{ \"feeds\": [#N, #A, #B] }", "{ \"feeds\": [#A, #B] }")]
    [InlineData("{ \"feeds\": [#A, #N, #B] }", "{ \"feeds\": [#A, #B] }")]
    [InlineData("{ \"feeds\": [#A, #N] }", "{ \"feeds\": [#A] }")]
    [InlineData("{ \"feeds\": [#A, #N,] }", "{ \"feeds\": [#A,] }")]
    [InlineData("{ \"feeds\": [\n  #A, // a\n  #N // new\n] }", "{ \"feeds\": [\n  #A // a\n] }")]
    [InlineData("{ \"feeds\": [\n  // above\n  #N, // new\n  #A, // a\n] }", "{ \"feeds\": [\n  // above\n  #A, // a\n] }")]
    [InlineData("{ \"feeds\": [\r\n  #A,\r\n  #N\r\n] }", "{ \"feeds\": [\r\n  #A\r\n] }")]
    [InlineData("{ \"feeds\": [\n  { \"url\": #N,\n    \"title\": \"N\" },\n  #A\n] }", "{ \"feeds\": [\n  #A\n] }")]
    [InlineData("{ \"feeds\": [ #A ], \"groups\": [ { \"name\": \"Sea\", \"feeds\": [ #N, #B ] } ] }", "{ \"feeds\": [ #A ], \"groups\": [ { \"name\": \"Sea\", \"feeds\": [ #B ] } ] }")]
    [InlineData("{ \"feeds\": [#N, #A, #N] }", "{ \"feeds\": [#A] }")]
    public void A_feed_is_taken_out_with_its_comma_and_comment(string json, string expected) => Assert.Equal(Filled(expected), Remove(Filled(json)));

    [Fact]
    public void A_local_feed_is_named_by_its_path() =>
        Assert.Equal("{ \"feeds\": [" + A + "] }", Remove("{ \"feeds\": [" + A + ", { \"file\": \"./x.xml\" }] }", "file:x.xml"));

    [Fact]
    public void What_is_not_there_is_not_taken_out()
    {
        var edited = ListEdit.Remove(Encoding.UTF8.GetBytes("{ \"feeds\": [" + A + "] }"), New);
        Assert.Null(edited.Content);
        Assert.Equal($"{New} is not in this file", edited.Problem);
    }

    // Lists in random layouts: a feed added and taken out again leaves the bytes as they were, and every other feed in its place.
    [Fact]
    public void Adding_and_taking_out_gives_the_same_bytes()
    {
        string[] gaps = ["", " ", "\n  ", " /* , ] */ ", " // ], \"x\"\n  ", "\r\n\t"];
        Gen.Select(Gen.Int[0, gaps.Length - 1].Array[24], Gen.Int[1, 5], Gen.Bool).Sample((picks, count, trailing) =>
        {
            var pick = 0;
            string Gap() => gaps[picks[pick++]];
            var elements = Enumerable.Range(0, count).Select(i => $"{Gap()}\"https://example.org/{i}\"{Gap()}{(trailing || i < count - 1 ? "," : "")}");
            var json = $"{Gap()}{{{Gap()}\"feeds\":{Gap()}[{string.Concat(elements)}{Gap()}]{Gap()}}}{Gap()}";

            var added = Add(json);
            Assert.Equal([.. Enumerable.Range(0, count).Select(i => $"https://example.org/{i}"), New], ListTexts.Json(added).Feeds.Select(f => f.Url));
            Assert.Equal(json, Remove(added));
        });
    }

    private static string Filled(string json) => json.Replace("#A", A, StringComparison.Ordinal).Replace("#B", B, StringComparison.Ordinal).Replace("#N", N, StringComparison.Ordinal);
}
