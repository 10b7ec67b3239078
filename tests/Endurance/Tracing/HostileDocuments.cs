using Aggregator.TestKit.Hostile;

namespace Aggregator.Endurance.Tracing;

/// <summary>Feeds that ask their reader for files: what an XML reader, a link or a name of theirs could lead to.</summary>
internal static class HostileDocuments
{
    public static IEnumerable<HostileBehaviour> All =>
    [
        At("xml-external-entity", "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>&x;</title><item><title>&x;</title></item></channel></rss>"),
        At("xml-parameter-entity", "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"file:///etc/shadow\"> %x;]><rss version=\"2.0\"><channel><title>x</title><item><title>x</title></item></channel></rss>"),
        At("xml-external-subset", "<!DOCTYPE rss SYSTEM \"/etc/hostname\"><rss version=\"2.0\"><channel><title>x</title><item><title>x</title></item></channel></rss>"),
        At("xml-include", "<rss version=\"2.0\" xmlns:xi=\"http://www.w3.org/2001/XInclude\"><channel><title>x</title><item><title>x</title><description><xi:include href=\"file:///etc/passwd\" parse=\"text\"/></description></item></channel></rss>"),
        At("xml-stylesheet", "<?xml-stylesheet type=\"text/xsl\" href=\"file:///etc/passwd\"?><rss version=\"2.0\"><channel><title>x</title><item><title>x</title></item></channel></rss>"),
        At("links-to-files", "<rss version=\"2.0\"><channel><title>x</title><link>file:///etc/</link><image><url>file:///etc/passwd</url></image><item><title>x</title><link>file:///etc/passwd</link><guid>../../../../etc/passwd</guid><enclosure url=\"/etc/shadow\" type=\"text/plain\" length=\"1\"/></item></channel></rss>"),
        At("names-of-commands", "<rss version=\"2.0\"><channel><title>$(touch /tmp/owned)</title><item><title>`id` | sh; exec:ls</title><link>exec:ls</link><guid>$(id)</guid></item></channel></rss>"),
        At("atom-src", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title><id>x</id><entry><id>1</id><title>x</title><content type=\"text/plain\" src=\"file:///etc/passwd\"/></entry></feed>"),
    ];

    private static HostileBehaviour At(string name, string document) => new(name, name, HostileBehaviour.Feed, c => c.OkAsync(document));
}
