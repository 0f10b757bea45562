using System.Diagnostics;
using System.Text;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Domain.Tests.Interviews;

/// <summary>What holds for every text, whatever stands in it.</summary>
public sealed class AskingFurther
{
    private const int Texts = 1500;

    private static readonly ProbeAim[] Aims = Enum.GetValues<ProbeAim>();

    private static readonly string[] Tables = ["follow-up-answers.en.txt", "follow-up-answers.zh.txt", "follow-up-held-out.en.txt", "follow-up-held-out.zh.txt"];

    private static readonly string[] Sentences = [.. Tables.SelectMany(ProbedAnswer.Read).Where(answer => answer.Must.Count > 0).Select(answer => answer.Text)];

    /// <summary>One sentence for each subject that is not probed, in both languages.</summary>
    private static readonly string[] NeverProbed =
    [
        "I was ashamed for weeks.", "She was diagnosed with cancer.", "My daughter was born that week.", "I pray at noon.", "He voted for the other side.",
        "My manager is incompetent.", "The password is Winter2026!x", "我委屈了很久。", "她怀孕了。", "我女儿那周出生。", "他信佛。", "他是党员。", "我们领导特别懒。", "密码：Abc@12345",
    ];

    [Fact]
    public void An_answer_has_two_follow_ups_at_most_each_once_in_order_and_within_its_text()
    {
        var random = new Random(20261102);
        for (var i = 0; i < Texts; i++)
        {
            var text = Mixed(random);

            var followUps = FollowUps.For(text, Aims[i % Aims.Length]);

            Assert.True(followUps.Count <= FollowUps.Most, text);
            Assert.Equal(followUps.Select(followUp => followUp.Kind).Distinct().Order(), followUps.Select(followUp => followUp.Kind));
            Assert.All(followUps, followUp => Assert.True(followUp.Start >= 0 && followUp.Length >= 0 && followUp.Start + followUp.Length <= text.Length, text));
            Assert.All(Exclusions.In(text), found => Assert.True(found.Start >= 0 && found.Length > 0 && found.Start + found.Length <= text.Length, text));
        }
    }

    [Fact]
    public void Nothing_is_asked_of_an_answer_that_touches_what_is_never_probed_wherever_it_does()
    {
        var random = new Random(7);
        foreach (var never in NeverProbed)
        {
            Assert.All(Sentences, sentence => Assert.Empty(FollowUps.For(random.Next(2) == 0 ? $"{never} {sentence}" : $"{sentence}\n{never}", Aims[random.Next(Aims.Length)])));
        }
    }

    [Fact]
    public void No_reason_is_asked_of_facts_and_no_case_of_a_case()
    {
        Assert.All(Sentences, sentence => Assert.DoesNotContain(FollowUps.For(sentence, ProbeAim.Facts), followUp => followUp.Kind == FollowUpKind.WhatGoesWrong));
        Assert.All(Sentences, sentence => Assert.DoesNotContain(FollowUps.For(sentence, ProbeAim.Case), followUp => followUp.Kind == FollowUpKind.OneCase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("…!?。")]
    public void Nothing_is_asked_where_nothing_is_said(string answer)
    {
        Assert.All(Aims, aim => Assert.Empty(FollowUps.For(answer, aim)));
        Assert.Empty(Exclusions.In(answer));
    }

    [Fact]
    public void Full_width_letters_and_bent_apostrophes_are_read_as_plain_ones()
    {
        Assert.Equal(FollowUpKind.LastTime, FollowUps.For("You can’t put it into words.", ProbeAim.Judgement)[0].Kind);
        Assert.Equal(ExclusionKind.Credential, Exclusions.In("ｐａｓｓｗｏｒｄ：Ｗｉｎｔｅｒ2026ｘ")[0].Kind);
    }

    [Theory]
    [MemberData(nameof(Adversarial))]
    public void A_hundred_thousand_characters_of_anything_are_read_in_seconds(string name, string unit)
    {
        var text = new StringBuilder(100_000).Insert(0, unit, (100_000 / unit.Length) + 1).ToString(0, 100_000);
        FollowUps.For("warm up 预热", ProbeAim.Steps);
        var watch = Stopwatch.StartNew();

        var followUps = FollowUps.For(text, ProbeAim.Steps);
        Exclusions.In(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{name}: {watch.Elapsed}");
        Assert.All(followUps, followUp => Assert.InRange(followUp.Start + followUp.Length, 0, text.Length));
    }

    public static TheoryData<string, string> Adversarial() => new()
    {
        { "one letter", "a" },
        { "one capital", "A" },
        { "capitals", "Ab " },
        { "Chinese surnames", "王" },
        { "given names", "Priya " },
        { "verbs and names", "ask Priya Shah " },
        { "Chinese names", "问张伟" },
        { "labels", "password: " },
        { "labels without end", "password:password=" },
        { "address without end", "a://b:c" },
        { "tokens", "eyJhbGci.eyJ" },
        { "random tokens", "q7Zt2LkVb9XwPm4RdYc8NfHs1GjQ5TaE " },
        { "limits", "too long " },
        { "limits in sentences", "It is too long. " },
        { "absolutes", "always never must " },
        { "what takes it back", "must have been always not always " },
        { "gaps", "all of the all of the " },
        { "steps", "then " },
        { "clauses", "check it, " },
        { "list", "1. a\n" },
        { "reasons", "because, " },
        { "Chinese gaps", "所有" },
        { "colleagues", "he she my manager " },
        { "judgements", "lazy " },
        { "dots", "." },
        { "brackets", "[{(<" },
        { "blanks", " " },
        { "half a surrogate", "\ud83d" },
        { "mixed", "问 Priya 因为 always 太长 password: 1. " },
    };

    /// <summary>Pieces of real answers, cut anywhere and glued in any order, with signs between that break naive readers.</summary>
    private static string Mixed(Random random)
    {
        string[] glue = [" ", "\n", "，", ", ", ". ", "。", "", "1. ", "- ", "\ud83d\ude00", "\u0000", "“", "@"];
        var text = new StringBuilder();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var sentence = Sentences[random.Next(Sentences.Length)];
            var start = random.Next(sentence.Length);
            text.Append(sentence, start, random.Next(sentence.Length - start + 1)).Append(glue[random.Next(glue.Length)]);
        }

        return text.ToString();
    }
}
