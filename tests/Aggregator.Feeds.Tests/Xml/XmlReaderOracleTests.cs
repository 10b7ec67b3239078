using System.Text;

namespace Aggregator.Feeds.Tests.Xml;

/// <summary>On well-formed documents our events are <see cref="System.Xml.XmlReader"/>'s, and both call the same documents well-formed.</summary>
public sealed class XmlReaderOracleTests
{
    private static readonly string[] _documents =
    [
        "<a/>",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>text</a>\n",
        "<a b=\"1\" c='2'>x<d/>y</a>",
        "<a xmlns=\"urn:one\" xmlns:p=\"urn:two\"><p:b p:c=\"d\" e=\"f\"/><g xmlns=\"\"><h/></g><i xmlns:p=\"urn:three\"><p:j/></i><p:k/></a>",
        "<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;&#x1F600;</a>",
        "<a b=\"&lt;&amp;&#10;&#9;x\ty\nz\"/>",
        "<a><![CDATA[<b>&amp;]] > ]]]]><![CDATA[>]]></a>",
        "<a><!-- comment --><?target data?>text<!----></a>",
        "<!DOCTYPE a [<!ELEMENT a ANY> <!-- c --> ]><a/>",
        "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">\n<rss version=\"0.91\"/>",
        "<a>\r\nline\rline\n</a>",
        "<ключ атрибут=\"знак\">текст</ключ>",
        "<a xml:lang=\"en\" xml:base=\"http://example.org/\" xml:space=\"preserve\"> <b xml:lang=\"\"/> </a>",
        "<a\n  b = \"c\"\r\n  d\t=\t'e'\n></a\n>",
        "<a.b-c_d:e xmlns:a.b-c_d=\"urn:x\"/>",
        "\uFEFF<a>mark</a>",
        "<a b=\"x>y\" c=\"'\" d='\"'/>",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><item rdf:about=\"x\"><title>t</title></item></rdf:RDF>",
    ];

    public static TheoryData<string> Documents => [.. _documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Events_are_the_same(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        var theirs = Events.OfXmlReader(bytes, out var refusal);
        Assert.Null(refusal);
        Assert.Equal(theirs, Events.OfTokenizer(bytes, out var problems));
        Assert.True(problems.WellFormed, problems.Count > 0 ? problems.List[0].Message : "");
    }

    [Fact]
    public void Events_are_the_same_on_every_fixture_that_is_well_formed()
    {
        var compared = 0;
        foreach (var file in FixtureFiles.All("*.xml"))
        {
            if (FixtureFiles.IsDecodedOtherwise(file)) continue;
            var bytes = File.ReadAllBytes(file);
            if (Events.OfXmlReader(bytes, out _) is not { } theirs) continue;
            compared++;
            Assert.True(theirs == Events.OfTokenizer(bytes, out var problems), file);
            Assert.True(problems.WellFormed, file);
        }

        Assert.True(compared > 20, $"only {compared} fixtures are well-formed");
    }

    /// <summary>
    /// Random damage: what one calls well-formed the other does. Known differences, each with its reason: XmlReader checks the grammar of
    /// a DOCTYPE, the ranges of name characters beyond ASCII and the values of xml:space, we do not; it refuses entities that a skipped
    /// DOCTYPE declares, we know them; we refuse white space in a namespace, it does not.
    /// </summary>
    [Fact]
    public void Verdicts_are_the_same_on_mutants()
    {
        var random = new Random(20230713);
        var seeds = _documents.Where(document => !document.Contains("<!DOCTYPE", StringComparison.Ordinal) && !document.Contains('к', StringComparison.Ordinal)).ToArray();
        var differences = new List<string>();
        for (var round = 0; round < 10_000; round++)
        {
            var mutant = Mutate(seeds[random.Next(seeds.Length)], random);
            var bytes = Encoding.UTF8.GetBytes(mutant);
            var theirs = Events.OfXmlReader(bytes, out var refusal);
            var ours = Events.OfTokenizer(bytes, out var problems);
            if (theirs is null == !problems.WellFormed && (theirs is null || theirs == ours)) continue;
            if (IsKnown(mutant, refusal, problems.Count > 0 ? problems.List[0].Code : null)) continue;
            differences.Add($"{mutant.ReplaceLineEndings("\\n")}\n   XmlReader: {refusal ?? "well-formed"}; ours: {(problems.WellFormed ? "well-formed" : problems.List[0].Code)}");
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(12))}");
    }

    private static bool IsKnown(string mutant, string? refusal, string? first) =>
        mutant.Contains("<!D", StringComparison.Ordinal)                               // the grammar of a DOCTYPE
        || (mutant.Contains("encoding", StringComparison.Ordinal) && !mutant.Contains("encoding=\"utf-8\"", StringComparison.Ordinal))   // charset names that only one of the two knows
        || mutant.Contains("version=\"1.1\"", StringComparison.Ordinal)                // XML 1.1 is refused by .NET
        || (refusal?.Contains("xml:space", StringComparison.Ordinal) ?? false)         // not a matter of well-formedness (XML 1.0, 2.10)
        || first == "xml.bad_namespace"                                                // white space in a namespace
        || (refusal is null && first == "xml.malformed_declaration");                  // .NET takes version="1.0x" (XML 1.0, 2.8: digits only)

    private static string Mutate(string document, Random random)
    {
        const string Bits = "<>&;\"'/=!?-[]: \n#xab1";
        var text = new StringBuilder(document);
        for (var change = random.Next(1, 4); change > 0 && text.Length > 0; change--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0: text.Remove(at, 1); break;
                case 1: text.Insert(at, Bits[random.Next(Bits.Length)]); break;
                case 2: if (!char.IsSurrogate(text[at])) text[at] = Bits[random.Next(Bits.Length)]; break;
                default: text.Length = at; break;
            }
        }

        return text.ToString();
    }
}
