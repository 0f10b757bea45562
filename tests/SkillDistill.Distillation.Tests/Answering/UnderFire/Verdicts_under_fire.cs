using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Answering.UnderFire;

/// <summary>Ten thousand questions, each answered by a model that means ill, through everything between the brief and the final answer.</summary>
public partial class Verdicts_under_fire
{
    private const int Cases = 10_000;

    [Fact]
    public async Task No_manner_of_a_hostile_model_breaks_the_rules_of_verdicts()
    {
        var met = new Dictionary<string, int>();
        var verdicts = new Dictionary<Verdict, int>();
        for (var seed = 1; seed <= Cases; seed++)
        {
            var (asked, model) = (AnswerCase.Of(seed), new HostileModel(seed, AnswerCase.HiddenWords));
            var pieces = await Given.Answering(model).PiecesAsync(asked.Brief);
            var answer = pieces.OfType<FinalPiece>().Single().Answer;
            if (Violations(asked, model, pieces, answer).FirstOrDefault() is { } violation)
            {
                Assert.Fail($"Seed {seed}, a model that {model.Manner}: {violation}\n{answer.Verdict}, {answer.Reason}, by {answer.Model}: {answer.Text}\n--- the model wrote:\n{model.Output[..Math.Min(model.Output.Length, 3000)]}");
            }

            met[model.Manner] = met.GetValueOrDefault(model.Manner) + 1;
            verdicts[answer.Verdict] = verdicts.GetValueOrDefault(answer.Verdict) + 1;
        }

        // Every manner was met, and the rules had something to decide: a generator that only ever gets "cannot tell" would prove nothing.
        Assert.True(met.Count >= 28 && met.Values.Min() >= 100, string.Join(", ", met));
        Assert.True(verdicts.Count == 3 && verdicts.Values.Min() >= 500, string.Join(", ", verdicts));
    }

    private static IEnumerable<string> Violations(AnswerCase asked, HostileModel model, List<AnswerPiece> pieces, Answer answer) =>
        [.. OfCitations(asked.Brief, answer), .. OfVerdict(asked, model, answer), .. OfText(asked, model, answer), .. OfPieces(asked.Brief, pieces, answer)];

