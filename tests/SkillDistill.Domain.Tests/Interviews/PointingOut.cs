using SkillDistill.Domain.Interviews;
using Xunit.Abstractions;

namespace SkillDistill.Domain.Tests.Interviews;

/// <summary>The exclusions against texts that were decided about before there were rules; the form is told at the head of exclusions.txt.</summary>
public sealed class PointingOut(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<(string Kind, string Text)> Texts =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Interviews", "exclusions.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2))
            .Select(parts => (parts[0], parts[1])),
    ];

    [Fact]
    public void What_does_not_belong_into_a_profile_is_pointed_out_where_it_stands()
    {
        var positives = Texts.Where(text => text.Kind != "-").ToList();
        var missed = positives.Where(text => !IsFound(Enum.Parse<ExclusionKind>(text.Kind), text.Text)).ToList();

        output.WriteLine($"{positives.Count} texts, {missed.Count} missed");
        Assert.True(positives.Count >= 40);
        Assert.Empty(missed);
    }

    [Fact]
    public void What_only_looks_like_it_is_left_alone()
    {
        var negatives = Texts.Where(text => text.Kind == "-").ToList();
        var pointedOut = negatives.Select(text => (text.Text, Found: Exclusions.In(text.Text))).Where(text => text.Found.Count > 0)
            .Select(text => $"{text.Text} -> {string.Join(", ", text.Found.Select(found => $"{found.Kind} \"{text.Text.Substring(found.Start, found.Length)}\""))}").ToList();

        output.WriteLine($"{negatives.Count} near misses, {pointedOut.Count} pointed out");
        Assert.True(negatives.Count >= 60);
        Assert.Empty(pointedOut);
    }

    private static bool IsFound(ExclusionKind kind, string marked)
    {
        var (start, end) = (marked.IndexOf("[[", StringComparison.Ordinal), marked.IndexOf("]]", StringComparison.Ordinal) - 2);
        var text = marked.Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal);
        return Exclusions.In(text).Any(found => found.Kind == kind && found.Start < end && start < found.Start + found.Length);
    }
}
