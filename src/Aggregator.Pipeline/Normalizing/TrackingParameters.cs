namespace Aggregator.Pipeline.Normalizing;

/// <summary>
/// Names of query parameters that say how a reader came to a page and not which page it is.
/// </summary>
/// <remarks>
/// The names are facts, collected afresh from the documentation of the services that set them: Google Analytics and Ads (utm, gclid, _gl),
/// Matomo and Piwik (mtm, pk, piwik), HubSpot (_hs, hsa), Adobe (s_cid, ...), AT Internet / Piano (at_, xtor), Mailchimp (mc_), Marketo
/// (mkt_tok), Meta (fbclid, fb_), Microsoft (msclkid, ocid), Yandex (yclid, _openstat), X, TikTok, Instagram, the BBC (ns_), Yahoo (guc),
/// affiliate networks (awc, irclickid, tduid, wt_). ClearURLs, the AdGuard and Brave lists and Firefox's were read for comparison.
/// A name stands in the first tier only when no site is known to choose a page by it.
/// </remarks>
internal static class TrackingParameters
{
    private static readonly string[] _prefixes =
    [
        "adjust_", "at_link_", "bsft_", "cx_recs", "dpg_", "fb_action_", "hsa_", "itm_", "ml_subscriber", "mtm_", "oly_", "otm_", "piwik_",
        "pk_", "utm_", "vero_",
    ];

    private static readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        "__hsfp", "__hssc", "__hstc", "__twitter_impression", "_bhlid", "_ga", "_gl", "_hsenc", "_hsmi", "_kx", "_openstat",
        "at_campaign", "at_custom1", "at_custom2", "at_custom3", "at_custom4", "at_format", "at_medium", "at_ptr_name", "at_recipient_id", "awc",
        "cmpid", "dclid", "echobox", "erid", "et_rid", "fb_comment_id", "fb_ref", "fb_source", "fbclid", "gbraid", "gclid", "gclsrc",
        "guccounter", "guce_referrer", "guce_referrer_sig", "hsctatracking", "igsh", "igshid", "irclickid", "mc_cid", "mc_eid", "mc_tc",
        "mkt_tok", "msclkid", "ns_campaign", "ns_linkname", "ns_mchannel", "ns_source", "ocid", "rb_clickid", "ref_src", "s_cid", "sc_cid",
        "smid", "srsltid", "tduid", "ttclid", "twclid", "usqp", "vgo_ee", "wbraid", "wickedid", "wt_mc", "wt_zmc", "xtor", "yclid", "ymclid",
        "ysclid",
    };

    // Second tier: tracking on most sites, content on some. They count as noise only where title or text prove it.
    private static readonly HashSet<string> _doubtful = new(StringComparer.OrdinalIgnoreCase)
    {
        "__s", "amp", "campaign", "cid", "cmp", "feature", "from", "mc", "partner", "print", "ref", "s", "share", "source", "src", "via",
    };

    /// <summary>First tier: never says which page it is.</summary>
    public static bool IsTracking(ReadOnlySpan<char> name)
    {
        if (_names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) return true;
        foreach (var prefix in _prefixes)
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Second tier: usually does not say which page it is.</summary>
    public static bool IsDoubtful(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        _doubtful.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
        || ((name is "outputType" or "output") && value is "amp");
}
