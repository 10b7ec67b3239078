using System.Text;

namespace Aggregator.Tests.Architecture;

public sealed class GlobalizationTests
{
    // Under InvariantGlobalization .NET 10 does not compose, and every NFC promise of the archive would be a lie.
    [Fact]
    public void Text_is_composed() => Assert.Equal("é", "e\u0301".Normalize(NormalizationForm.FormC));
}
