using System.Text;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering.Verifying;

/// <summary>
/// Whether a sentence recites the instructions that an agent travels under, instead of saying something from the cards. Letters and digits alone are compared, so that blanks, signs,
/// case and letters nobody sees change nothing; what also stands in a card at hand is the card's. A translation is not recognised, unless it names a block of the prompt.
/// </summary>
internal sealed class Recital(string instructions, IReadOnlyList<CardMaterial> cards)
{
    // So long a run is no chance. The example in the instructions, which a real card might nearly say, is shorter.
    private const int Run = 48;

    // A short sentence that is one of the instructions from end to end, and rests on no card.
    private const int Whole = 16;

    private static readonly string[] Blocks = ["<cards>", "<earlier>", "<question>", "<push_back>", "<language>"];

    private readonly string _instructions = Bare(instructions);
    private string[] _fields = [];
    private string[]? _bareFields;
    private int _known;

    /// <param name="sentence">Without control and format characters.</param>
    /// <param name="rests">Whether a quote that was found supports it.</param>
    public bool Holds(string sentence, bool rests)
    {
        Know();
        if (Blocks.Any(block => sentence.Contains(block, StringComparison.OrdinalIgnoreCase) && !_fields.Any(field => field.Contains(block, StringComparison.OrdinalIgnoreCase))))
        {
            return true;
        }

        var bare = Bare(sentence);
        if (!rests && Weight(bare) >= Whole && IsRecited(bare))
        {
            return true;
        }

        var (start, weight) = (0, 0);
        for (var end = 0; end < bare.Length; end++)
        {
            for (weight += Weight(bare[end]); weight - Weight(bare[start]) >= Run; start++)
            {
                weight -= Weight(bare[start]);
            }

            if (weight >= Run && IsRecited(bare[start..(end + 1)]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>More cards may have come since the last sentence.</summary>
    private void Know()
    {
        if (_known != cards.Count)
        {
            _known = cards.Count;
            _fields = [.. from card in cards from field in Enum.GetValues<CardField>() select card.Text[field]];
            _bareFields = null;
        }
    }

    private bool IsRecited(string run) =>
        _instructions.Contains(run, StringComparison.Ordinal) && !(_bareFields ??= [.. _fields.Select(Bare)]).Any(field => field.Contains(run, StringComparison.Ordinal));

    private static int Weight(string bare) => bare.Sum(Weight);

    /// <summary>A Chinese character carries about as much as three Latin letters.</summary>
    private static int Weight(char letter) => letter >= '\u2E80' ? 3 : 1;

    private static string Bare(string text) => string.Concat(text.ToWellFormed().Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
