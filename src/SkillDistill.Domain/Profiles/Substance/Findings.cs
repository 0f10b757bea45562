namespace SkillDistill.Domain.Profiles.Substance;

/// <summary>Points for one aspect, and the words that earned them.</summary>
/// <param name="Step">What is done, where the aspect is the action: different steps add up.</param>
internal sealed record Finding(SpecificityAspect Aspect, int Points, SpecificityEvidence Evidence, string? Step = null);

/// <summary>
/// The rules of specificity. Each looks at one sentence or less and asks for words that say something, so that sentences which say nothing change no points,
/// wherever they stand. docs/specificity.md has them line by line, with their reasons.
/// </summary>
internal sealed class Findings
{
    /// <summary>So many different steps are worth two points, even where none of them has a number or a name.</summary>
    public const int EnoughSteps = 3;

    private static readonly CardField?[] OfCondition = [null, CardField.Title, CardField.Situation, CardField.Action, CardField.Threshold, CardField.Case];
    private static readonly CardField?[] OfAction = [null, CardField.Title, CardField.Action, CardField.Case, CardField.AskInstead];

    private readonly Pieces _pieces;
    private readonly CardField? _field;
    private readonly bool _dated;
    private readonly List<Finding> _found = [];

    /// <summary>Pieces that say when it does not hold or how one would notice: they are no condition and no action.</summary>
    private readonly HashSet<int> _taken = [];

    private Findings(Pieces pieces, CardField? field, bool dated) => (_pieces, _field, _dated) = (pieces, field, dated);

    /// <param name="dated">Whether the card gives the date of its case.</param>
    public static IReadOnlyList<Finding> Of(Pieces pieces, CardField? field, bool dated)
    {
        var findings = new Findings(pieces, field, dated);
        foreach (var sentence in Stretch.Sentences(pieces))
        {
            findings.Read(sentence);
        }

        return findings._found;
    }

    private void Read(Stretch sentence)
    {
        Falsifiers(sentence);
        Exceptions(sentence);
        Conditions(sentence);
        Actions(sentence);
        Thresholds(sentence);
        Reasons(sentence);
        Cases(sentence);
        Sources(sentence);
    }

    private void Falsifiers(Stretch sentence)
    {
        var weight = sentence.Weight;
        if ((_field == CardField.Falsifier || sentence.Has(Sense.Wrong)) && sentence.SaysSomething)
        {
            Find(SpecificityAspect.Falsifier, sentence.Has(Sense.Anchor) || weight >= Stretch.Plenty, sentence);
            Take(sentence);
        }
    }

    private void Exceptions(Stretch sentence)
    {
        foreach (var stretch in _field == CardField.Exception ? [sentence] : From(Sense.Unless, sentence, Sense.SentenceEnd))
        {
            if (stretch.SaysSomething)
            {
                Find(SpecificityAspect.Exception, stretch.Has(Sense.Anchor) || stretch.Weight >= Stretch.Plenty, stretch);
                Take(stretch);
            }
        }
    }

    private void Conditions(Stretch sentence)
    {
        if (!OfCondition.Contains(_field))
        {
            return;
        }

        foreach (var stretch in _field == CardField.Situation ? [sentence] : From(Sense.If, sentence, Sense.Break).Concat(UpToAfter(sentence)))
        {
            var weight = stretch.Weight;
            if (stretch.SaysSomething && !_taken.Contains(stretch.From))
            {
                Find(SpecificityAspect.Condition, stretch.Has(Sense.Anchor) || (stretch.Has(Sense.Cue) && weight >= Stretch.Much), stretch);
            }
        }
    }

    private IEnumerable<Stretch> UpToAfter(Stretch sentence)
    {
        for (var at = sentence.From + 1; at < sentence.To; at++)
        {
            var closes = _pieces[at + 1].Is(Sense.Break | Sense.Self) || _pieces[at + 1].Is(Sense.Silent);
            if (_pieces[at].Is(Sense.After) && closes && !_pieces[at - 1].Is(Sense.Break))
            {
                yield return Stretch.Before(_pieces, at + 1);
            }
            else if (_pieces[at].Is(Sense.ClauseEnd) && _pieces[at + 1].Is(Sense.Han) && _pieces[at + 1].Is(Sense.Self | Sense.So) && Stretch.Before(_pieces, at) is var before && before.Has(Sense.Measure | Sense.Cue))
            {
                yield return before;
            }
        }
    }

    private void Actions(Stretch sentence)
    {
        if (!OfAction.Contains(_field))
        {
            return;
        }

        foreach (var (at, clause) in Steps.In(sentence))
        {
            if (!_taken.Contains(at))
            {
                Find(SpecificityAspect.Action, clause.Has(Sense.Anchor), clause, _pieces.Lower(_pieces[at]).ToString());
            }
        }

        if (_field is CardField.Action or CardField.AskInstead && sentence.SaysSomething)
        {
            Find(SpecificityAspect.Action, sentence.Has(Sense.Anchor) && Steps.In(sentence).Any(), sentence);
        }
    }

