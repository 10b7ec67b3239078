using System.Globalization;
using Aggregator.Fuzz;
using Aggregator.Fuzz.Mutating;

// dotnet run -c Release --project tests/Fuzz -- [--minutes 30] [--mutants 10000000] [--seed 1] [--slow 100] [--output FOLDER] [FOLDER...]
var minutes = 30.0;
var mutants = 10_000_000L;
var seed = 1;
var slow = 100.0;
var output = "fuzz-findings";
var folders = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--minutes":
            minutes = double.Parse(args[++i], CultureInfo.InvariantCulture);
            break;
        case "--mutants":
            mutants = long.Parse(args[++i], CultureInfo.InvariantCulture);
            break;
        case "--seed":
            seed = int.Parse(args[++i], CultureInfo.InvariantCulture);
            break;
        case "--slow":
            slow = double.Parse(args[++i], CultureInfo.InvariantCulture);
            break;
        case "--output":
            output = args[++i];
            break;
        default:
            folders.Add(args[i]);
            break;
    }
}

if (folders.Count == 0)
    folders.Add(Path.Combine("tests", "Aggregator.Feeds.Tests", "Fixtures"));
var seeds = Seeds.Load(folders);
if (seeds.Count == 0)
{
    Console.Error.WriteLine($"no documents below {string.Join(", ", folders)}");
    return 2;
}

Console.Error.WriteLine($"{seeds.Count} documents, seed {seed}, at most {mutants} mutants or {minutes} minutes");
var run = new FuzzRun(seeds, seed);
run.Run(mutants, TimeSpan.FromMinutes(minutes), TimeSpan.FromMilliseconds(slow), r => Console.Error.WriteLine($"{r.Mutants} mutants, {r.Findings.Count} findings"));
Console.WriteLine($"{run.Mutants} mutants, {run.Findings.Count} kinds of findings");
var number = 0;
foreach (var finding in run.Findings)
{
    Directory.CreateDirectory(output);
    var file = Path.Combine(output, $"{finding.Oracle}-{++number}.bin");
    File.WriteAllBytes(file, finding.Document);
    Console.WriteLine($"{file}: {finding.What}");
}

return run.Findings.Count == 0 ? 0 : 1;
