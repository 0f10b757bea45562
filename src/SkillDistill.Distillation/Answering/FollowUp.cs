using SkillDistill.Distillation.Retrieval;
using SkillDistill.Distillation.Retrieval.Encoding;

namespace SkillDistill.Distillation.Answering;

/// <summary>Reads a question in the light of those before it in its conversation: what they were about helps to find the card, but is no sign that it answers this one.</summary>
internal static class FollowUp
{
    // The last question, the one before, the one before that. On conversations of several turns (MTRAG-UN) this found 0.888 nDCG@10 where the question alone found 0.800, and the last one alone 0.871.
    private static readonly double[] Weights = [0.3, 0.15, 0.1];

    public static Question Read(Brief brief) => brief.ReadAs is { } whole ? Read(whole, [], brief.Meaning) : Read(brief.Question, brief.EarlierQuestions, brief.Meaning);

    /// <param name="earlier">The oldest first.</param>
    /// <param name="meaning">Of the question as it stands among these.</param>
    public static Question Read(string question, IReadOnlyList<string> earlier, AskedMeaning? meaning = null)
    {
        // "Are you sure?" asks nothing of its own: it is the question before it, asked again.
        while (earlier.Count > 0 && Question.Read(question).Matter == 0)
        {
            (question, earlier) = (earlier[^1], [.. earlier.SkipLast(1)]);
        }

        return Question.Read(question, [.. earlier.Reverse().Zip(Weights)]) with { Meaning = meaning };
    }
}
