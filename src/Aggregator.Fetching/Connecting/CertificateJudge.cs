using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Aggregator.Fetching.Connecting;

/// <summary>Says what is wrong with a server's certificate, in words a person can act on. It refuses exactly what the framework refuses.</summary>
internal static class CertificateJudge
{
    public static bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None ? true : throw new TlsRefusedException(Reason(certificate, chain, errors));

    /// <summary>For feeds with ignoreTls: any certificate will do.</summary>
    public static bool TakeAny(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => true;

    internal static string Reason(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)) return "it showed no certificate";
        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
            return string.Create(CultureInfo.InvariantCulture,
                $"its certificate is valid from {Day(certificate.GetEffectiveDateString())} to {Day(certificate.GetExpirationDateString())} only (expired, or the clock here is wrong)");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return "its certificate is for another host";
        if (status.HasFlag(X509ChainStatusFlags.Revoked)) return "its certificate was revoked";
        if (status.HasFlag(X509ChainStatusFlags.UntrustedRoot)) return "its certificate comes from an authority that is not known here (perhaps self-signed)";
        if (status.HasFlag(X509ChainStatusFlags.PartialChain)) return "it does not send the intermediate certificate, or its authority is not known here";
        return $"its certificate is not valid ({(status == X509ChainStatusFlags.NoError ? errors.ToString() : status.ToString())})";
    }

    private static string Day(string date) =>
        DateTime.TryParse(date, out var day) ? day.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : date;
}
