using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>What was brought in, unpacked and decoded, ready to be kept as a <see cref="Source"/>.</summary>
/// <param name="Name">What the owner will know it by: the archive, the folder or the file.</param>
/// <param name="Skipped">Paths that came along and were left out, because they are no text we read or hold none.</param>
public sealed record Upload(SourceKind Kind, string Name, IReadOnlyList<UploadedDocument> Documents, IReadOnlyList<string> Skipped);

/// <summary>One document: its path within the upload, with slashes, and its text as it came, line ends included.</summary>
public sealed record UploadedDocument(string Path, string Text);
