using SkillDistill.Web.Language;

namespace SkillDistill.Web.Tests.Language;

public sealed class WordChanges
{
    [Theory]
    [InlineData("I wait twenty minutes.", "I wait ten minutes.", "I wait -twenty-+ten+ minutes.")]
    [InlineData("等二十分钟", "等十分钟", "等-二-十分钟")]
    [InlineData("", "New", "+New+")]
    [InlineData("Same", "Same", "Same")]
    [InlineData("a\nb", "a\nc", "a\n-b-+c+")]
    public void Words_are_compared_as_words_and_Chinese_as_characters(string old, string now, string expected)
    {
        var changes = WordChange.Between(old, now);

        Assert.Equal(expected, string.Concat(changes.Select(change => change.Kind switch
        {
            ChangeKind.Gone => $"-{change.Text}-",
            ChangeKind.Added => $"+{change.Text}+",
            _ => change.Text,
        })));
    }

    [Fact]
    public void Nothing_of_either_text_is_lost()
    {
        const string old = "If it lags, 我不等; don't \t wait…  😀";
        const string now = "If it 不 lags more, I don't wait… 😀!";

        var changes = WordChange.Between(old, now);

        Assert.Equal(old, string.Concat(changes.Where(change => change.Kind != ChangeKind.Added).Select(change => change.Text)));
        Assert.Equal(now, string.Concat(changes.Where(change => change.Kind != ChangeKind.Gone).Select(change => change.Text)));
    }
}
