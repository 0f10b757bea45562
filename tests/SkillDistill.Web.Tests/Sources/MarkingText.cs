using SkillDistill.Web.Pages.Sources;

namespace SkillDistill.Web.Tests.Sources;

public sealed class MarkingText
{
    [Fact]
    public void Nothing_of_the_text_is_lost_wherever_passages_lie()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => (char)random.Next('a', 'f'))]);
            var passages = Enumerable.Range(0, random.Next(0, 6)).Select(number => new Passage($"{number}", random.Next(-2, 45), random.Next(0, 20), null, "")).ToList();

            var runs = MarkedText.Of(text, passages);

            Assert.Equal(text, string.Concat(runs.Select(run => run.Text)));
            var at = 0;
            foreach (var run in runs)
            {
                var inside = passages.Where(passage => passage.Start >= 0 && passage.Length > 0 && passage.Start + passage.Length <= text.Length);
                Assert.Equal(run.Text.Length > 0 && inside.Any(passage => passage.Start <= at && at < passage.Start + passage.Length), run.IsMarked);
                at += run.Text.Length;
            }
        }
    }

    [Fact]
    public void A_passage_within_another_has_an_anchor_of_its_own()
    {
        var runs = MarkedText.Of("one two three", [new Passage("outer", 0, 7, null, ""), new Passage("inner", 4, 3, null, "")]);

        Assert.Equal(["one ", "two", " three"], runs.Select(run => run.Text));
        Assert.Equal("inner", Assert.Single(runs[1].Begins).Anchor);
    }
}
