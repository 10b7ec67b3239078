using System.Text;
using CsCheck;

namespace Aggregator.Fetching.Tests;

public class RedirectPropertyTests
{
    private static readonly Gen<string> Part = Gen.Int[0, 23].Select(i => new[]
    {
        "/", "//", "\\", "..", ".", "%2e", "?", "#", ":", "@", "http:", "https:", "ftp:", "a.example", "127.0.0.1", "[::1]", ":80", ":x", "\u00e9", " ", "\t", "\0", "%", "path",
    }[i]);

    private static readonly Gen<string> Location = Part.Array[0, 12].Select(string.Concat);

    [Fact]
    public void Any_location_gives_an_address_that_stands_or_none() =>
        Location.Sample(location =>
        {
            if (RedirectTarget.Resolve("https://site.example:8443/a/b?c", location) is not { } target) return;
            Assert.Matches("^https?://", target);
            Assert.DoesNotContain(target, c => c is < '!' and not ' ' or '#');
            // What was resolved once is resolved: asking for it again gives the same, or it was no address.
            if (Ascii.IsValid(target) && RedirectTarget.Address(target) is not null) Assert.Equal(target, RedirectTarget.Resolve(target, target));
        }, iter: 50_000);

    [Fact]
    public void Any_text_is_an_address_or_none() =>
        Gen.OneOf(Gen.String, Location).Sample(text =>
        {
            if (RedirectTarget.Address(text) is { } address) Assert.True(address.Scheme is "http" or "https" && address.Host.Length > 0);
        }, iter: 50_000);
}
