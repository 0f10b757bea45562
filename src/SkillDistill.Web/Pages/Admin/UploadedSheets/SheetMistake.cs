namespace SkillDistill.Web.Pages.Admin.UploadedSheets;

/// <summary>Why one line of a sheet cannot be brought in.</summary>
/// <param name="Number">Of the line in the file.</param>
/// <param name="Key">The end of the key of its sentence, which begins with "Sheet.".</param>
internal sealed record SheetMistake(int Number, string Key, IReadOnlyList<object> Arguments)
{
    /// <summary>How many are shown at once, of mistakes and of effects; of the others only how many they are.</summary>
    public const int Shown = 200;
}
