namespace Aggregator.Queries;

/// <summary>A query kept in a file: comment lines at its top say what it answers and which parameters it takes.</summary>
/// <param name="Name">The file's name without <c>.sql</c>.</param>
/// <param name="Description">The first comment lines, in one sentence.</param>
/// <param name="Parameters">In the order of the file.</param>
/// <param name="Sql">The whole file.</param>
internal sealed record SavedQuery(string Name, string Description, IReadOnlyList<SavedParameter> Parameters, string Sql)
{
    private const string Comment = "--";

    /// <summary>
    /// Reads the comment lines at the top of <paramref name="sql"/>. A line <c>-- :days = 7  How far back</c> declares a parameter with a
    /// default (a number, <c>null</c> or a <c>'quoted text'</c>), one without <c>=</c> a parameter that must be given.
    /// </summary>
    public static SavedQuery Read(string name, string sql)
    {
        var description = new List<string>();
        var parameters = new List<SavedParameter>();
        foreach (var line in sql.Split('\n').Select(l => l.Trim()))
        {
            if (!line.StartsWith(Comment, StringComparison.Ordinal))
                break;
            var text = line[Comment.Length..].Trim();
            if (text.StartsWith(':'))
                parameters.Add(SavedParameter.Read(text[1..]));
            else if (text.Length > 0)
                description.Add(text);
        }
        return new(name, string.Join(' ', description), parameters, sql);
    }
}
