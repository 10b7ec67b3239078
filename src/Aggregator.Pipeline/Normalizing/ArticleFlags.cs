namespace Aggregator.Pipeline.Normalizing;

/// <summary>Words of the column <c>articles.flags</c>.</summary>
internal static class ArticleFlags
{
    /// <summary>The document ended inside the item.</summary>
    public const string Incomplete = "incomplete";
}
