using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>
/// Server-sent events of one turn: "wait" at once, "anew" for the first portion of an answer, "text" for each further one, then "end", upon which the page fetches the kept turn, or "withdrawn" with a sentence, when the owner took their consent back meanwhile. A reader on another node than the
/// one that answers gets "end" when the turn is kept.
/// </summary>
internal static class TurnStream
{
    public static void MapTurnStream(this IEndpointRouteBuilder app) => app.MapGet(
        "/conversations/{id}/turns/{turnId}/stream",
        async (Id<Conversation> id, Id<Turn> turnId, SkillDistillDb db, CurrentPerson me, AnswerDesk desk, TimeProvider clock, IServiceScopeFactory scopes, IStringLocalizer<AskText> text, CancellationToken cancellationToken) =>
        {
            var mine = from conversation in db.Conversations
                       join turn in db.Turns on conversation.Id equals turn.ConversationId
                       where conversation.Id == id && conversation.AskerId == me.Id && turn.Id == turnId
                       select conversation;
            var permitted = db.PermittedAgents(me.Asker, clock.GetUtcNow()).Select(agent => agent.Id);
            return await mine.AnyAsync(conversation => conversation.IsTrial || permitted.Contains(conversation.AgentId), cancellationToken)
                ? Results.ServerSentEvents(EventsAsync(turnId, desk, scopes, text["Turn.Ended"], cancellationToken))
                : Results.NotFound();
        });

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        Id<Turn> turn, AnswerDesk desk, IServiceScopeFactory scopes, string withdrawn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Nothing of a response leaves before its first event, and a proxy or a reader that hears nothing for long gives up.
        yield return new SseItem<string>("", "wait");
        using var patience = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        var told = false;
        do
        {
            if (desk.Running(turn) is { } running)
            {
                await foreach (var portion in running.ReadAsync(cancellationToken))
                {
                    yield return new SseItem<string>(portion, told ? "text" : "anew");
                    told = true;
                }

                told = false;
            }

            var state = await StateAsync(turn, scopes, cancellationToken);
            if (state != TurnState.Pending)
            {
                yield return state == TurnState.Ended ? new SseItem<string>(withdrawn, "withdrawn") : new SseItem<string>("", "end");
                yield break;
            }
        }
        while (await patience.WaitForNextTickAsync(cancellationToken));
    }

    private static async Task<TurnState?> StateAsync(Id<Turn> id, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SkillDistillDb>().Turns.Where(turn => turn.Id == id).Select(turn => (TurnState?)turn.State).FirstOrDefaultAsync(cancellationToken);
    }
}
