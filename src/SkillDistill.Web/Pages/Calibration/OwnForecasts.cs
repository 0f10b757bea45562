using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Calibration;

/// <summary>How sure the signed-in owner was of cards of theirs, and what came of it. Nobody else reads any of it.</summary>
internal sealed class OwnForecasts(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    /// <summary>One at a time for a card: said anew before it is known, the new one takes the place of the old.</summary>
    /// <returns>Null where there is no such card of theirs.</returns>
    public async Task<Outcome<Forecast>?> StateAsync(Guid card, int percent, CancellationToken cancellationToken)
    {
        if (await db.OwnCardAsync(me.Id, card, cancellationToken) is not { } own)
        {
            return null;
        }

        var stated = Forecast.State(own.Card, percent, clock.GetUtcNow());
        if (stated.Refusal is null)
        {
            db.Forecasts.RemoveRange(db.Forecasts.Where(forecast => forecast.CardId == own.Card.Id && forecast.HasHeld == null));
            db.Forecasts.Add(stated.Value);
            await db.SaveChangesAsync(cancellationToken);
        }

        return stated;
    }

    /// <returns>Whether there is such a forecast of theirs.</returns>
    public async Task<bool> TellAsync(Id<Forecast> id, bool hasHeld, CancellationToken cancellationToken)
    {
        if (await db.Forecasts.FirstOrDefaultAsync(forecast => forecast.Id == id && forecast.OwnerId == me.Id, cancellationToken) is not { } forecast)
        {
            return false;
        }

        forecast.Tell(hasHeld, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>What is not known yet of a card, or null.</summary>
    public Task<Forecast?> OpenAsync(Id<Card> card, CancellationToken cancellationToken) =>
        db.Forecasts.AsNoTracking().FirstOrDefaultAsync(forecast => forecast.OwnerId == me.Id && forecast.CardId == card && forecast.HasHeld == null, cancellationToken);

    /// <summary>The eldest first.</summary>
    public async Task<IReadOnlyList<OpenForecast>> OpenAsync(CancellationToken cancellationToken)
    {
        var open = await db.Forecasts.AsNoTracking().Where(forecast => forecast.OwnerId == me.Id && forecast.HasHeld == null).OrderBy(forecast => forecast.StatedAt).ThenBy(forecast => forecast.Id).ToListAsync(cancellationToken);
        var cards = open.ConvertAll(forecast => forecast.CardId);
        var titles = await db.OwnCards(me.Id).AsNoTracking().Where(own => cards.Contains(own.Card.Id)).Select(own => new { own.Card.Id, own.Revision.Text.Title }).ToDictionaryAsync(own => own.Id, own => own.Title, cancellationToken);
        return open.ConvertAll(forecast => new OpenForecast(forecast, titles[forecast.CardId]));
    }

    public Task<List<Forecast>> KnownAsync(CancellationToken cancellationToken) =>
        db.Forecasts.AsNoTracking().Where(forecast => forecast.OwnerId == me.Id && forecast.HasHeld != null).ToListAsync(cancellationToken);
}

internal sealed record OpenForecast(Forecast Forecast, string Title);
