using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Tests;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>
/// Questions of our own, in words of our own, about real runbooks brought in as an owner would: the material on which weights and the threshold were chosen. Beside each question stand words that only the
/// right place holds, parted by "|".
/// </summary>
internal static class OwnQuestions
{
    public static Task RunAsync()
    {
        Run(withMeaning: true);
        Run(withMeaning: false);
        return Task.CompletedTask;
    }

    public static void Run(bool withMeaning)
    {
        List<CardMaterial> cards = [.. new[] { "pagerduty-incident-response", "prometheus-runbooks" }
            .SelectMany(folder => Directory.GetFiles(Repository.Shared($"samples/{folder}"), "*.md").Order(StringComparer.Ordinal))
            .SelectMany(file => ReadNotes.Propose(Path.GetFileName(file), File.ReadAllText(file)))
            .Select(proposal => new CardMaterial(Id<Card>.New(), Id<CardRevision>.New(), proposal.Text, [], DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue))
            .Select(card => withMeaning ? Encoded.Card(card) : card)];
        var index = CardIndex.Of(cards);
        var answer = Lines("to-answer.tsv").Select(line => line.Split('\t')).Select(row => Look(row[0], row[1].Split('|'))).ToList();
        var refuse = Lines("to-refuse.txt").Select(question => Look(question, [])).ToList();
        Console.WriteLine($"{(withMeaning ? "by words and meaning" : "by words alone")}: {cards.Count} cards of real runbooks; of {answer.Count} questions that they answer the right card is first for {Within(1)}, among the first two for {Within(2)}, among the first five for {Within(5)}");
        Console.WriteLine($"answered where the right card is among the first three: {answer.Count(row => row is { Place: <= 3, Near: true })} of {Within(3)}; refused of {refuse.Count} that they do not answer: {refuse.Count(row => !row.Near)}");

        int Within(int places) => answer.Count(row => row.Place <= places);

        (int Place, bool Near) Look(string question, string[] words)
        {
            var ranking = Ranking.Of(withMeaning ? Encoded.Question(question, []) : Question.Read(question), index, cards, 50);
            var place = ranking.Hits.Select(hit => hit.Card).TakeWhile(card => !Array.Exists(words, word => Holds(card, word))).Count() + 1;
            return (place > ranking.Hits.Count ? int.MaxValue : place, AnswerThreshold.NearEnough(ranking));
        }
    }

    private static bool Holds(CardMaterial card, string words) => Enum.GetValues<CardField>().Any(field => card.Text[field].Contains(words, StringComparison.OrdinalIgnoreCase));

    private static string[] Lines(string name)
    {
        using var stream = typeof(OwnQuestions).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
