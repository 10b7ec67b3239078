using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Aggregator.Exporting;

/// <summary>One column of the row group that is being filled.</summary>
internal abstract class ParquetColumn(DataField field)
{
    public DataField Field { get; } = field;

    public static ParquetColumn Of(string name) =>
        ParquetArticles.Integers.Contains(name) ? new Integer(name)
        : name.EndsWith("_at", StringComparison.Ordinal) ? new Instant(name)
        : new Text(name);

    /// <returns>UTF-16 units that it takes.</returns>
    public abstract int Add(object? value);

    /// <summary>Writes the values and forgets them.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group);

    private sealed class Integer(string name) : ParquetColumn(new DataField(name, typeof(long?)))
    {
        private readonly List<long?> _values = [];

        public override int Add(object? value)
        {
            _values.Add(value as long?);
            return 0;
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group)
        {
            await group.WriteAsync<long>(Field, _values.ToArray());
            _values.Clear();
        }
    }

    private sealed class Instant(string name)
        : ParquetColumn(new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true))
    {
        private readonly List<DateTime?> _values = [];

        public override int Add(object? value)
        {
            _values.Add(DateTime.TryParseExact(
                value as string, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null);
            return 0;
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group)
        {
            await group.WriteAsync<DateTime>(Field, _values.ToArray());
            _values.Clear();
        }
    }

    private sealed class Text(string name) : ParquetColumn(new DataField(name, typeof(string)))
    {
        private readonly List<string?> _values = [];

        public override int Add(object? value)
        {
            var text = value as string;
            _values.Add(text);
            return text?.Length ?? 0;
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group)
        {
            await group.WriteAsync(Field, _values!);
            _values.Clear();
        }
    }
}
