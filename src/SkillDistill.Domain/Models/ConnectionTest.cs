using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Models;

/// <summary>An admin asked the model one fixed question, to see whether it answers. What it said is not kept.</summary>
public sealed class ConnectionTest
{
    public const int Longest = 120;

    private ConnectionTest()
    {
    }

    public Id<ConnectionTest> Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null once that person is gone.</summary>
    public Id<Person>? ById { get; private set; }

    /// <summary>The model's name and where it runs, as it was then.</summary>
    public string Model { get; private set; } = "";

    /// <summary>Null where it answered.</summary>
    public ModelProblem? Problem { get; private set; }

    /// <summary>Milliseconds to the first word; null where none came.</summary>
    public int? First { get; private set; }

    /// <summary>Milliseconds to the end.</summary>
    public int Whole { get; private set; }

    /// <summary>Null where the provider did not say.</summary>
    public long? InputTokens { get; private set; }

    public long? OutputTokens { get; private set; }

    /// <param name="use">What the provider said it took, or null.</param>
    public static ConnectionTest Of(Id<Person> by, string model, ModelProblem? problem, TimeSpan? first, TimeSpan whole, TokenUse? use, DateTimeOffset now) => new()
    {
        Id = Id<ConnectionTest>.New(),
        At = now,
        ById = by,
        Model = model.Length > Longest ? model[..Longest] : model,
        Problem = problem,
        First = (int?)first?.TotalMilliseconds,
        Whole = (int)whole.TotalMilliseconds,
        InputTokens = use is { IsEstimated: false } ? use.Input : null,
        OutputTokens = use is { IsEstimated: false } ? use.Output : null,
    };
}
