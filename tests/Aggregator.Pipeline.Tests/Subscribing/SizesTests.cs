using Aggregator.Pipeline.Subscribing;
using CsCheck;

namespace Aggregator.Pipeline.Tests.Subscribing;

public class SizesTests
{
    [Theory]
    [InlineData("16MiB", 16 << 20)]
    [InlineData("64 KiB", 64 << 10)]
    [InlineData("1gib", 1 << 30)]
    [InlineData("512B", 512)]
    [InlineData("512", 512)]
    [InlineData("2MB", 2_000_000)]
    public void A_number_and_a_unit_is_a_size(string text, long bytes)
    {
        Assert.True(Sizes.TryParse(text, out var size));
        Assert.Equal(bytes, size);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("MiB")]
    [InlineData("-1MiB")]
    [InlineData("1.5MiB")]
    [InlineData("16M")]
    [InlineData("9223372036854775807KiB")]
    public void Anything_else_is_none(string? text) => Assert.False(Sizes.TryParse(text, out _));

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Long[0, long.MaxValue].Sample(bytes => Sizes.TryParse(Sizes.Format(bytes), out var again) && again == bytes);
}
