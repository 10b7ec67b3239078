// Long runs that a suite has no time for; each has a short form in the suite.
//   dotnet run --project tests/Endurance -c Release -- VERB PROGRAM.dll [options]
// PROGRAM.dll is what `dotnet publish src/Aggregator -c Release -o DIR` gives.
using Aggregator.Endurance;
using Aggregator.Endurance.Killing;
using Aggregator.Endurance.Misbehaving;
using Aggregator.Endurance.Soaking;
using Aggregator.Endurance.Tracing;

Dictionary<string, Verb> verbs = new(StringComparer.Ordinal)
{
    ["hostile"] = new("PROGRAM.dll", HostileVerb.RunAsync),
    ["kill"] = new("PROGRAM.dll [--rounds 50] [--feeds 26] [--seed 1]", KillVerb.RunAsync),
    ["strace"] = new("PROGRAM.dll [--only PART-OF-NAME]", StraceVerb.RunAsync),
    ["soak"] = new("PROGRAM.dll [--minutes 60] [--feeds 300] [--seed 1] [--csv FILE]", SoakVerb.RunAsync),
};

if (args is [var name, ..] && verbs.TryGetValue(name, out var verb) && Arguments.Parse(args[1..]) is { } given) return await verb.RunAsync(given);

foreach (var (known, usage) in verbs) Console.Error.WriteLine($"endurance {known} {usage.Usage}");
return 2;
