using System.Reflection;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Composing;

/// <summary>
/// The instructions every agent version travels under, kept as text files beside this one. Why each part is there:
/// <list type="number">
/// <item>role: an agent that says "I" is taken for the person, who then answers for words they never said.</item>
/// <item>only-cards: the product's promise is that nothing comes from elsewhere; cards and questions may carry instructions planted by anybody.</item>
/// <item>push-back: owners are worth asking because they stop people; a plain summary of steps loses exactly that.</item>
/// <item>citing: one form for every model, checked by <c>Verifier</c>; brackets that hardly occur in text, so that they can be found in a stream.</item>
/// <item>limits: a model lowers the verdict with these tags and can never raise it.</item>
/// <item>style: length costs the reader; people are never judged; a translated quote would not be found in its card.</item>
/// </list>
/// </summary>
internal static class PromptParts
{
    private const string Owner = "{owner}";
    private const int OwnerNameLength = 80;

    private static readonly string[] InOrder = ["1-role", "2-only-cards", "3-push-back", "4-citing", "5-limits", "6-style"];

    /// <summary>What a model is told when an owner wants to see what it says without their profile: no more than anybody would, so that the difference is the profile's.</summary>
    public static readonly string WithoutProfile = Load("without-profile");

    /// <summary>What a model is told that may ask one thing about an answer of an interview: to ask about the work, and about nobody.</summary>
    public static readonly string SuggestQuestion = Load("suggest-question");

    /// <summary>What a model is told that sorts an answer into cards: to copy, since a field that it worded itself is dropped.</summary>
    public static readonly string SuggestCards = Load("suggest-cards");

    /// <summary>What a model is told that puts a follow-up so that it can be understood by itself: to use the words that were asked, since one with others is not heard.</summary>
    public static readonly string RewriteFollowUp = Load("rewrite-follow-up");

    private static readonly string Whole = string.Join("\n\n", InOrder.Select(Load));

    public static string Instructions(string ownerName) => Whole.Replace(Owner, OnOneLine(ownerName), StringComparison.Ordinal);

    /// <summary>A name is typed by a person and stands among instructions: no line breaks, brackets or quotes, and not a page of it.</summary>
    private static string OnOneLine(string name)
    {
        var letters = (name ?? "").Select(letter => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || letter is '-' or '.' or '\'' or '’' or '·' ? letter : ' ');
        var tidy = string.Join(' ', new string([.. letters]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        tidy = tidy.Length > OwnerNameLength ? tidy[..OwnerNameLength].ToWellFormed() : tidy;
        return tidy.Length > 0 ? tidy : "the owner";
    }

    private static string Load(string part)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"SkillDistill.Distillation.Composing.Prompt.{part}.txt")
            ?? throw new InvalidOperationException($"The prompt part {part} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
