using System.Text;
using Aggregator.Feeds.Decoding;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Tests.Decoding;

/// <summary>Which charset wins: byte order mark, zero bytes, HTTP, declaration, UTF-8; and what the bytes prove beats labels.</summary>
public sealed class TextDecoderTests
{
    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, string?, string?, string, string?> Rows => new()
    {
        // name, written as, HTTP content type, label of the declaration, read as, problem
        { "nothing said", "utf-8", null, null, "utf-8", null },
        { "declaration", "windows-1251", null, "windows-1251", "windows-1251", null },
        { "HTTP over declaration", "windows-1251", "text/xml; charset=windows-1251", "koi8-r", "windows-1251", null },
        { "quotes and blanks", "koi8-r", "text/xml; charset = \"KOI8-R\" ; x=y", null, "koi8-r", null },
        { "latin-1 means windows-1252", "windows-1252", null, "ISO-8859-1", "windows-1252", null },
        { "gb2312 means gb18030", "gb18030", null, "GB2312", "gb18030", null },
        { "UTF-8 proves itself", "utf-8", "text/xml; charset=iso-8859-1", null, "utf-8", "encoding.utf8_overrules" },
        { "unknown name", "utf-8", null, "bogus", "utf-8", "encoding.unknown_label" },
        { "wide label on narrow bytes", "utf-8", null, "utf-16", "utf-8", "encoding.wide_label" },
        { "wide bytes under a narrow label", "utf-16le", "text/xml; charset=utf-8", null, "utf-16le", null },
        { "wide bytes, other order", "utf-16be", null, null, "utf-16be", null },
        { "32 bits", "utf-32le", null, "utf_32", "utf-32le", null },
        { "Japanese", "shift_jis", null, "Shift_JIS", "shift_jis", null },
        { "Japanese, other", "euc-jp", null, "EUC-JP", "euc-jp", null },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Reads(string name, string written, string? contentType, string? label, string expected, string? problem)
    {
        var sample = expected switch
        {
            "windows-1252" => "<a>déjà vu</a>",
            "shift_jis" or "euc-jp" or "gb18030" => "<a>日本</a>",
            _ => "<a>Новости</a>",
        };
        var declaration = label is null ? "" : $"<?xml version=\"1.0\" encoding=\"{label}\"?>";
        var bytes = CharsetNames.Decoder(written, strict: false).GetBytes(declaration + sample);
        var problems = new Problems([]);
        var text = TextDecoder.Decode(bytes, contentType, problems);
        Assert.Equal(expected, text.Encoding);
        Assert.Equal(declaration + sample, Encoding.UTF8.GetString(text.Data, text.Start, text.End - text.Start));
        Assert.Equal(problem is null ? [] : [problem], problems.List.Select(p => p.Code));
        Assert.Equal(problem is null, problems.WellFormed);
        Assert.NotEmpty(name);
    }

    [Theory]
    [InlineData("windows-1251", "Съешь ещё этих мягких французских булок, да выпей же чаю. Сегодня в городе открылась новая выставка.")]
    [InlineData("koi8-r", "Съешь ещё этих мягких французских булок, да выпей же чаю. Сегодня в городе открылась новая выставка.")]
    [InlineData("windows-1255", "דג סקרן שט בים מאוכזב ולפתע מצא חברה. היום נפתחה בעיר תערוכה חדשה.")]
    [InlineData("windows-1253", "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία. Σήμερα άνοιξε στην πόλη μια νέα έκθεση.")]
    [InlineData("windows-1256", "نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر ومغلف بجلد أزرق")]
    [InlineData("windows-874", "เป็นมนุษย์สุดประเสริฐเลิศคุณค่า กว่าบรรดาฝูงสัตว์เดรัจฉาน")]
    [InlineData("gb18030", "今天在城市里开了一个新的展览，很多人都来看。我们的记者在现场。")]
    [InlineData("shift_jis", "本日、市内で新しい展覧会が始まりました。多くの人が訪れています。")]
    [InlineData("euc-jp", "本日、市内で新しい展覧会が始まりました。多くの人が訪れています。")]
    [InlineData("euc-kr", "오늘 도시에서 새로운 전시회가 열렸습니다. 많은 사람들이 찾아왔습니다.")]
    [InlineData("big5", "今天在城市裡開了一個新的展覽，很多人都來看。我們的記者在現場。")]
    public void Unlabelled_bytes_are_known_by_their_script(string charset, string sample)
    {
        var problems = new Problems([]);
        var text = TextDecoder.Decode(CharsetNames.Decoder(charset, strict: false).GetBytes($"<rss><channel><title>{sample}</title></channel></rss>"), null, problems);
        Assert.Equal(charset, text.Encoding);
        Assert.False(problems.WellFormed);
    }

    [Fact]
    public void A_cut_inside_a_character_is_no_other_charset()
    {
        // One good sequence, then two bytes of three: more bytes that are no UTF-8 than sequences that are.
        byte[] cut = [.. "<rss><channel><item><title>Stra\u00dfe</title></item><item><title>"u8, 0xE6, 0x96];
        var feed = Assert.IsType<ReadOutcome.Parsed>(FeedReader.Read(cut, ReadContext.None));
        Assert.Equal(("utf-8", "Stra\u00dfe"), (feed.Encoding, feed.Feed.Items[0].Title!.Value));
    }

    [Fact]
    public void A_bad_byte_among_good_ones_is_read_alone()
    {
        byte[] bytes = [.. "<a>caf\u00E9 "u8, 0xE9, .. " \u20AC</a>"u8];
        var text = TextDecoder.Decode(bytes, null, new Problems([]));
        Assert.Equal("<a>café é €</a>", Encoding.UTF8.GetString(text.Data, text.Start, text.End - text.Start));
    }

    [Theory]
    [InlineData("text/xml", true)]
    [InlineData("application/rss+xml; charset=utf-8", true)]
    [InlineData("application/xml-dtd", true)]
    [InlineData("application/feed+json", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    [InlineData("text/html; charset=utf-8", false)]
    [InlineData("text/plain", false)]
    public void Media_types(string? type, bool feed) => Assert.Equal(feed, MediaType.IsFeed(type));
}
