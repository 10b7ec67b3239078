using Aggregator.Benchmarks;

// Measures on documents that lie in memory, one JSON line a pass on standard output.
//   parse FOLDER [passes] [threads]    everything the reader does, full work
return args switch
{
    ["parse", var folder, .. var rest] => ParseBenchmark.Run(folder, Number(rest, 0, 1), Number(rest, 1, 1)),
    _ => Usage(),
};

static int Number(string[] rest, int index, int otherwise) =>
    index < rest.Length && int.TryParse(rest[index], out var number) && number > 0 ? number : otherwise;

static int Usage()
{
    Console.Error.WriteLine("Benchmarks parse FOLDER [passes] [threads]");
    return 2;
}
