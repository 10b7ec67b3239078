using System.CommandLine;
using Aggregator.Feeds;
using Aggregator.Parsing;

namespace Aggregator.Commands;

/// <summary><c>parse opml</c>: prints the feeds that an OPML file names.</summary>
internal static class ParseOpmlCommand
{
    private static readonly Argument<string> s_file = new("FILE") { Description = "the document; - is standard input", DefaultValueFactory = _ => "-" };
    private static readonly Option<bool> s_batch = new("--batch") { Description = "reads requests from standard input, one a line: a JSON object {id, file, headers} or a path" };

    public static Command Create(CommandRunner runner)
    {
        var opml = new Command("opml", "Prints the feeds of an OPML file in JSON, and what was wrong with it.") { s_file, s_batch };
        return runner.Bind(opml, RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, ParseResult line, CancellationToken stop)
    {
        if (line.GetValue(s_batch)) return await ParseCommand.BatchAsync(context, request => OpmlJson.Write(request, Read(request)), stop);
        var request = ParseRequest.OfFile(line.GetValue(s_file)!);
        try
        {
            var document = Read(request);
            await context.Terminal.Out.WriteLineAsync(OpmlJson.Write(request, document));
            return document.IsOpml ? ExitCode.Done : context.Fail(OpmlJson.NoOpml);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return context.Fail($"{request.File}: {trouble.Message}");
        }
    }

    private static OpmlDocument Read(ParseRequest request) =>
        OpmlDocument.Read(DocumentFile.Load(request.File, request.Header("Content-Encoding")), request.Header("Content-Type"));
}
