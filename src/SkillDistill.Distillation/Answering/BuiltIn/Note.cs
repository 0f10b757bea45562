using SkillDistill.Distillation.Answering.Verifying;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering.BuiltIn;

/// <summary>
/// Writes what a colleague would jot down from the cards: what speaks against it first, then what to do, why, how far, and when not. Where the question asks for one of these (<see cref="Asking"/>), that
/// comes first, and of the others only what helps.
/// Every sentence is the card's own, with its tag.
/// </summary>
internal sealed class Note(AnswerSheet sheet)
{
    private const int LongestQuote = 1000;

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly Wording _wording = sheet.Wording;
    private bool _warned;
    private bool _open;

    public IEnumerable<string> Write()
    {
        var written = false;
        foreach (var (card, index) in sheet.Cards.Select((card, index) => (card, index)).OrderBy(entry => Order(entry.card)))
        {
            var paragraph = Paragraph(card, index).ToList();
            if (written && paragraph.Count > 0)
            {
                yield return "\n\n";
            }

            foreach (var piece in paragraph)
            {
                yield return piece;
            }

            written |= paragraph.Count > 0;
        }
    }

    private int Order(CardMaterial card) => sheet.PushBackOf(card) switch
    {
        { DeniesPremise: true } => 0,
        _ when !PushBack.IsSaidFirst(sheet, card) => 3,
        _ when card.Text.Kind == CardKind.RedFlag => 1,
        not null => 2,
        null => 3,
    };

    private List<string> Paragraph(CardMaterial card, int index)
    {
        var warning = sheet.PushBackOf(card);
        var budget = index == 0 ? AnswerLimits.NoteOfBestCard : AnswerLimits.NoteOfFurtherCard;
        var pieces = new List<string>();
        var lead = card.Text.Kind == CardKind.RedFlag && !_warned && PushBack.IsSaidFirst(sheet, card) ? _wording.RedFlag : "";
        _warned |= lead.Length > 0;
        if (warning is not null)
        {
            Say(warning.Field, warning.DeniesPremise ? _wording.PremiseDenied : warning.Field == CardField.Exception ? _wording.ExceptionFits : _wording.FalsifierFits);
        }

        var asked = index == 0 && warning is null && lead.Length == 0 && Asking.For(sheet.Brief.QuestionAsRead) is { } part && card.Text[part].Length > 0 ? part : (CardField?)null;
        if (asked is { } wanted)
        {
            Say(wanted);
        }
        else if (Helps(card, CardField.Situation))
        {
            Say(CardField.Situation, lead.Length > 0 ? lead : null);
            lead = "";
        }

        if (card.Text.Action.Length == 0 && card.Text.Reason.Length == 0)
        {
            Say(CardField.Title, lead);
            lead = "";
        }

        Say(CardField.Action, lead);
        foreach (var field in Grounds(card, asked is null && index == 0))
        {
            // Without an action the reason is what the card says.
            Say(field, field == CardField.Reason && card.Text.Action.Length == 0 ? lead : null);
        }

        if (Helps(card, CardField.Case))
        {
            Say(CardField.Case);
        }

        Say(CardField.AskInstead);
        return pieces;

        void Say(CardField field, string? before = null)
        {
            var text = card.Text[field];
            if (text.Length > 0 && !(pieces.Count > 0 && field == warning?.Field))
            {
                var length = pieces.Sum(piece => piece.Length);
                pieces.AddRange(Pieces(index, text, Excerpt.Of(sheet, card, field, Math.Max(budget / 3, budget - (length / 2))), before ?? _wording.Before(field)));
            }
        }
    }

