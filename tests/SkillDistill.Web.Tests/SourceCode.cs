using SkillDistill.Tests;

namespace SkillDistill.Web.Tests;

/// <summary>The files of this repository, for tests about how it is written.</summary>
internal static class SourceCode
{
    public static string Root => Repository.Root;

    /// <summary>Files under src with this ending, without what the build made.</summary>
    public static IReadOnlyList<string> Files(string ending, string below = "src") =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, below), "*" + ending, SearchOption.AllDirectories).Where(IsOurs).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Folders() =>
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories).Where(folder => IsOurs(folder + Path.DirectorySeparatorChar))];

    public static string Name(string path) => Path.GetRelativePath(Root, path);

    private static bool IsOurs(string path) =>
        !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "wwwroot" or "data");
}