    private void Thresholds(Stretch sentence)
    {
        for (var at = sentence.From; at < sentence.To; at++)
        {
            var piece = _pieces[at];
            if (piece.Is(Sense.Measure) || (piece.Is(Sense.Clock) && piece.Is(Sense.Limited)))
            {
                var decides = piece.Is(Sense.Measure) && (piece.Is(Sense.Limited) || _field == CardField.Threshold);
                Find(SpecificityAspect.Threshold, decides, Steps.Around(sentence, at));
            }
        }
    }

    private void Reasons(Stretch sentence)
    {
        foreach (var stretch in From(Sense.Why, sentence, Sense.SentenceEnd))
        {
            if (stretch.SaysSomething)
            {
                Find(SpecificityAspect.Reason, stretch.Has(Sense.Harm) || (stretch.Has(Sense.Anchor) && stretch.Weight >= Stretch.Much), stretch);
            }
        }

        var harm = HarmOutsideConditions(sentence);
        if ((harm > 1 || (harm > 0 && sentence.Has(Sense.So | Sense.Measure))) && sentence.SaysSomething)
        {
            Find(SpecificityAspect.Reason, false, sentence);
        }

        if (_field == CardField.Reason && (harm > 0 || sentence.Weight >= Stretch.Much) && sentence.SaysSomething)
        {
            Find(SpecificityAspect.Reason, harm > 0, sentence);
        }
    }

    private int HarmOutsideConditions(Stretch sentence)
    {
        var (harm, condition) = (0, false);
        for (var at = sentence.From; at < sentence.To; at++)
        {
            condition = !_pieces[at].Is(Sense.Break) && (condition || _pieces[at].Is(Sense.If));
            harm += !condition && _pieces[at].Is(Sense.Harm) ? 1 : 0;
        }

        return harm;
    }

    private void Cases(Stretch sentence)
    {
        if (_field == CardField.Title || !sentence.SaysSomething)
        {
            return;
        }

        var own = _field == CardField.Case;
        var told = Steps.Told(sentence);
        var then = sentence.Has(Sense.Past) || (sentence.Has(Sense.Date) && told) || (own && _dated);
        if (then ? told : own && told && sentence.Has(Sense.Anchor))
        {
            Find(SpecificityAspect.Case, sentence.Weight >= Stretch.Much, sentence);
        }
        else if ((told && then) || (own && (told || then)) || Steps.ToldOfOneself(sentence))
        {
            Find(SpecificityAspect.Case, false, sentence);
        }

        if (own && _dated && (told || sentence.Has(Sense.Anchor)))
        {
            Find(SpecificityAspect.Source, true, sentence);
        }
    }

    private void Sources(Stretch sentence)
    {
        for (var at = sentence.From; at < sentence.To; at++)
        {
            if (_pieces[at].Is(Sense.Doc))
            {
                var clause = Steps.Around(sentence, at);
                if (clause.Weight > _pieces[at].Weight)
                {
                    Find(SpecificityAspect.Source, clause.Has(Sense.Name | Sense.Quoted | Sense.Date), clause);
                }
            }
        }

        if (sentence.Has(Sense.Date) && sentence.SaysSomething && (Steps.Told(sentence) || sentence.Has(Sense.Past | Sense.Dated)))
        {
            Find(SpecificityAspect.Source, sentence.Has(Sense.FullDate), sentence);
        }
    }

    private IEnumerable<Stretch> From(Sense marker, Stretch sentence, Sense end)
    {
        for (var at = sentence.From; at < sentence.To; at++)
        {
            if (_pieces[at].Is(marker) && !IsEmptyClause(at))
            {
                yield return Stretch.After(_pieces, at, end);
            }
        }
    }

    /// <summary>"Because it is better, I ...": what comes after such a clause is not its reason. "Otherwise, the ..." has no clause of its own.</summary>
    private bool IsEmptyClause(int at) => !_pieces[at + 1].Is(Sense.Break) && Stretch.After(_pieces, at, Sense.Break).Weight == 0;

    private void Take(Stretch stretch)
    {
        for (var at = stretch.From; at < stretch.To; at++)
        {
            _taken.Add(at);
        }
    }

    private void Find(SpecificityAspect aspect, bool twice, Stretch stretch, string? step = null) =>
        _found.Add(new Finding(aspect, twice ? 2 : 1, new SpecificityEvidence(_field, stretch.Start, _pieces.Text[stretch.Start..stretch.End]), step));
}
