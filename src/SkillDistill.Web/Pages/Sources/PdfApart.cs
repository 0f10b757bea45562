using System.Diagnostics;
using System.Text;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>
/// Reads a PDF in a process of its own, with little memory and little time: a file made to unpack without end, or to nest until the stack is full, ends that process and nothing else.
/// It is this same program, started with one word; the file goes in and its text comes out, and nothing touches a disk.
/// </summary>
internal sealed class PdfApart : IDisposable
{
    public const string Command = "read-pdf";

    private const int Exhausted = 3;
    private const string Memory = "0x20000000";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    private readonly SemaphoreSlim _two = new(2);

    public void Dispose() => _two.Dispose();

    public Outcome<string> Of(string path, byte[] bytes)
    {
        _two.Wait();
        try
        {
            using var reader = Process.Start(Start()) ?? throw new InvalidOperationException("No process was started to read a PDF.");
            try
            {
                return Read(reader, path, bytes);
            }
            finally
            {
                reader.Kill(entireProcessTree: true);
            }
        }
        finally
        {
            _two.Release();
        }
    }

    /// <summary>The other side: the file on standard input; on standard output what it is, and its text.</summary>
    public static int Run()
    {
        // The library takes an exhausted memory for an odd page, and goes on without it.
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) =>
        {
            if (thrown.Exception is OutOfMemoryException)
            {
                Environment.Exit(Exhausted);
            }
        };
        using var bytes = new MemoryStream();
        using (var input = Console.OpenStandardInput())
        {
            input.CopyTo(bytes);
        }

        var text = PdfText.Of("", bytes.ToArray());
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.GetBytes(text.Refused(out var refusal) ? $"{refusal.Key} {string.Join(' ', refusal.Arguments.Skip(1))}\n" : $"\n{text.Value}"));
        return 0;
    }

    private static Outcome<string> Read(Process reader, string path, byte[] bytes)
    {
        var said = SayAsync(reader, bytes);
        if (!said.Wait(Patience) || said.Result is not { } answer || answer.IndexOf('\n', StringComparison.Ordinal) is not (>= 0 and var end))
        {
            return new PdfTooMuch(path);
        }

        return answer[..end].Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => answer.Length - 1 > UploadLimits.DocumentSize ? new DocumentTooLarge(path, UploadLimits.DocumentSize / UploadLimits.Megabyte) : answer[1..],
            [nameof(PdfProtected)] => new PdfProtected(path),
            [nameof(PdfHoldsNoText)] => new PdfHoldsNoText(path),
            [nameof(PdfTooLong), var pages, ..] when int.TryParse(pages, out var count) => new PdfTooLong(path, count, PdfText.Pages),
            _ => new PdfBroken(path),
        };
    }

    /// <returns>What the other side wrote; null where it broke off.</returns>
    private static async Task<string?> SayAsync(Process reader, byte[] bytes)
    {
        var answer = reader.StandardOutput.ReadToEndAsync();
        try
        {
            await reader.StandardInput.BaseStream.WriteAsync(bytes);
            reader.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all; how it ended says why.
        }

        var said = await answer;
        await reader.WaitForExitAsync();
        return reader.ExitCode == 0 ? said : null;
    }

    private static ProcessStartInfo Start()
    {
        var program = typeof(PdfApart).Assembly.Location;
        var host = Environment.ProcessPath is { } running && Path.GetFileNameWithoutExtension(running).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? running : "dotnet";
        var start = new ProcessStartInfo(host, [program, Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding,
            UseShellExecute = false,
        };

        // Nothing that this process was told (keys, passwords of the store) is told to that one.
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "HOME" or "TMPDIR" or "DOTNET_ROOT" or "SystemRoot")).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = Memory;
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }
}
