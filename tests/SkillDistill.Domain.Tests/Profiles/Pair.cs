using System.Reflection;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Profiles;

/// <summary>A concrete text and its hollowed-out version of equal length, from the files in Pairs.</summary>
public sealed record Pair(string Name, IReadOnlyList<string> Concrete, IReadOnlyList<string> Hollow)
{
    public static IReadOnlyList<Pair> Read(string file)
    {
        var pairs = new List<Pair>();
        foreach (var line in Lines(file))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                pairs.Add(new Pair(line[3..], new List<string>(), new List<string>()));
            }
            else if (line.Length > 2)
            {
                ((List<string>)(line[0] == '+' ? pairs[^1].Concrete : pairs[^1].Hollow)).Add(line[2..]);
            }
        }

        return pairs;
    }

    /// <summary>The lines of a file that are no comment.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Pairs.{file}.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'));
    }

    /// <summary>The words without the names of fields.</summary>
    public static string Words(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => FieldOf(line).Words));

    public static Specificity Measure(IReadOnlyList<string> lines) =>
        lines.Any(line => FieldOf(line).Field is not null) ? Specificity.Of(Card(lines)) : Specificity.Of(Words(lines));

    public static CardText Card(IEnumerable<string> lines) => lines.Select(FieldOf).Aggregate(new CardText { Kind = CardKind.Judgement }, (card, line) => line.Field switch
    {
        CardField.Situation => card with { Situation = line.Words },
        CardField.Reason => card with { Reason = line.Words },
        CardField.Threshold => card with { Threshold = line.Words },
        CardField.Exception => card with { Exception = line.Words },
        CardField.Falsifier => card with { Falsifier = line.Words },
        CardField.Case => card with { Case = line.Words },
        CardField.AskInstead => card with { AskInstead = line.Words },
        CardField.Title => card with { Title = line.Words },
        _ => card with { Action = line.Words },
    });

    private static (CardField? Field, string Words) FieldOf(string line) =>
        line.Split(": ", 2) is [var name, var words] && Enum.TryParse<CardField>(name, out var field) ? (field, words) : (null, line);
}
