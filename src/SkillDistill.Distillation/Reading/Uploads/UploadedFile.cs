namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>One file as the browser sent it.</summary>
/// <param name="Path">The file's name, or its path within the chosen folder.</param>
/// <param name="Content">Read once, from where it stands; the caller disposes of it.</param>
public sealed record UploadedFile(string Path, Stream Content);
