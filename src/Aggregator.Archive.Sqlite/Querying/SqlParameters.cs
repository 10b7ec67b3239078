using Aggregator.Pipeline.Subscribing;
using SQLitePCL;

namespace Aggregator.Archive.Sqlite.Querying;

/// <summary>Binds named values to a statement's parameters: each must have a value, each value a parameter.</summary>
internal static class SqlParameters
{
    /// <returns>Null when everything fits.</returns>
    public static SqlError? Bind(sqlite3_stmt statement, IReadOnlyDictionary<string, object?> values)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var count = raw.sqlite3_bind_parameter_count(statement);
        for (var index = 1; index <= count; index++)
        {
            var spelled = raw.sqlite3_bind_parameter_name(statement, index).utf8_to_string();
            // `?5` leaves the numbers below it without a name and without a use.
            if (spelled is null || spelled[0] == '?')
                return new(SqlErrorKind.Statement, "parameters need names, such as :since, not question marks");
            var name = spelled[1..];
            if (!values.TryGetValue(name, out var value))
                return new(SqlErrorKind.Statement, $"the parameter {spelled} has no value; give it one with --param {name}=VALUE");
            used.Add(name);
            var code = BindOne(statement, index, value);
            if (code != raw.SQLITE_OK)
                return SqlErrors.Of(code, $"the value of {spelled} cannot be used", null);
        }
        var unknown = values.Keys.FirstOrDefault(k => !used.Contains(k));
        if (unknown is null)
            return null;
        var names = used.Count == 0 ? "it has none" : $"it has {string.Join(", ", used.Order(StringComparer.Ordinal))}";
        return new(SqlErrorKind.Statement, $"the statement has no parameter '{unknown}'; {names}") { Suggestion = NearestName.Of(unknown, used) };
    }

    private static int BindOne(sqlite3_stmt statement, int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        double number => raw.sqlite3_bind_double(statement, index, number),
        string text => raw.sqlite3_bind_text(statement, index, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        _ => throw new ArgumentException($"a parameter is long, double, string, byte[] or null, not {value.GetType()}"),
    };
}
