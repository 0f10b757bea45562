using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Cards.Rearranging;

namespace SkillDistill.Web.Pages.Cards;

internal static class CardsRegistration
{
    public static void AddCards(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<SkillLabels>();
        services.AddScoped<Sharing>();
        services.AddScoped<EventsToCome>();
        services.AddScoped<WriteCard>();
        services.AddScoped<DecideOnCards>();
        services.AddScoped<CardDrafts>();
        services.AddScoped<CardList>();
        services.AddScoped<CardDesks>();
        services.AddScoped<MergeDrafts>();
        services.AddScoped<SplitDraft>();
    }

    /// <summary>What the search fields ask while one types; the fallback policy lets signed-in people in and nobody else.</summary>
    public static void MapCards(this WebApplication app)
    {
        app.MapGet("/skills/search", (string? q, SkillLabels skills, CancellationToken cancellationToken) => skills.FindAsync(WithoutNought.TakenFrom(q ?? ""), cancellationToken));
        app.MapGet("/people/search", (string? q, Sharing sharing, CancellationToken cancellationToken) => sharing.FindPeopleAsync(WithoutNought.TakenFrom(q ?? ""), cancellationToken));
    }
}
