// Long runs that a suite has no time for; each has a short form in the suite.
//   dotnet run --project tests/Endurance -c Release -- kill PROGRAM.dll [--rounds 50] [--feeds 26] [--seed 1]
using System.Globalization;
using Aggregator.Endurance;

if (args is not ["kill", var program, ..])
{
    Console.Error.WriteLine("endurance kill PROGRAM.dll [--rounds 50] [--feeds 26] [--seed 1]");
    return 2;
}

int Option(string name, int fallback) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : fallback;

var folder = Directory.CreateTempSubdirectory("aggregator-kill-").FullName;
var faults = await new KillLoop(Path.GetFullPath(program), folder, Option("--rounds", 50), Option("--feeds", 26), Option("--seed", 1), Console.Out).RunAsync();
foreach (var fault in faults) Console.WriteLine(fault);
if (faults.Count > 0) Console.WriteLine($"the archive is kept in {folder}");
else Directory.Delete(folder, recursive: true);
return faults.Count == 0 ? 0 : 1;
