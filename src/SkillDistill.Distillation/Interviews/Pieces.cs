using System.Security.Cryptography;
using System.Text;
using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Interviews;

/// <summary>An answer that tells rather than lists: proposed in pieces, each with the words it came from.</summary>
internal static class Pieces
{
    /// <summary>Of a piece's words in its key, in hexadecimal digits: enough to tell the pieces of one answer apart.</summary>
    private const int DigestLength = 12;

    public static IEnumerable<ProposedCard> Of(Step step, InterviewAnswer row)
    {
        var text = row.Parts[AnswerParts.Whole];
        var followed = Fields.Followed(step.Probe, row).ToList();
        var pieces = ReadNotes.Propose("answer.txt", text);
        foreach (var (piece, at) in pieces.Select((piece, at) => (piece, at)))
        {
            var card = piece.Text with { Kind = step.Probe.Card!.Kind, AskInstead = "" };
            var fields = Enum.GetValues<CardField>().Where(field => field != CardField.Title && card[field].Length > 0)
                .Select(field => new ProposedField(field, row.Id, AnswerParts.Whole, piece.Quote, piece.Start)).ToList();

            // What was asked further is about the answer as a whole, and goes with its first piece.
            if (at == 0)
            {
                card = followed.Aggregate(card, (words, part) => words.With(part.Field, words[part.Field].Length == 0 ? part.Words : $"{words[part.Field]}\n{part.Words}"));
                fields.AddRange(followed);
            }

            yield return new ProposedCard(Key(step, row, piece.Quote), (card with { Title = Titles.Of(card, step.Subject) }).Tidied(), fields);
        }
    }

    private static string Key(Step step, InterviewAnswer row, string quote)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(quote)))[..DigestLength];
        var key = $"{step.Probe.Key}~{row.About}{row.Slot}";
        var room = ProposedCard.KeyLength - DigestLength - 1;
        return $"{(key.Length <= room ? key : key[..room])}~{digest}";
    }
}
