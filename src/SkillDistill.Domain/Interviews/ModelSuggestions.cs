using System.Globalization;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Interviews;

/// <summary>What an external model made of one answer, when its owner let it read that answer: a question, and cards of the answer's own words.</summary>
public sealed record ModelSuggestions(ModelQuestion? Question, IReadOnlyList<ModelCard> Cards)
{
    public static readonly ModelSuggestions None = new(null, []);

    /// <summary>Whether it is such as a model could have made here, where it comes from elsewhere.</summary>
    public bool IsSound => (Question is null || (ModelQuestion.Of(Question.Question, Question.Field, Question.Model) == Question && Question.Model.Length <= ModelQuestion.ModelLength))
        && Cards.Count <= ModelCard.Most
        && Cards.Select(card => card.Key).Distinct().Count() == Cards.Count
        && Cards.All(card => Guid.TryParseExact(card.Key, "N", out _) && card.Model.Length <= ModelQuestion.ModelLength && Enum.IsDefined(card.Kind));

    /// <summary>With the words that stand in these parts still. What was taken out of an answer does not live on in what was made of it.</summary>
    public ModelSuggestions In(AnswerParts parts)
    {
        if (Cards.All(card => card.Quotes.All(quote => quote.StandsIn(parts))))
        {
            return this;
        }

        return this with { Cards = [.. Cards.Select(card => card with { Quotes = [.. card.Quotes.Where(quote => quote.StandsIn(parts))] }).Where(card => card.Quotes.Count > 0)] };
    }

    public bool Equals(ModelSuggestions? other) => other is not null && Question == other.Question && Cards.SequenceEqual(other.Cards);

    public override int GetHashCode() => HashCode.Combine(Question, Cards.Count);
}

/// <summary>A card as a model would make it: which words of the answer go where, and no word of its own.</summary>
/// <param name="Key">Unique among all that models ever suggested.</param>
/// <param name="Model">Its name, as people see it.</param>
public sealed record ModelCard(string Key, CardKind Kind, IReadOnlyList<ModelQuote> Quotes, string Model)
{
    /// <summary>Of one answer.</summary>
    public const int Most = 8;

    public static ModelCard Of(CardKind kind, IReadOnlyList<ModelQuote> quotes, string model) => new(Id<ModelCard>.New().ToString(), kind, quotes, model);

    /// <summary>What the proposal is called by that it makes.</summary>
    public string ProposalKey => $"model~{Key}";

    public bool Equals(ModelCard? other) => other is not null && (Key, Kind, Model) == (other.Key, other.Kind, other.Model) && Quotes.SequenceEqual(other.Quotes);

    public override int GetHashCode() => HashCode.Combine(Key, Kind, Quotes.Count);
}

/// <summary>Words of an answer that a model would put into a field, as they stand there.</summary>
public sealed record ModelQuote(CardField Field, string Part, string Words)
{
    public bool StandsIn(AnswerParts parts) => Words.Length > 0 && parts[Part].Contains(Words, StringComparison.Ordinal);
}

/// <summary>A question that a model asks about an answer. It is held to what the rules hold to, whatever the model was told.</summary>
/// <param name="Field">What the reply fills in a card.</param>
/// <param name="Model">Its name, as people see it.</param>
public sealed record ModelQuestion(string Question, CardField Field, string Model)
{
    public const int Length = 240;
    public const int ModelLength = 300;

    /// <returns>Null where it is no single short question about the work: it runs on, calls somewhere, names a person, or touches what is never probed.</returns>
    public static ModelQuestion? Of(string question, CardField field, string model)
    {
        var words = question.Trim();
        var isOne = words.Length is > 0 and <= Length && words[^1] is '?' or '？' && !words.Any(letter => char.IsControl(letter) || IsInvisible(letter));
        return isOne && !words.Contains("://", StringComparison.Ordinal) && !words.Any("<>[]{}⟦⟧".Contains) && Exclusions.In(words).Count == 0 && FollowUps.MayProbe(words) && !FollowUpWords.NeverAsked.AnyIn(words)
            ? new ModelQuestion(words, field, model)
            : null;
    }

    private static bool IsInvisible(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
