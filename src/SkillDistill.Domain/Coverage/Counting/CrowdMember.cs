using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage.Counting;

/// <summary>That somebody was in a crowd when it was counted, and a fingerprint of how they were: it tells whether they would be counted otherwise now, and nothing else.</summary>
public sealed class CrowdMember
{
    private CrowdMember()
    {
    }

    public Id<Person> PersonId { get; private set; }

    /// <summary>The team whose crowd it is.</summary>
    public Id<Team> TeamId { get; private set; }

    /// <inheritdoc cref="Fingerprint"/>
    public long CountedAs { get; private set; }

    public static CrowdMember Of(Id<Team> crowd, Member member) => new() { PersonId = member.PersonId, TeamId = crowd, CountedAs = Fingerprint(member) };

    /// <summary>
    /// The first eight bytes of the SHA-256 of all by which somebody is counted: whether they agreed to it, the levels, and per skill whether shared cards are fresh, of which kind, and disagreed with.
    /// All that do not agree have the same one but for their id.
    /// </summary>
    public static long Fingerprint(Member member)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{member.PersonId} {member.Showing}");
        if (member.Showing == Showing.Counted)
        {
            foreach (var skill in member.Skills.Order())
            {
                var freshness = member.Freshness(skill);
                text.Append(CultureInfo.InvariantCulture, $"\n{skill} {member.Level(skill)} {freshness?.IsFresh} {freshness?.HasProcess} {freshness?.HasJudgement}");
            }

            text.AppendJoin("", member.Disputed.Order().Select(skill => $"\n{skill} disputed"));
        }

        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
