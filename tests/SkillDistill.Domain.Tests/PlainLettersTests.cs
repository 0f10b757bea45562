namespace SkillDistill.Domain.Tests;

public sealed class PlainLettersTests
{
    [Theory]
    [InlineData("Ig\u200Bno\u2060re \uFEFFit", "Ignore it")]
    [InlineData("Pay\u202Egpj.exe\u202C now", "Paygpj.exe now")]
    [InlineData("\u2066a\u2069 so\u00ADft be\u0007ll n\u0000ul e\u001Bsc", "a soft bell nul esc")]
    [InlineData("\u3164\u115F\uFFA0", "")]
    [InlineData("tags \U000E0049\U000E0067.", "tags .")]
    [InlineData("star\u2B50\uFE0F", "star\u2B50\uFE0F")]
    [InlineData("A\uDB40\uDD39\uDB40\uDD3E\uDB40\uDD46", "A\uDB40\uDD39")]
    [InlineData("join\u200Ded twice\u200D\u200D", "joined twice")]
    [InlineData("👩\u200D💻 می\u200Cخواهم क्\u200Dष", "👩\u200D💻 می\u200Cخواهم क्\u200Dष")]
    [InlineData("two\n\tlines, 气密 ok 🙂", "two\n\tlines, 气密 ok 🙂")]
    public void What_nobody_sees_goes_and_what_writing_needs_stays(string text, string plain) => Assert.Equal(plain, text.ToPlainLetters());

    [Fact]
    public void Text_without_any_of_it_is_not_even_copied()
    {
        const string text = "Roll back first, then look for the cause: 气密。";

        Assert.Same(text, text.ToPlainLetters());
    }

    [Fact]
    public void Halves_of_characters_go() => Assert.Equal("half  of ", string.Concat("half ", '\uD83D', " of ", '\uDE42').ToPlainLetters());

    [Fact]
    public void A_line_is_one_line() => Assert.Equal("Mei Tan", " Mei\u2028 \u200B\tTan\n".ToPlainLine());

    [Fact]
    public void What_is_cut_ends_with_a_whole_character() => Assert.Equal("ab", "ab🙂"[..3].ToWellFormed());
}
