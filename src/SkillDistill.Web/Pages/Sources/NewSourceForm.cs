using System.Text;
using System.Text.RegularExpressions;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>The three ways to bring something in; one of them is used at a time.</summary>
internal sealed partial class NewSourceForm
{
    /// <summary>Above what the reading takes, so that it can say in words what is too much.</summary>
    public const long RequestSize = 64L * UploadLimits.Megabyte;

    /// <summary>Parts of one request: a folder beyond the reading's limit still arrives to be told so.</summary>
    public const int RequestParts = 3 * UploadLimits.Entries;

    public List<IFormFile> Files { get; set; } = [];

    public List<IFormFile> Folder { get; set; } = [];

    public string? Title { get; set; }

    public string? Text { get; set; }

    /// <summary>The field that was used, or the first where none or several were.</summary>
    public string Used => Ways is [var only] ? only : nameof(Files);

    private IReadOnlyList<string> Ways =>
    [
        .. Files.Count > 0 ? [nameof(Files)] : Array.Empty<string>(),
        .. Folder.Count > 0 ? [nameof(Folder)] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(Text) ? Array.Empty<string>() : [nameof(Text)],
    ];

    /// <param name="untitled">What a pasted text is called where its owner gave it no title.</param>
    public Outcome<IReadOnlyList<UploadedFile>> Chosen(string untitled)
    {
        if (Ways.Count > 1)
        {
            return new OneWayAtATime();
        }

        UploadedFile[] files = Used == nameof(Text)
            ? [Pasted(Text!, untitled)]
            : [.. Files.Concat(Folder).Select(file => new UploadedFile(file.FileName, file.OpenReadStream()))];
        return files;
    }

    /// <summary>What to call a pasted text; files name themselves.</summary>
    public string? Name(string untitled) => Used == nameof(Text) ? Titled(untitled) : null;

    private string Titled(string untitled) => string.IsNullOrWhiteSpace(Title) ? untitled : Title.Trim();

    private UploadedFile Pasted(string text, string untitled)
    {
        var safe = NotForPaths().Replace(Titled(untitled), " ").Trim(' ', '.');
        var name = safe.Length == 0 ? untitled : safe.Length > Source.NameLength ? safe[..Source.NameLength] : safe;
        return new UploadedFile(name + (Markdown().IsMatch(text) ? ".md" : ".txt"), new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }

    [GeneratedRegex(@"[/\\:\p{C}]+")]
    private static partial Regex NotForPaths();

    [GeneratedRegex(@"^(?:#{1,6} |```|\|.*\||> )|\*\*\S|\]\(", RegexOptions.Multiline)]
    private static partial Regex Markdown();
}

internal sealed record OneWayAtATime : UploadRefusal;