    private static IEnumerable<string> OfCitations(Brief brief, Answer answer)
    {
        foreach (var quote in answer.Citations)
        {
            var card = brief.Cards.SingleOrDefault(card => card.RevisionId == quote.RevisionId && card.CardId == quote.CardId);
            if (card is null || !card.Text[quote.Field].Contains(quote.Quote, StringComparison.Ordinal))
            {
                yield return $"citation {quote.Number} does not stand in a card: {quote.Quote}";
            }
        }

        var marked = Marker().Matches(answer.Text).Select(marker => int.Parse(marker.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToHashSet();
        if (!marked.SetEquals(answer.Citations.Select(quote => quote.Number)))
        {
            yield return $"the text marks {string.Join(',', marked)}, and {string.Join(',', answer.Citations.Select(quote => quote.Number))} are cited";
        }
    }

    private static IEnumerable<string> OfVerdict(AnswerCase asked, HostileModel model, Answer answer)
    {
        var near = AnswerThreshold.NearEnough(Ranking.Of(Question.Read(asked.Brief.Question), asked.Brief.Cards));
        if (!near)
        {
            return answer is { Verdict: Verdict.CannotTell, Citations.Count: 0 } && model.Prompt.Length == 0 ? [] : ["nothing comes near enough, and yet it was answered or a model was asked"];
        }

        var cited = asked.Brief.Cards.Where(card => answer.Citations.Any(quote => quote.RevisionId == card.RevisionId)).ToList();
        var isTheModels = answer.Model == "scripted";
        var travelled = isTheModels ? [.. model.Cards.Values.Select(shown => Shown(asked.Brief, shown))] : cited;
        var says = !isTheModels ? null : model.Fails ? Verdict.JudgementCall : model.Says;
        if (answer.Verdict == Verdict.CannotTell)
        {
            return CannotTell(asked, model, answer, cited, isTheModels, travelled, says);
        }

        var byTable = SectionEight.Of(travelled, cited, asked.Fits, says);
        var warned = travelled.Any(card => card.Text.Kind == CardKind.RedFlag && !cited.Contains(card));
        return answer.Verdict > byTable ? [$"by the table it is {byTable}"]
            : answer.Verdict < byTable && !warned && !answer.Text.EndsWith("broke off here.", StringComparison.Ordinal) && !answer.Text.EndsWith("中断了。", StringComparison.Ordinal) ? [$"by the table it is no less than {byTable}"]
            : isTheModels && model.Cites is { } names && !cited.All(card => names.Any(name => Shown(asked.Brief, model.Cards[name]) == card)) ? ["a card is cited that the model did not quote"]
            : [];
    }

    private static IEnumerable<string> CannotTell(
        AnswerCase asked, HostileModel model, Answer answer, List<CardMaterial> cited, bool isTheModels, IReadOnlyCollection<CardMaterial> travelled, Verdict? says)
    {
        if (cited.Any(card => card.Text.Kind != CardKind.Boundary || card.ReviewBy < Given.Now) || (cited.Count > 0 && answer.Text.Contains("[?]", StringComparison.Ordinal)))
        {
            yield return "what it cannot tell it says all the same";
        }

        if (cited.Count == 0 && !IsOurOwn(answer.Text, asked.Brief.OwnerName))
        {
            yield return "these are not our words for what cannot be told";
        }

        if (isTheModels && model.Cites is { } names)
        {
            var quoted = names.Select(name => Shown(asked.Brief, model.Cards[name])).ToList();
            if (SectionEight.Of(travelled, quoted, asked.Fits, says) is var byTable && byTable != Verdict.CannotTell)
            {
                yield return $"by what the model quoted it is {byTable}";
            }
        }
    }

    private static IEnumerable<string> OfText(AnswerCase asked, HostileModel model, Answer answer)
    {
        if (answer.Citations.Any(quote => AnswerCase.HiddenWords.Contains(quote.Quote, StringComparison.Ordinal)) || model.Prompt.Contains(AnswerCase.HiddenWords, StringComparison.Ordinal))
        {
            yield return "a card that is kept from the asker got out";
        }

        if (answer.Text.Any(letter => letter is '⟦' or '⟧' || (letter != '\n' && (char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format))) || Half().IsMatch(answer.Text))
        {
            yield return "brackets, or letters nobody sees, are left in the text";
        }

        if (ForeignMarker().IsMatch(answer.Text))
        {
            yield return "a forged marker is left in the text";
        }

        if (Runs(answer.Text, 60).Any(run => asked.Brief.Instructions.Contains(run, StringComparison.Ordinal)))
        {
            yield return "the instructions are recited";
        }

        if (answer.Text.Length > AnswerLimits.Text + AnswerLimits.Sentence + 300)
        {
            yield return $"it is {answer.Text.Length} long";
        }

        if (answer.Verdict != Verdict.CannotTell && answer.Citations.Count == 0)
        {
            yield return "it is answered without a citation";
        }
    }

    /// <summary>What a reader sees as it comes: nothing before a card in date is cited, no number before its citation, and in the end what is kept.</summary>
    private static IEnumerable<string> OfPieces(Brief brief, List<AnswerPiece> pieces, Answer answer)
    {
        var (known, told) = (new HashSet<int>(), "");
        var held = pieces.OfType<CitationPiece>().Any(piece => brief.Cards.Single(card => card.RevisionId == piece.Quote.RevisionId).ReviewBy >= Given.Now);
        foreach (var piece in pieces)
        {
            if (piece is CitationPiece { Quote: var quote })
            {
                known.Add(quote.Number);
            }
            else if (piece is TextPiece { Text: var text })
            {
                told += text;
                if (!held && !IsOurOwn(text, brief.OwnerName))
                {
                    yield return "words went out that nothing in date held";
                }

                if (Marker().Matches(text).Any(marker => !known.Contains(int.Parse(marker.Groups[1].ValueSpan, CultureInfo.InvariantCulture))))
                {
                    yield return "a number went out before its citation";
                }
            }
        }

        if (answer.Verdict != Verdict.CannotTell && told.Trim() != answer.Text)
        {
            yield return $"what was told differs from what is kept: {told}";
        }
    }

    private static bool IsOurOwn(string text, string owner) =>
        text.Trim() is var words && (words.StartsWith($"I can't tell from what {owner} recorded", StringComparison.Ordinal) || words.StartsWith($"根据{owner}记录的内容，我无法判断", StringComparison.Ordinal));

    private static CardMaterial Shown(Brief brief, JsonNode card) => brief.Cards.Single(known => known.Text.Title == (string)card["title"]!);

    private static IEnumerable<string> Runs(string text, int length) => Enumerable.Range(0, Math.Max(0, text.Length - length)).Select(at => text.Substring(at, length));

    [GeneratedRegex(@"\[(\d{1,2})\]")]
    private static partial Regex Marker();

    [GeneratedRegex(@"[\[［]\s*\d+\s*］|［\s*\d+|\[ +\d|\[[^0-9\]\[]*[٠-٩]")]
    private static partial Regex ForeignMarker();

    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Half();
}
