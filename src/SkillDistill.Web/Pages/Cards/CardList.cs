using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>Reads one page of one's own cards, newest first, and the skills there are to filter by.</summary>
internal sealed class CardList(SkillDistillDb db, SkillLabels skills, Sharing sharing, CurrentPerson me, TimeProvider clock)
{
    private const int FirstWords = 180;

    public async Task<CardListPage> PageAsync(CardFilter filter, int number, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var cards = filter.Of(db.OwnCards(me.Id).AsNoTracking(), now);
        var total = await cards.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + CardFilter.PageSize - 1) / CardFilter.PageSize);
        number = Math.Clamp(number, 1, pages);
        var rows = await cards
            .OrderByDescending(row => row.Card.ConfirmedAt).ThenBy(row => row.Card.Id)
            .Skip((number - 1) * CardFilter.PageSize).Take(CardFilter.PageSize)
            .Select(row => new
            {
                row.Card.Id,
                row.Card.Status,
                row.Card.Audience,
                row.Card.ConfirmedAt,
                row.Card.ReviewBy,
                CameAbout = row.Card.CameAboutAt != null,
                row.Revision.Text,
                Skills = row.Card.Skills.Select(tag => tag.SkillId).ToList(),
            })
            .ToListAsync(cancellationToken);

        var labels = await skills.NamesAsync(await MySkillsAsync(cancellationToken), cancellationToken);
        var teams = (await sharing.MyTeamsAsync(cancellationToken)).ToDictionary(team => team.Id, team => team.Label);
        return new CardListPage(total, number, pages, [.. labels.OrderBy(pair => pair.Value, StringComparer.CurrentCulture).Select(pair => new Pick(pair.Key.Value, pair.Value))],
            [.. rows.Select(row => new CardRow(
                row.Id.Value,
                row.Text.Title,
                Shortened(row.Text),
                new CardTags(row.Text.Kind, row.Status, row.Audience.Scope, row.Audience.TeamKey is { } team ? teams.GetValueOrDefault(team, "") : "", row.Status == CardStatus.Accepted && row.ReviewBy < now, row.CameAbout),
                [.. row.Skills.Where(labels.ContainsKey).Select(skill => labels[skill]).Order(StringComparer.CurrentCulture)],
                row.ConfirmedAt))]);
    }

    private Task<List<Id<Skill>>> MySkillsAsync(CancellationToken cancellationToken) =>
        db.Cards.Where(card => card.OwnerId == me.Id).SelectMany(card => card.Skills).Select(tag => tag.SkillId).Distinct().ToListAsync(cancellationToken);

    private static string Shortened(CardText words)
    {
        var first = new[] { words.Action, words.Situation, words.Reason, words.AskInstead }.FirstOrDefault(part => part.Length > 0) ?? "";
        return first.Length <= FirstWords ? first : $"{first[..FirstWords].TrimEnd()}…";
    }
}

internal sealed record CardListPage(int Total, int Number, int Pages, IReadOnlyList<Pick> Skills, IReadOnlyList<CardRow> Rows);

internal sealed record CardRow(Guid Id, string Title, string First, CardTags Tags, IReadOnlyList<string> Skills, DateTimeOffset ConfirmedAt);
