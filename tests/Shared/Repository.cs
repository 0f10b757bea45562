namespace SkillDistill.Tests;

/// <summary>
/// Where tests find the repository they belong to, and the material shared between teams, which is not part of it: the folder that
/// SKILLDISTILL_SHARED names, or else "shared" beside the repository.
/// </summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>A file or folder of the shared material.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there; the test that needs it fails with its name.</exception>
    public static string Shared(string path)
    {
        var shared = Environment.GetEnvironmentVariable("SKILLDISTILL_SHARED") is { Length: > 0 } named ? named : Path.Combine(Root, "..", "shared");
        var found = Path.GetFullPath(Path.Combine(shared, path));
        return Path.Exists(found) ? found : throw new DirectoryNotFoundException($"This test needs {found}: put it there, or set SKILLDISTILL_SHARED to where the shared material is.");
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "SkillDistill.sln"))
        ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException($"No SkillDistill.sln above {AppContext.BaseDirectory}."));
}
