using SkillDistill.Domain.Interviews;

namespace SkillDistill.Domain.Tests.Interviews;

/// <summary>An answer of the tables beside this file, with the follow-ups that must and those that may come.</summary>
public sealed record ProbedAnswer(string Place, ProbeAim Aim, IReadOnlySet<FollowUpKind> Must, IReadOnlySet<FollowUpKind> May, string Text)
{
    public static IReadOnlyList<ProbedAnswer> Read(string table)
    {
        var answers = new List<ProbedAnswer>();
        var (heading, at, text) = ("", 0, new List<string>());
        foreach (var (line, number) in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Interviews", table)).Append("@").Select((line, i) => (line, i + 1)))
        {
            if (line.StartsWith('@'))
            {
                if (heading.Length > 0)
                {
                    answers.Add(Parse($"{table}:{at}", heading, string.Join('\n', text).Trim()));
                }

                (heading, at, text) = (line, number, []);
            }
            else if (!line.StartsWith('#'))
            {
                text.Add(line);
            }
        }

        return answers;
    }

    private static ProbedAnswer Parse(string place, string heading, string text)
    {
        var (about, kinds) = heading[1..].Split(':', 2) is [var before, var after] ? (before, after) : throw new FormatException(place);
        var aim = Enum.Parse<ProbeAim>(about.Trim().Split(' ')[0]);
        var sides = kinds.Split('?', 2);
        return new ProbedAnswer(place, aim, Kinds(sides[0]), Kinds(sides.ElementAtOrDefault(1) ?? ""), text);
    }

    private static HashSet<FollowUpKind> Kinds(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => name != "-").Select(Enum.Parse<FollowUpKind>)];
}
