// Long runs that a suite has no time for; each has a short form in the suite.
//   dotnet run --project tests/Endurance -c Release -- VERB [PROGRAM.dll] [options]
// PROGRAM.dll is what `dotnet publish src/Aggregator -c Release -o DIR` gives.
using Aggregator.Endurance;
using Aggregator.Endurance.Contending;
using Aggregator.Endurance.Faulting;
using Aggregator.Endurance.Killing;
using Aggregator.Endurance.Misbehaving;
using Aggregator.Endurance.Soaking;
using Aggregator.Endurance.Tracing;

Dictionary<string, Verb> verbs = new(StringComparer.Ordinal)
{
    ["kill"] = new("PROGRAM.dll [--rounds 50] [--feeds 26] [--seed 1] [--during backup|migration|prune [--kills 50]]", KillVerb.RunAsync),
    ["failwrite"] = new("[--feeds 4] [--seed 1] [--step 1]", FailingWritesVerb.RunAsync),
    ["powerloss"] = new("[--feeds 12] [--seed 1] [--states 2000]", PowerLossVerb.RunAsync),
    ["diskfull"] = new("PROGRAM.dll [--rounds 100] [--feeds 12] [--seed 1] [--disk FOLDER]", FullDiskVerb.RunAsync),
    ["flip"] = new("[--flips 500] [--seed 1]", FlippedBytesVerb.RunAsync),
    ["reader"] = new("[--megabytes 1000] [--seed 1]", HeldReaderVerb.RunAsync),
    ["backup"] = new("[--rounds 100] [--seed 1]", BackupVerb.RunAsync),
    ["contend"] = new("PROGRAM.dll [--minutes 10] [--feeds 100] [--seed 1]", ContendVerb.RunAsync),
    ["soak"] = new("PROGRAM.dll [--minutes 60] [--feeds 300] [--seed 1] [--csv FILE]", SoakVerb.RunAsync),
    ["hostile"] = new("PROGRAM.dll", HostileVerb.RunAsync),
    ["strace"] = new("PROGRAM.dll [--only PART-OF-NAME]", StraceVerb.RunAsync),
};

if (args is [var name, ..] && verbs.TryGetValue(name, out var verb) && Arguments.Parse(args[1..]) is { } given
    && verb.Usage.StartsWith("PROGRAM", StringComparison.Ordinal) == (given.Path.Length > 0))
    return await verb.RunAsync(given);

foreach (var (known, usage) in verbs) Console.Error.WriteLine($"endurance {known} {usage.Usage}");
return 2;
