namespace SkillDistill.Domain.Interviews;

/// <summary>Health, family, religion and politics of a person; the words and what they are mistaken for are in Words/*-exclusions.txt.</summary>
internal static class Topics
{
    private static readonly (Phrases Words, Phrases Innocent) HealthWords = Pair("health");
    private static readonly (Phrases Words, Phrases Innocent) FamilyWords = Pair("family");
    private static readonly (Phrases Words, Phrases Innocent) ReligionWords = Pair("religion");
    private static readonly (Phrases Words, Phrases Innocent) PoliticsWords = Pair("politics");

    public static IEnumerable<Stretch> Health(PlainText wording) => wording.Places(HealthWords.Words, HealthWords.Innocent);

    public static IEnumerable<Stretch> Family(PlainText wording) => wording.Places(FamilyWords.Words, FamilyWords.Innocent);

    public static IEnumerable<Stretch> Religion(PlainText wording) => wording.Places(ReligionWords.Words, ReligionWords.Innocent);

    public static IEnumerable<Stretch> Politics(PlainText wording) => wording.Places(PoliticsWords.Words, PoliticsWords.Innocent);

    private static (Phrases Words, Phrases Innocent) Pair(string topic) => (Phrases.Of(topic), Phrases.Of($"not {topic}"));
}
