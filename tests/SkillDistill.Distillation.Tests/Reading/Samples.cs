using SkillDistill.Tests;

namespace SkillDistill.Distillation.Tests.Reading;

/// <summary>Real documents that nobody here wrote. They are kept out of the repository; a test that needs them fails where they are absent.</summary>
internal static class Samples
{
    public static string Folder => Repository.Shared("samples");

    public static string Text(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories).Where(path => !path.Contains("taxonomies", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
