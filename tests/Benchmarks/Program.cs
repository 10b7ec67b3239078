using Aggregator.Benchmarks;

// Measures on documents that lie in memory, one JSON line a pass on standard output.
//   parse FOLDER [passes] [threads]    everything the reader does, full work
//   flow FOLDER [passes]               the stages of a poll but the network, into a new archive
return args switch
{
    ["parse", var folder, .. var rest] => ParseBenchmark.Run(folder, Number(rest, 0, 1), Number(rest, 1, 1)),
    ["flow", var folder, .. var rest] => await FlowBenchmark.RunAsync(folder, Number(rest, 0, 1)).ConfigureAwait(false),
    _ => Usage(),
};

static int Number(string[] rest, int index, int otherwise) =>
    index < rest.Length && int.TryParse(rest[index], out var number) && number > 0 ? number : otherwise;

static int Usage()
{
    Console.Error.WriteLine("Benchmarks parse FOLDER [passes] [threads]\nBenchmarks flow FOLDER [passes]");
    return 2;
}
