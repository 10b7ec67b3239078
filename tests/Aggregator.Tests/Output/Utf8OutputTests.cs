using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Output;

namespace Aggregator.Tests.Output;

public sealed class Utf8OutputTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Hands_on_every_character_wherever_the_pieces_end(int length)
    {
        var text = string.Concat(Enumerable.Repeat("aü€\U0001F600", length));
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var piece in (int[])[1, 3, 5, 16_384, 50_000])
        {
            using var writer = new StringWriter();
            var output = new Utf8Output(writer);
            for (var at = 0; at < bytes.Length; at += piece)
            {
                var part = bytes.AsSpan(at, Math.Min(piece, bytes.Length - at));
                part.CopyTo(output.GetSpan(part.Length));
                output.Advance(part.Length);
            }

            output.Complete();
            Assert.Equal(text, writer.ToString());
        }
    }

    [Fact]
    public void A_document_is_the_same_as_when_it_is_held()
    {
        var values = Enumerable.Range(0, 5_000).Select(i => $"value {i} \U0001F600").Append(new string('x', 1_000_000)).ToArray();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var text = new StringWriter();
        var output = new Utf8Output(text);
        using var held = new MemoryStream();
        using (var first = new Utf8JsonWriter(output, options)) Write(first);
        output.Complete();
        using (var second = new Utf8JsonWriter(held, options)) Write(second);
        Assert.Equal(Encoding.UTF8.GetString(held.ToArray()), text.ToString());

        void Write(Utf8JsonWriter json)
        {
            json.WriteStartArray();
            foreach (var value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }
    }
}
