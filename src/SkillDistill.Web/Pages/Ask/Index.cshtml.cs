using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Whom can I ask, who knows about this, and what did I ask before.</summary>
internal sealed class IndexModel(SkillDistillDb db, FindKnowledge find, ReadDirectory directory, ReadConversation conversations, CurrentPerson me, IStringLocalizer<AskText> text) : PageModel
{
    private const int RecentShown = 12;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Which part of the people is listed: 0 is the first.</summary>
    [BindProperty(SupportsGet = true)]
    public int Part { get; set; }

    /// <summary>Which part of my conversations is listed: 0 is the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public int Older { get; set; }

    public bool HasOlder { get; private set; }

    public DirectoryPage Directory { get; private set; } = new([], false);

    public Found? Found { get; private set; }

    public bool HasMore => Found?.HasMore ?? Directory.HasMore;

    /// <summary>Whether a judgement about people was asked for.</summary>
    public bool IsAboutPeople => Q is not null && Found is null;

    public IReadOnlyList<RecentConversation> Recent { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Q = Q?.ToPlainLine() is { Length: > 0 } words ? words[..Math.Min(words.Length, FindKnowledge.QueryLength)].ToWellFormed() : null;
        (Part, Older) = (Math.Clamp(Part, 0, 10_000), Math.Clamp(Older, 0, 10_000));
        (Directory, Found) = Q is null ? (await directory.PageAsync(Part, cancellationToken), null) : (Directory, await find.SearchAsync(Q, Part, cancellationToken));
        var listed = await (from conversation in conversations.Readable()
                            join agent in db.Agents on conversation.AgentId equals agent.Id
                            join owner in db.People on agent.OwnerId equals owner.Id
                            orderby conversation.LastAskedAt descending
                            select new RecentConversation(conversation.Id, conversation.Title, owner.Name, conversation.LastAskedAt, db.Gaps.Any(gap => gap.RepliedAt != null && conversation.Turns.Any(turn => turn.Id == gap.TurnId)),
                                db.Disagreements.Any(disagreement => disagreement.SettledAt != null && conversation.Turns.Any(turn => turn.Id == disagreement.TurnId)))).Skip(Older * RecentShown).Take(RecentShown + 1).ToListAsync(cancellationToken);
        (Recent, HasOlder) = ([.. listed.Take(RecentShown)], listed.Count > RecentShown);
    }

    /// <summary>Deletes every conversation of the asker, those with agents that have gone silent too.</summary>
    public async Task<IActionResult> OnPostDeleteAllAsync(CancellationToken cancellationToken)
    {
        await db.Conversations.Where(conversation => conversation.AskerId == me.Id).ExecuteDeleteAsync(cancellationToken);
        this.Say(text["Recent.Deleted"]);
        return this.Again();
    }
}

internal sealed record RecentConversation(Id<Conversation> Id, string Title, string OwnerName, DateTimeOffset LastAskedAt, bool HasReply, bool HasSettled);
