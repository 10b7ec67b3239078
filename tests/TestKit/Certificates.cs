using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aggregator.TestKit;

/// <summary>Makes certificates that are wrong in one way each; nobody trusts their authority.</summary>
public static class Certificates
{
    /// <summary>Signed by itself, for a host, valid at this time.</summary>
    public static X509Certificate2 SelfSigned(string host) => Make(host, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30), null);

    /// <summary>Signed by an authority that nobody knows.</summary>
    public static X509Certificate2 OfUnknownAuthority(string host)
    {
        using var authority = Make("authority.example", DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(60), null, isAuthority: true);
        return Make(host, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30), authority);
    }

    /// <summary>No longer valid.</summary>
    public static X509Certificate2 Expired(string host) => Make(host, DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(-1), null);

    /// <summary>Not valid yet.</summary>
    public static X509Certificate2 NotYetValid(string host) => Make(host, DateTimeOffset.UtcNow.AddDays(1), DateTimeOffset.UtcNow.AddDays(30), null);

    private static X509Certificate2 Make(string host, DateTimeOffset from, DateTimeOffset until, X509Certificate2? authority, bool isAuthority = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address)) names.AddIpAddress(address);
        else names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        if (authority is null)
        {
            using var self = request.CreateSelfSigned(from, until);
            return Usable(self);
        }

        using var signed = request.Create(authority, from, until, RandomNumberGenerator.GetBytes(8));
        using var own = signed.CopyWithPrivateKey(key);
        return Usable(own);
    }

    // A key that was just made lives in memory only; some platforms serve TLS only with a loaded one.
    private static X509Certificate2 Usable(X509Certificate2 certificate) => X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
}
