namespace Aggregator.Archive.Sqlite.Upkeep;

/// <summary>Something that <see cref="ArchiveCheck"/> found wrong.</summary>
/// <param name="Area">What it is about.</param>
/// <param name="Sentence">What is wrong, with how many and an example.</param>
/// <param name="Mendable">True: a count or the index, which <c>--repair</c> makes again from the articles.</param>
public sealed record CheckFinding(CheckArea Area, string Sentence, bool Mendable);

/// <summary>What a check looks at.</summary>
public enum CheckArea
{
    /// <summary>Pages and indexes of the file (SQLite's own check).</summary>
    File,

    /// <summary>Rows that name rows that are not there.</summary>
    References,

    /// <summary>Keys under which articles are found, and sightings.</summary>
    Identity,

    /// <summary>Numbers and order of revisions.</summary>
    Revisions,

    /// <summary>Counts and first and last times in <c>feeds</c>, <c>sources</c>, <c>stories</c> and <c>daily</c>.</summary>
    Counts,

    /// <summary>The full-text index.</summary>
    Search,
}
