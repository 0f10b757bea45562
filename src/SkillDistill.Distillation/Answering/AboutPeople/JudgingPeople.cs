using System.Text;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Answering.AboutPeople;

/// <summary>
/// Whether a question asks for a judgement about people: to rank, rate or compare them, to replace, dismiss or promote them, how much they do, when they were there, what they are like, what is private, or who asked
/// what. The product answers none of that. It takes somebody to be judged and words that judge: a question about a machine, or about what somebody does in their work, has one of the two at most. Why rules, and how
/// well they do: docs/decisions/0029.
/// </summary>
public static class JudgingPeople
{
    /// <param name="names">How people are called whom it may name.</param>
    public static bool IsAsked(string question, IReadOnlyList<string> names) => FormOf(question, NamesOf(names, [question])) is not null;

    /// <summary>Those names of which the texts hold a part: so that many names can be known, and few are carried along.</summary>
    public static IReadOnlyList<string> NamesIn(IEnumerable<string> names, params IReadOnlyList<string> texts) => NamesIn(new KnownAs(names), texts);

    /// <inheritdoc cref="NamesIn(IEnumerable{string}, IReadOnlyList{string})"/>
    public static IReadOnlyList<string> NamesIn(KnownAs names, params IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.In([.. texts.Select(Plain)]);
    }

    /// <summary>Also whether it goes on asking so: "and Tunde?", "are you sure?".</summary>
    /// <param name="earlier">The questions before it, the oldest first.</param>
    public static bool IsAsked(string question, IReadOnlyList<string> earlier, IReadOnlyList<string> names)
    {
        var known = NamesOf(names, [question, .. earlier]);
        return FormOf(question, known) is not null || GoesOn(question, earlier, known);
    }

    internal static bool IsAsked(Brief brief)
    {
        IReadOnlyList<string> names = [.. brief.Names, brief.OwnerName];
        return IsAsked(brief.Question, brief.EarlierQuestions, names) || (brief.ReadAs is { } whole && IsAsked(whole, names));
    }

    /// <returns>The form it has, as it is written in the file of forms; null where it asks for no judgement about people.</returns>
    internal static string? FormOf(string question, Names names)
    {
        var plain = Plain(question);
        return English.Judging(plain, names) ?? (plain.Any(Names.IsHan) ? Chinese.Judging(plain, names) : null);
    }

    private static bool GoesOn(string question, IReadOnlyList<string> earlier, Names names)
    {
        while (earlier.Count > 0 && !HasMatter(question, names))
        {
            (question, earlier) = (earlier[^1], [.. earlier.SkipLast(1)]);
            if (FormOf(question, names) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it has matter of its own beside names and words that judge.</summary>
    private static bool HasMatter(string question, Names names) =>
        Question.Read(names.SignedIn(Plain(question))).Terms.Any(term => term.IsMatter && !English.Judges(term.Written));

    /// <summary>Without letters that nobody sees, and wide ones as plain ones. U+FFFE is no letter, and .NET does not normalise it.</summary>
    private static string Plain(string text) => text.ToPlainLetters().Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormKC);

    private static Names NamesOf(IEnumerable<string> names, IReadOnlyList<string> texts) => new(NamesIn(names, texts));
}
