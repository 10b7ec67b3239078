using System.CommandLine;
using System.Text.Json;
using Aggregator.Feeds;
using Aggregator.Output;
using Aggregator.Parsing;

namespace Aggregator.Commands;

/// <summary><c>parse feed</c>: prints what the reader makes of a document.</summary>
internal static class ParseCommand
{
    private static readonly Argument<string> s_file = new("FILE") { Description = "the document; - is standard input", DefaultValueFactory = _ => "-" };
    private static readonly Option<bool> s_batch = new("--batch") { Description = "reads requests from standard input, one a line: a JSON object {id, file, url, headers} or a path" };
    private static readonly Option<string?> s_url = new("--url") { Description = "the address that the document came from: base of relative references" };
    private static readonly Option<FileInfo?> s_headers = new("--headers") { Description = "a JSON file with the HTTP response headers, or {url, headers}" };
    private static readonly Option<bool> s_sanitize = new("--sanitize") { Description = "prints HTML without anything that a browser would run" };

    public static Command Create(CommandRunner runner)
    {
        var feed = new Command("feed", "Prints a feed in JSON: its fields, its items and what was wrong with it.") { s_file, s_batch, s_url, s_headers, s_sanitize };
        return new Command("parse", "Prints what the readers make of a document.") { runner.Bind(feed, FeedAsync), ParseOpmlCommand.Create(runner) };
    }

    private static async Task<int> FeedAsync(CommandContext context, ParseResult line, CancellationToken stop)
    {
        Func<ReadOutcome, ReadOutcome> shown = line.GetValue(s_sanitize) ? ShownFeed.Of : outcome => outcome;
        if (line.GetValue(s_batch)) return await BatchAsync(context, request => FeedJson.Write(request, shown(Read(request))), stop);
        var request = ParseRequest.OfFile(line.GetValue(s_file)!) with { Url = line.GetValue(s_url) };
        if (line.GetValue(s_headers) is { } headers)
        {
            try
            {
                using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(headers.FullName, stop));
                request = request.With(json.RootElement);
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException)
            {
                return context.Refuse($"--headers {headers}: {trouble.Message}");
            }
        }

        try
        {
            var outcome = Read(request);
            if (context.Terminal.OutIsTerminal)
                foreach (var text in FeedSummary.Lines(request, outcome, context.Terminal.Width)) await context.Terminal.Out.WriteLineAsync(text);
            else WriteJson(request, shown(outcome), context.Terminal.Out);
            return outcome is ReadOutcome.Rejected rejected ? context.Fail(rejected.Reason) : ExitCode.Done;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return context.Fail($"{request.File}: {trouble.Message}");
        }
    }

    private static void WriteJson(ParseRequest request, ReadOutcome outcome, TextWriter output)
    {
        var text = new Utf8Output(output);
        FeedJson.Write(request, outcome, text);
        text.Complete();
        output.WriteLine();
    }

    /// <summary>Answers every line of standard input with one of the answers' JSON.</summary>
    internal static async Task<int> BatchAsync(CommandContext context, Func<ParseRequest, string> answer, CancellationToken stop)
    {
        while (await context.Terminal.In.ReadLineAsync(stop) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            await context.Terminal.Out.WriteLineAsync(Answer(line.Trim(), answer));
        }

        return ExitCode.Done;
    }

    // An answer is always given, whatever the request was.
    private static string Answer(string line, Func<ParseRequest, string> answer)
    {
        var request = ParseRequest.OfFile(line);
        try
        {
            request = ParseRequest.OfLine(line);
            return answer(request);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return FeedJson.WriteFailure(request, "file.unreadable", trouble.Message);
        }
        catch (JsonException trouble)
        {
            return FeedJson.WriteFailure(request, "request.malformed", trouble.Message);
        }
#pragma warning disable CA1031 // A fault of ours in one document is that document's answer; the others of the batch are still to be read.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return FeedJson.WriteFailure(request, "program.fault", $"the program failed on this document, please report it: {fault}");
        }
    }

    private static ReadOutcome Read(ParseRequest request) => FeedReader.Read(DocumentFile.Load(request.File, request.Header("Content-Encoding")), new ReadContext
    {
        Url = request.Url,
        ContentType = request.Header("Content-Type"),
        ContentLocation = request.Header("Content-Location"),
        ContentLanguage = request.Header("Content-Language"),
    });
}
