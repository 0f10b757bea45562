using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Erasures;

public sealed class Erasing
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_erasure_is_done_when_the_store_has_cleaned_what_it_freed()
    {
        var erasure = Erasure.Request(Id<Erasure>.New(), Id<Person>.New(), ErasureKind.Cards, null, Now);
        erasure.Did(ErasedPart.Cards, 2, Now);

        Assert.False(erasure.IsDone);
        erasure.Finish(Now.AddSeconds(3));

        Assert.True(erasure.IsDone);
        Assert.Equal([Now, Now.AddSeconds(3)], erasure.Steps.OrderBy(step => step.Part).Select(step => step.DoneAt));
    }

    [Fact]
    public void What_goes_in_two_portions_is_told_as_one()
    {
        var erasure = Erasure.Request(Id<Erasure>.New(), Id<Person>.New(), ErasureKind.Everything, null, Now);

        erasure.Did(ErasedPart.Answers, 2, Now);
        erasure.Did(ErasedPart.Answers, 3, Now);

        Assert.Equal(5, Assert.Single(erasure.Steps, step => step.Part == ErasedPart.Answers).Count);
    }

    [Fact]
    public void A_passage_blacked_out_leaves_every_other_where_it_stood()
    {
        var document = Source.Import(Id<Person>.New(), SourceKind.Notes, "Notes", Now).Add("a.md", "One.\nTwo two.\nThree.");
        var digest = document.Sha256;

        document.BlackOut(5, 8);
        document.BlackOut(15, 100);

        Assert.Equal("One.\n████████\nT█████", document.Text);
        Assert.Equal(digest, document.Sha256);
    }
}
