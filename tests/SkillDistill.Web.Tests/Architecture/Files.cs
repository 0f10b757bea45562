namespace SkillDistill.Web.Tests.Architecture;

/// <summary>How large files are, and that folders are the product's nouns.</summary>
public sealed class Files
{
    private const int Longest = 300;
    private const int LongestProgram = 60;

    private static readonly string[] Kinds = ["Services", "Models", "Interfaces", "Helpers", "Utils", "Utilities", "Common", "Managers"];

    [Fact]
    public void Folders_are_nouns_of_the_product_and_not_kinds_of_code()
    {
        var folders = SourceCode.Folders().Select(SourceCode.Name).ToList();

        Assert.Contains(folders, folder => Path.GetFileName(folder) == "People");

        // The models here are language models, a noun of the product.
        string[] languageModels = [.. new[] { "SkillDistill.Domain", "SkillDistill.Data", "SkillDistill.Distillation", "SkillDistill.Web/Pages/Admin" }.Select(room => Path.Combine("src", room, "Models"))];
        Assert.DoesNotContain(folders, folder => Kinds.Contains(Path.GetFileName(folder)) && !languageModels.Contains(folder));
    }

    [Fact]
    public void No_file_is_longer_than_a_person_reads()
    {
        var files = new[] { ".cs", ".cshtml", ".js", ".mjs", ".css" }.SelectMany(ending => SourceCode.Files(ending))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();

        Assert.True(files.Count > 100, $"Only {files.Count} files were found.");
        Assert.Empty(files.Where(file => File.ReadLines(file).Count() > Longest).Select(SourceCode.Name));
    }

    [Fact]
    public void Program_is_a_table_of_contents()
    {
        var lines = File.ReadLines(Path.Combine(SourceCode.Root, "src", "SkillDistill.Web", "Program.cs")).Count();

        Assert.InRange(lines, 1, LongestProgram - 1);
    }
}
