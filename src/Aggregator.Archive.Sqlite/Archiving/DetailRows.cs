using Aggregator.Pipeline.Normalizing;

namespace Aggregator.Archive.Sqlite.Archiving;

/// <summary>The lists of an article: authors, categories, enclosures, and what normalizing changed.</summary>
internal sealed class DetailRows(Statements statements)
{
    private readonly Statement _author = statements.Prepare("INSERT INTO author(article_id, number, name, email, url) VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly Statement _category = statements.Prepare("INSERT INTO category(article_id, number, term, scheme) VALUES (?1, ?2, ?3, ?4)");
    private readonly Statement _enclosure = statements.Prepare(
        "INSERT INTO enclosure(article_id, number, url, type, length, duration_s) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    private readonly Statement _cleanup = statements.Prepare(
        "INSERT INTO cleanup(article_id, number, field, position, rule, removed, inserted) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    private readonly Statement[] _clear =
    [
        statements.Prepare("DELETE FROM author WHERE article_id = ?1"),
        statements.Prepare("DELETE FROM category WHERE article_id = ?1"),
        statements.Prepare("DELETE FROM enclosure WHERE article_id = ?1"),
        statements.Prepare("DELETE FROM cleanup WHERE article_id = ?1"),
    ];

    public void Add(long id, Article article)
    {
        var number = 0;
        foreach (var author in article.Authors) _author.With(id).With(++number).With(author.Name).With(author.Email).With(author.Uri).Run();
        number = 0;
        foreach (var category in article.Categories) _category.With(id).With(++number).With(category.Term).With(category.Scheme).Run();
        number = 0;
        foreach (var file in article.Enclosures)
            _enclosure.With(id).With(++number).With(file.Url).With(file.Type).With(file.Length).With(file.DurationSeconds).Run();
        number = 0;
        foreach (var cleanup in article.Cleanups)
            _cleanup.With(id).With(++number).With(cleanup.Field).With(cleanup.Position).With(cleanup.Rule).With(cleanup.Removed).With(cleanup.Inserted).Run();
    }

    /// <summary>The lists are those of the text that the article has now.</summary>
    public void Replace(long id, Article article)
    {
        foreach (var clear in _clear) clear.With(id).Run();
        Add(id, article);
    }
}
