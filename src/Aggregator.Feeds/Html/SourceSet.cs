using System.Text;

namespace Aggregator.Feeds;

/// <summary>The candidates of <c>srcset</c>: addresses with a width or density, apart by commas (HTML Standard, 4.8.4.2.1).</summary>
internal static class SourceSet
{
    /// <summary>The set with its relative addresses resolved; blanks, commas and descriptors stay as they are.</summary>
    internal static string MakeAbsolute(string value, string baseUrl)
    {
        var result = new StringBuilder(value.Length + baseUrl.Length);
        var at = 0;
        while (at < value.Length)
        {
            var start = at;
            while (start < value.Length && (IsBlank(value[start]) || value[start] == ','))
                start++;
            var end = start;
            while (end < value.Length && !IsBlank(value[end]))
                end++;
            var urlEnd = end;
            while (urlEnd > start && value[urlEnd - 1] == ',')
                urlEnd--;
            result.Append(value, at, start - at);
            if (urlEnd > start)
                result.Append(FeedUrl.Resolve(value[start..urlEnd], baseUrl));
            // The descriptors: up to the comma that is not inside brackets. A comma that ended the address ended the candidate.
            at = urlEnd < end ? end : DescriptorsEnd(value, end);
            result.Append(value, urlEnd, at - urlEnd);
        }
        return result.ToString();
    }

    private static int DescriptorsEnd(string value, int at)
    {
        var brackets = 0;
        for (; at < value.Length; at++)
        {
            switch (value[at])
            {
                case '(':
                    brackets++;
                    break;
                case ')':
                    brackets--;
                    break;
                case ',' when brackets <= 0:
                    return at;
            }
        }
        return at;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