    /// <param name="all">Whether it says all its grounds: the best card does, unless one of them was asked for. A further one is there for a part of the question, and says what bears on that part.</param>
    private IEnumerable<CardField> Grounds(CardMaterial card, bool all)
    {
        if (all || card.Text.Action.Length == 0 || Helps(card, CardField.Reason))
        {
            yield return CardField.Reason;
        }

        if (all || Helps(card, CardField.Threshold))
        {
            yield return CardField.Threshold;
        }

        // When not to is never left out of a judgement.
        if (all || card.Text.Kind == CardKind.Judgement || Helps(card, CardField.Exception))
        {
            yield return CardField.Exception;
        }

        if (all || Helps(card, CardField.Falsifier))
        {
            yield return CardField.Falsifier;
        }
    }

    /// <summary>A field that holds a word of the question which the card's title and action do not.</summary>
    private bool Helps(CardMaterial card, CardField field)
    {
        var known = TextAnalysis.Words(card.Text.Title + "\n" + card.Text.Action);
        var words = TextAnalysis.Words(card.Text[field]);
        return sheet.Question.Terms.Any(term => term.Weight >= 1 && words.Contains(term.Text) && !known.Contains(term.Text));
    }

    private IEnumerable<string> Pieces(int card, string text, IReadOnlyList<Passage> passages, string before)
    {
        // Numbers from the middle of a list would make the reader look for the rest.
        var numbered = passages.FirstOrDefault(passage => passage.IsItem) is { IsItem: true } first && text[first.Start..first.End].TrimStart().StartsWith("1.", StringComparison.Ordinal)
            && !passages.Where(passage => passage.Start > first.Start && passage.IsItem).Any(passage => text[passage.Start..passage.End].TrimStart().StartsWith("1.", StringComparison.Ordinal));
        foreach (var run in Runs(text, passages))
        {
            var tag = Quotes.Tag(card, text[run[0].Start..run[^1].End]);
            foreach (var passage in run)
            {
                var bullet = passage.IsItem ? Bullet(text, passage, numbered) : "";
                foreach (var sentence in Sentences.Split(PlainText.Of(text[(passage.Start + SignLength(text, passage))..passage.End])))
                {
                    if (!_said.Add(sentence) || !sentence.Any(char.IsLetterOrDigit))
                    {
                        continue;
                    }

                    // What has no full stop of its own would run into the next sentence.
                    yield return $"{(bullet.Length > 0 || _open ? "\n" : " ")}{before}{bullet}{sentence} {tag}";
                    _open = !Sentences.IsEnd(sentence[^1]);
                    (before, bullet) = ("", "");
                }
            }
        }
    }

    /// <summary>Passages that follow each other share one quote.</summary>
    private static List<List<Passage>> Runs(string text, IReadOnlyList<Passage> passages)
    {
        var runs = new List<List<Passage>>();
        foreach (var passage in passages)
        {
            if (runs.Count > 0 && passage.End - runs[^1][0].Start <= LongestQuote && string.IsNullOrWhiteSpace(text[runs[^1][^1].End..passage.Start]))
            {
                runs[^1].Add(passage);
            }
            else
            {
                runs.Add([passage]);
            }
        }

        return runs;
    }

    private static string Bullet(string text, Passage passage, bool numbered)
    {
        var sign = text.Substring(passage.Start, SignLength(text, passage)).Trim();
        return numbered && sign.Length > 0 && char.IsAsciiDigit(sign[0]) ? $"{sign} " : "• ";
    }

    private static int SignLength(string text, Passage passage)
    {
        if (!passage.IsItem)
        {
            return 0;
        }

        var at = passage.Start;
        while (at < passage.End && (char.IsWhiteSpace(text[at]) || char.IsAsciiDigit(text[at]) || text[at] is '-' or '+' or '•' or '.' or ')' or '、' || (text[at] == '*' && char.IsWhiteSpace(text[at + 1]))))
        {
            at++;
            if (char.IsWhiteSpace(text[at - 1]) && at - 1 > passage.Start && !char.IsWhiteSpace(text[at - 2]))
            {
                break;
            }
        }

        return at - passage.Start;
    }
}
