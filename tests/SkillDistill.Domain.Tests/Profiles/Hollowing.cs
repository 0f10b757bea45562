using SkillDistill.Domain.Profiles;
using Xunit.Abstractions;

namespace SkillDistill.Domain.Tests.Profiles;

public sealed class Hollowing(ITestOutputHelper output)
{
    [Fact]
    public void Of_forty_pairs_the_concrete_text_scores_higher_in_at_least_thirty_eight()
    {
        var (pairs, won) = Compare("english", "chinese");

        Assert.Equal(40, pairs);
        Assert.InRange(won, 38, 40);
    }

    [Fact]
    public void So_it_does_in_pairs_that_were_kept_apart_while_the_rules_were_made()
    {
        var (pairs, won) = Compare("apart");

        Assert.Equal(16, pairs);
        Assert.InRange(won, 14, 16);
    }

    [Fact]
    public void So_it_does_in_pairs_that_were_written_when_the_rules_were_done()
    {
        var (pairs, won) = Compare("later");

        Assert.Equal(16, pairs);
        Assert.InRange(won, 14, 16);
    }

    [Theory]
    [InlineData("english")]
    [InlineData("chinese")]
    [InlineData("apart")]
    [InlineData("later")]
    public void The_two_texts_of_a_pair_are_equally_long(string file) =>
        Assert.All(Pair.Read(file), pair => Assert.InRange((double)Pair.Words(pair.Hollow).Length / Pair.Words(pair.Concrete).Length, 0.9, 1.1));

    private (int Pairs, int Won) Compare(params string[] files)
    {
        var measured = files.SelectMany(Pair.Read).Select(pair => (pair.Name, Concrete: Pair.Measure(pair.Concrete), Hollow: Pair.Measure(pair.Hollow))).ToList();
        foreach (var (name, concrete, hollow) in measured)
        {
            output.WriteLine($"{(concrete.Total > hollow.Total ? "  " : "! ")}{name}: {Points(concrete)} against {Points(hollow)}");
        }

        var won = measured.Count(pair => pair.Concrete.Total > pair.Hollow.Total);
        output.WriteLine($"The concrete text scores higher in {won} of {measured.Count} pairs.");
        return (measured.Count, won);
    }

    private static string Points(Specificity specificity) => $"{specificity.Total} ({string.Concat(specificity.Lines.Select(line => line.Points))})";
}
