using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>The files found so far, each judged as it comes in, so that reading stops at the first that is too much.</summary>
internal sealed class Contents(ReadPdf readPdf)
{
    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _skipped = [];
    private readonly List<UploadedDocument> _documents = [];
    private long _size;

    public IReadOnlyList<UploadedDocument> Documents => _documents;

    public IReadOnlyList<string> Skipped => _skipped;

    public Outcome<Contents> Add(string name, Stream content)
    {
        var path = UploadPath.Normalised(name);
        if (PathProblem(path) is { } problem)
        {
            return problem;
        }

        if (!UploadPath.IsOfInterest(path))
        {
            _skipped.Add(path);
            return this;
        }

        var read = ReadBytes.UpTo(UploadLimits.DocumentSize, content);
        if (read is null)
        {
            return new DocumentTooLarge(path, UploadLimits.DocumentSize / UploadLimits.Megabyte);
        }

        _size += read.Length;
        return _size > UploadLimits.UnpackedSize ? new UploadTooLarge(UploadLimits.UnpackedSize / UploadLimits.Megabyte) : Keep(path, read);
    }

    private Outcome<Contents> Keep(string path, byte[] bytes)
    {
        var text = UploadPath.IsWord(path) ? ReadWord.Of(path, bytes) : UploadPath.IsPdf(path) ? readPdf(path, bytes) : DecodeText.Of(path, bytes);
        if (text.Refused(out var refusal))
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            _skipped.Add(path);
            return this;
        }

        _documents.Add(new UploadedDocument(path, text.Value));
        return _documents.Count > UploadLimits.Documents ? new TooManyDocuments(UploadLimits.Documents) : this;
    }

    private UploadRefusal? PathProblem(string path) => path switch
    {
        _ when UploadPath.Leaves(path) => new PathLeavesFolder(path),
        { Length: > SourceDocument.PathLength } => new PathTooLong(path[..40] + "…", SourceDocument.PathLength),
        _ when !_paths.Add(path) => new PathTwice(path),
        _ => null,
    };
}
