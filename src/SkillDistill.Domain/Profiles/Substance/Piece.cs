namespace SkillDistill.Domain.Profiles.Substance;

/// <summary>A word, phrase, number or mark of a text, from <paramref name="Start"/> up to <paramref name="End"/> (UTF-16 units).</summary>
/// <param name="Key">Alike for pieces with the same letters, so that saying a word twice counts once.</param>
/// <param name="Weight">How much content it carries: 2 for an English word, 1 for each Chinese character, 0 for words that say nothing.</param>
internal record struct Piece(int Start, int End, Sense Sense, int Key, int Weight)
{
    public readonly bool Is(Sense any) => (Sense & any) != 0;
}
