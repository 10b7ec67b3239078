using Aggregator.Pipeline.Ports;

namespace Aggregator.Pipeline.Polling;

/// <summary>Keeps in words that a chain of redirects leads from https to http, where SQL finds it: with the reason of the next poll, in
/// <c>fetches</c> for each poll and in <c>feeds</c> for the last one.</summary>
internal static class InsecureRedirects
{
    public static FeedState Noted(FeedState next, FetchOutcome fetch) => fetch.Insecure is { Url: var open }
        ? next with { NextPollReason = $"{(next.NextPollReason is { } reason ? reason + "; " : "")}a redirect leads from https to http ({open})" }
        : next;
}
