using Aggregator.Archive.Sqlite.Querying;
using CsCheck;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Aggregator.Archive.Sqlite.Tests.Querying;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("council budget", "(\"council\") AND (\"budget\")")]
    [InlineData("  two\tparts\n", "(\"two\") AND (\"parts\")")]
    [InlineData("\"votes on the\" town", "(\"votes on the\") AND (\"town\")")]
    [InlineData("“typographic quotes”", "(\"typographic quotes\")")]
    [InlineData("vot*", "(\"vot\" *)")]
    [InlineData("\"town cou\"*", "(\"town cou\" *)")]
    [InlineData("votes -budget", "((\"votes\")) NOT (\"budget\")")]
    [InlineData("votes -budget -\"the town\"", "((\"votes\")) NOT (\"budget\" OR \"the town\")")]
    [InlineData("title:budget", "(title : \"budget\")")]
    [InlineData("TITLE:\"the budget\"", "(title : \"the budget\")")]
    [InlineData("author:Łucja -text:x", "((author : \"Łucja\")) NOT (text : \"x\")")]
    [InlineData("cat OR dog tail", "(\"cat\" OR \"dog\") AND (\"tail\")")]
    [InlineData("a OR b OR c", "(\"a\" OR \"b\" OR \"c\")")]
    [InlineData("OR", "(\"OR\")")]
    [InlineData("x OR", "(\"x\") AND (\"OR\")")]
    [InlineData("AND NOT NEAR", "(\"AND\") AND (\"NOT\") AND (\"NEAR\")")]
    [InlineData("C++", "(\"C++\")")]
    [InlineData(".NET", "(\".NET\")")]
    [InlineData("AT&T & co", "(\"AT&T\") AND (\"co\")")]
    [InlineData("l'été", "(\"l'été\")")]
    [InlineData("5\" pipe", "(\"5\"\"\") AND (\"pipe\")")]
    [InlineData("http://x.org/a?b=c", "(\"http://x.org/a?b=c\")")]
    [InlineData("T-shirt - size", "(\"T-shirt\") AND (\"size\")")]
    [InlineData("(a ^b) {c}:d +e", "(\"(a\") AND (\"^b)\") AND (\"{c}:d\") AND (\"+e\")")]
    public void What_people_type_becomes_an_expression(string typed, string expression) =>
        Assert.Equal(expression, SearchExpression.Of(SearchWords.Read(typed).Terms));

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("& | -- ** \"\"")]
    [InlineData("-budget")]
    [InlineData("source:example.org")]
    [InlineData("🙂")]
    public void Without_a_word_there_is_no_expression(string typed) => Assert.Null(SearchExpression.Of(SearchWords.Read(typed).Terms));

    [Fact]
    public void Source_and_language_are_filters()
    {
        var words = SearchWords.Read("budget source:\"The Times\" lang:en");
        Assert.Equal(("The Times", "en", "(\"budget\")"), (words.Source, words.Language, SearchExpression.Of(words.Terms)));
    }

    [Fact]
    public void Nothing_that_can_be_typed_is_a_bad_expression()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute("CREATE VIRTUAL TABLE s USING fts5(title, subtitle, author, text, grams); INSERT INTO s VALUES ('a', 'b', 'c', 'd', 'e')");
        string[] pieces = ["a", "b*", "\"", "'", "-", ":", "title:", "text:", "source:", "(", ")", "{", "}", "^", "+", "*", "OR", "AND", "NOT", "NEAR(", ",", " ", "é", "\0", "日", "\ud83d\ude42", "\\", "%", ";", "--"];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[1, 12].Sample(
            parts =>
            {
                var expression = SearchExpression.Of(SearchWords.Read(string.Concat(parts)).Terms);
                if (expression is not null)
                    connection.Query("SELECT rowid FROM s WHERE s MATCH @expression", new { expression });
            },
            iter: 5_000, threads: 1);
    }
}
