using System.Globalization;
using Aggregator.Benchmarks;
using Aggregator.Benchmarks.Archives;

// Measures on what lies in memory or in a file, one JSON line a measure on standard output.
//   parse FOLDER [passes] [threads]              everything the reader does, full work
//   flow FOLDER [passes]                         the stages of a poll but the network, into a new archive
//   build FILE [articles] [feeds] [seed]         an archive of years of news, by default a million articles of 2,000 feeds; one that is there grows on
//   measure FILE [docs/sql.md]                   what people ask of it, and every question of the cookbook
return args switch
{
    ["parse", var folder, .. var rest] => ParseBenchmark.Run(folder, Number(rest, 0, 1), Number(rest, 1, 1)),
    ["flow", var folder, .. var rest] => await FlowBenchmark.RunAsync(folder, Number(rest, 0, 1)).ConfigureAwait(false),
    ["build", var file, .. var rest] => await new ArchiveBuild(Path.GetFullPath(file), Number(rest, 0, 1_000_000), Number(rest, 1, 2000), Number(rest, 2, 1), Console.Out).RunAsync().ConfigureAwait(false),
    ["measure", var file, .. var rest] => new ArchiveMeasure(Path.GetFullPath(file), Console.Out).Run(rest.Length > 0 ? rest[0] : null),
    _ => Usage(),
};

static int Number(string[] rest, int index, int otherwise) =>
    index < rest.Length && int.TryParse(rest[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;

static int Usage()
{
    Console.Error.WriteLine("Benchmarks parse FOLDER [passes] [threads]\nBenchmarks flow FOLDER [passes]\nBenchmarks build FILE [articles] [feeds] [seed]\nBenchmarks measure FILE [docs/sql.md]");
    return 2;
}
