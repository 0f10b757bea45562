namespace SkillDistill.Domain.Profiles.Substance;

/// <summary>What a word does in a text: as the word lists have it, and, from <see cref="Word"/> on, as its surroundings show.</summary>
[Flags]
internal enum Sense : long
{
    None = 0,
    Silent = 1L << 0,
    Self = 1L << 1,
    Vague = 1L << 2,

    /// <summary>Something one does with one's hands or at a keyboard.</summary>
    Step = 1L << 3,
    Did = 1L << 4,
    If = 1L << 5,

    /// <summary>Chinese: closes a condition that stands before it.</summary>
    After = 1L << 6,
    Why = 1L << 7,

    /// <summary>Gives a reason only where harm is named too.</summary>
    So = 1L << 8,
    Harm = 1L << 9,
    Unless = 1L << 10,
    Wrong = 1L << 11,
    Past = 1L << 12,

    /// <summary>A day, month or year in the past, as seen from today.</summary>
    When = 1L << 13,
    Dated = 1L << 14,
    Month = 1L << 15,
    Day = 1L << 16,
    Number = 1L << 17,
    Unit = 1L << 18,
    Limit = 1L << 19,

    /// <summary>A record that somebody else could look up.</summary>
    Doc = 1L << 20,

    /// <summary>Something one sees, hears, smells or feels.</summary>
    Cue = 1L << 21,

    /// <summary>Content, although it looks like an abstract word or holds one.</summary>
    Plain = 1L << 22,

    /// <summary>In no list, and so content.</summary>
    Word = 1L << 23,
    Digits = 1L << 24,
    ClauseEnd = 1L << 25,
    SentenceEnd = 1L << 26,

    /// <summary>A number of something.</summary>
    Measure = 1L << 27,

    /// <summary>A number that something is more or less than.</summary>
    Limited = 1L << 28,
    Name = 1L << 29,
    Quoted = 1L << 30,
    Date = 1L << 31,
    FullDate = 1L << 32,
    Clock = 1L << 33,
    Han = 1L << 34,
    QuoteOpens = 1L << 35,
    QuoteCloses = 1L << 36,

    Break = ClauseEnd | SentenceEnd,
    Content = Step | Harm | Doc | Cue | Plain | Word,

    /// <summary>What two people would understand alike.</summary>
    Anchor = Measure | Name | Quoted | Date | FullDate | Clock,
}
