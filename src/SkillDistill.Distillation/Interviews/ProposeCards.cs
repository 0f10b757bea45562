using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Interviews;

/// <summary>
/// The cards that the answers of an interview would make, by rules and without a model: what a part says goes into the field that the protocol names, what was said
/// to a follow-up into the field that it asked for, and a story is cut into pieces as brought-in notes are. Every word stands in an answer.
/// </summary>
public static class ProposeCards
{
    /// <returns>In the order of the interview; the same for the same answers.</returns>
    public static IReadOnlyList<ProposedCard> From(Agenda agenda)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        var steps = Enum.GetValues<SittingKind>().SelectMany(agenda.StepsOf).Where(step => step.Probe.Card is not null).ToList();
        var proposed = steps.Where(step => step.Probe.Card!.Together is null).SelectMany(Alone).Concat(Together(steps)).Concat(steps.SelectMany(ByModel));
        var order = steps.SelectMany(step => step.Rows).Select((row, at) => (row.Id, at)).ToDictionary(row => row.Id, row => row.at);
        return [.. proposed.OrderBy(card => card.Answers.Min(answer => order[answer]))];
    }

    /// <summary>A card of what was replied to one colleague's question: the reply as it is, without the question, which is the asker's.</summary>
    public static CardText OfReply(string reply)
    {
        var kind = ReadNotes.Propose("reply.txt", reply).Select(piece => (CardKind?)piece.Text.Kind).FirstOrDefault();
        var text = new CardText { Kind = kind is CardKind.Process or CardKind.RedFlag or CardKind.Judgement ? kind.Value : CardKind.Fact, Action = reply };
        return (text with { Title = Titles.Of(text, "") }).Tidied();
    }

    private static IEnumerable<ProposedCard> Alone(Step step) => step.Probe.Shape switch
    {
        ProbeShape.TeachBack or ProbeShape.Holdout => [],
        ProbeShape.Prose when step.Probe.Card!.Fills is null => step.Answers.SelectMany(row => Pieces.Of(step, row)),
        _ => step.Answers.Select(row => Card($"{step.Probe.Key}~{row.About}{row.Slot}", step.Probe.Card!.Kind, step.Subject, [.. Fields.Of(step.Probe, row)])).OfType<ProposedCard>(),
    };

    /// <summary>Answers about the same thing make one card: a rule with its limits, a moment with what was seen and done.</summary>
    private static IEnumerable<ProposedCard> Together(List<Step> steps) =>
        from step in steps
        where step.Probe.Card!.Together is not null
        from row in step.Answers
        group (step, row) by (step.Probe.Card!.Together, About: step.About.Length > 0 ? step.About : row.Name) into thing
        let card = Card($"{thing.Key.Together}~{thing.Key.About}", thing.First().step.Probe.Card!.Kind, thing.First().step.Subject, [.. thing.SelectMany(part => Fields.Of(part.step.Probe, part.row))])
        where card is not null
        select card;

    /// <summary>As a model chose the words, as far as they stand in the answer still.</summary>
    private static IEnumerable<ProposedCard> ByModel(Step step) =>
        from row in step.Answers
        from suggested in row.Suggested.Cards
        let card = Card(suggested.ProposalKey, suggested.Kind, step.Subject, [.. suggested.Quotes.Select(quote => new ProposedField(quote.Field, row.Id, quote.Part, quote.Words, row.Parts[quote.Part].IndexOf(quote.Words, StringComparison.Ordinal)))])
        where card is not null
        select card with { Model = suggested.Model };

    private static ProposedCard? Card(string key, CardKind kind, string subject, IReadOnlyList<ProposedField> fields)
    {
        if (fields.Count == 0)
        {
            return null;
        }

        var ordered = fields.OrderBy(part => part.Field).ToList();
        var text = ordered.GroupBy(part => part.Field).Aggregate(new CardText { Kind = kind }, (card, part) => card.With(part.Key, Joined(part)));
        return new ProposedCard(Short(key), (text with { Title = Titles.Of(text, subject) }).Tidied(), ordered);
    }

    /// <summary>What does not fit is left for the owner to shorten; the answer has it whole.</summary>
    private static string Joined(IEnumerable<ProposedField> parts)
    {
        var words = string.Join('\n', parts.Select(part => part.Words));
        return words.Length <= CardText.FieldLength ? words : words[..CardText.FieldLength];
    }

    private static string Short(string key) => key.Length <= ProposedCard.KeyLength ? key : key[..ProposedCard.KeyLength];
}
