namespace SkillDistill.Distillation.Answering;

/// <summary>Every limit an answer is held to, in UTF-16 units where it counts text.</summary>
internal static class AnswerLimits
{
    /// <summary>Cards that travel with a question. More would dilute the answer and show a model what nobody asked for.</summary>
    public const int Cards = 3;

    /// <summary>The second card is taken along when its score is at least this share of the best one's.</summary>
    public const double NearBest = 0.5;

    /// <summary>A third card must come this near; so must a warning that is to be said first.</summary>
    public const double VeryNearBest = 0.75;

    /// <summary>Times a model may look for further cards, for one answer.</summary>
    public const int Searches = 3;

    /// <summary>Further cards that one search finds.</summary>
    public const int FoundBySearch = 2;

    /// <summary>What a model asks for beyond it is not looked at.</summary>
    public const int SearchQuery = 300;

    /// <summary>Earlier questions a model is shown.</summary>
    public const int EarlierQuestions = 3;

    /// <summary>The longest answer kept; what a model writes beyond it is not read.</summary>
    public const int Text = 6000;

    /// <summary>All that is read of a model's output, tags included.</summary>
    public const int Output = 24_000;

    /// <summary>The longest citation tag. An open bracket must not swallow an answer.</summary>
    public const int Tag = 3000;

    /// <summary>A sentence that runs on longer than this is closed where it stands.</summary>
    public const int Sentence = 1500;

    /// <summary>A quote shorter than this many letters proves nothing, unless it is a whole field.</summary>
    public const int ShortestQuote = 6;

    /// <summary>How much of one card the built-in answerer quotes.</summary>
    public const int NoteOfBestCard = 700;

    /// <summary>How much it quotes of each further card.</summary>
    public const int NoteOfFurtherCard = 320;

    /// <summary>A field up to this length is quoted whole.</summary>
    public const int ShortField = 320;

    /// <summary>Numbers of citations in one answer.</summary>
    public const int Citations = 40;
}
