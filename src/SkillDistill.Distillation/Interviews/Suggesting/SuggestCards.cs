using SkillDistill.Distillation.Answering.Verifying;
using SkillDistill.Distillation.Composing;
using SkillDistill.Distillation.Models;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Interviews.Suggesting;

/// <summary>Lets the external model say which words of an answer would make which card. It adds none: a field whose words do not stand in the answer is dropped.</summary>
public sealed class SuggestCards
{
    private const int Longest = 60_000;
    private const int MostFields = 16;

    /// <summary>A card says at least one of these, or nobody could act on it.</summary>
    private static readonly CardField[] Telling = [CardField.Action, CardField.Case, CardField.AskInstead];

    private readonly WholeReply _reply;

    internal SuggestCards(WholeReply reply) => _reply = reply;

    /// <returns>Refused with <see cref="ModelSilent"/> where the model failed, with <see cref="NothingSuggested"/> where nothing of what it said stands in the answer.</returns>
    public async Task<Outcome<List<ModelCard>>> InAsync(Probe probe, InterviewAnswer answer, bool mayUseExternalModel, TokenMeter? meter, CancellationToken cancellationToken)
    {
        if (await _reply.ReadAsync(PromptParts.SuggestCards, AnswerData.Of(probe, answer, []), mayUseExternalModel, Longest, meter, cancellationToken) is not { } reply)
        {
            return new ModelSilent();
        }

        var suggested = (ReplyJson.In<Reply>(reply.Text)?.Cards ?? []).OfType<SaidCard>().Take(ModelCard.Most).Select(said => Card(said, answer, reply.Model)).OfType<ModelCard>().ToList();
        return suggested.Count > 0 ? suggested : new NothingSuggested();
    }

    private static ModelCard? Card(SaidCard said, InterviewAnswer answer, string model)
    {
        if (!Enum.TryParse<CardKind>(said.Kind, ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || kind == CardKind.Voice)
        {
            return null;
        }

        var quotes = new List<ModelQuote>();
        foreach (var quote in (said.Fields ?? []).OfType<SaidField>().Take(MostFields).Select(field => Quote(field, kind, answer)).OfType<ModelQuote>())
        {
            // The same words in two fields say nothing twice.
            if (!quotes.Exists(other => other.Part == quote.Part && (other.Words.Contains(quote.Words, StringComparison.Ordinal) || quote.Words.Contains(other.Words, StringComparison.Ordinal))))
            {
                quotes.Add(quote);
            }
        }

        return quotes.Exists(quote => Telling.Contains(quote.Field)) ? ModelCard.Of(kind, quotes, model) : null;
    }

    private static ModelQuote? Quote(SaidField said, CardKind kind, InterviewAnswer answer)
    {
        if (!Enum.TryParse<CardField>(said.Field, ignoreCase: true, out var field) || field == CardField.Title || !ProbeCard.FieldsOf(kind).Contains(field) || said.Words is not { Length: > 0 and <= CardText.FieldLength } words)
        {
            return null;
        }

        return answer.Parts.Texts.Select(part => CopiedWords.In(part.Value, words) is { } copied ? new ModelQuote(field, part.Key, copied.Trim()) : null).FirstOrDefault(quote => quote is not null);
    }

    private sealed record Reply(IReadOnlyList<SaidCard?>? Cards);

    private sealed record SaidCard(string? Kind, IReadOnlyList<SaidField?>? Fields);

    private sealed record SaidField(string? Field, string? Words);
}
