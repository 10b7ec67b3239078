using Aggregator.Output;
using CsCheck;

namespace Aggregator.Tests.Output;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain, é, 日本, 🙂, עברית", "plain, é, 日本, 🙂, עברית")]
    [InlineData("\u001b[31mred\u001b]0;title\u0007", "␛[31mred␛]0;title␇")]
    [InlineData("\u009b31m", "\\u{9b}31m")]
    [InlineData("a\u202eb", "a\\u{202e}b")]
    [InlineData("a\u007fb", "a\\u{7f}b")]
    [InlineData("two\nlines\r\nand\ttabs", "two lines and tabs")]
    [InlineData("tag\U000E0041", "tag\\u{e0041}")]
    [InlineData("👩‍👩‍👧", "👩‍👩‍👧")]
    public void A_line_is_safe(string text, string safe) => Assert.Equal(safe, TerminalText.Line(text));

    // Not a row of the table above: test names are UTF-8, which has no lone surrogate.
    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("\ufffd alone", TerminalText.Line("\ud800 alone"));

    [Fact]
    public void Lines_keep_their_breaks() => Assert.Equal("a\nb\nc\td␛", TerminalText.Lines("a\nb\u2028c\td\u001b"));

    [Fact]
    public void No_text_brings_an_unsafe_character_through()
    {
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char['\0', '\u00a0'], Gen.Char['\u2000', '\u2070'], Gen.Char['\ud800', '\udfff']), 0, 40].Sample(text =>
            TerminalText.Line(text).EnumerateRunes().All(r => !TerminalText.IsUnsafe(r.Value))
            && TerminalText.Lines(text).EnumerateRunes().All(r => r.Value is '\n' or '\t' || !TerminalText.IsUnsafe(r.Value)));
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("🙂", 2)]
    public void Width_is_counted_in_columns(string text, int width) => Assert.Equal(width, TextWidth.Of(text));

    [Fact]
    public void A_fitted_text_never_takes_more_room()
    {
        Gen.Select(Gen.String[Gen.Char["aé日e\u0301"], 0, 20], Gen.Int[1, 20]).Sample((text, width) =>
            TextWidth.Of(TextWidth.Fit(text, width)) <= width && (TextWidth.Of(text) > width || TextWidth.Fit(text, width) == text));
    }
}
