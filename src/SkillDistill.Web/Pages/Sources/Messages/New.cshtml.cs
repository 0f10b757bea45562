using System.Buffers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Distillation.Reading.Messages;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Sources.Messages;

/// <summary>Bringing in messages that one wrote: a file of usual size in one go, a large mailbox part by part.</summary>
[RefuseTooLarge(NewSourceForm.RequestSize)]
[RequestSizeLimit(NewSourceForm.RequestSize)]
[RequestFormLimits(MultipartBodyLengthLimit = NewSourceForm.RequestSize)]
internal sealed class NewModel(
    SkillDistillDb db, BringMessages bring, ReadInParts parts, DeploymentGate gate, KeepProfile keepProfile, CurrentPerson me, IStringLocalizer<SourcesText> text) : PageModel
{
    [BindProperty]
    public IFormFile? Chosen { get; set; }

    /// <summary>Names and mail addresses one goes by, with commas between.</summary>
    [BindProperty]
    public string? Me { get; set; }

    public bool IsOpen { get; private set; }

    public bool MayKeep { get; private set; }

    /// <summary>A mailbox whose reading has not come to its end.</summary>
    public MailboxReading? Reading { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await StandAsync(cancellationToken);
        Me ??= Reading?.Me ?? await db.AddressOfAsync(me.Id, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await StandAsync(cancellationToken);
        if (!IsOpen || !MayKeep)
        {
            return Page();
        }

        var brought = Chosen is null ? new NoFileChosen() : await bring.FromAsync(me.Id, new UploadedFile(Chosen.FileName, Chosen.OpenReadStream()), Me, cancellationToken);
        if (brought.Refused(out var refusal))
        {
            ModelState.AddModelError(FieldOf(refusal), this.Sentence(refusal));
            return Page();
        }

        this.Say(Line(brought.Value.Seen, brought.Value.Own, brought.Value.Kept, brought.Value.Unread));
        return RedirectToPage("Choose", new { id = brought.Value.Source });
    }

    public async Task<IActionResult> OnPostBeginAsync(string? file, long size, CancellationToken cancellationToken)
    {
        var begun = await parts.BeginAsync(me.Id, file ?? "", size, Me, cancellationToken);
        return begun.Refused(out var refusal) ? Said(refusal) : new JsonResult(new { id = begun.Value.Id.ToString(), at = begun.Value.At, part = MessageLimits.Part, largest = MessageLimits.LargestPart });
    }

    /// <summary>Takes the bytes themselves as the body.</summary>
    public async Task<IActionResult> OnPostPartAsync(Id<MailboxReading> reading, long at, CancellationToken cancellationToken)
    {
        if (Request.ContentLength is not (> 0 and <= MessageLimits.LargestPart))
        {
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var length = (int)Request.ContentLength.Value;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            if (await Request.Body.ReadAtLeastAsync(bytes.AsMemory(0, length), length, throwOnEndOfStream: false, cancellationToken) < length)
            {
                // A form was sent in place of the bytes themselves, and has been read already.
                return BadRequest();
            }

            return await parts.PartAsync(me.Id, reading, at, new ArraySegment<byte>(bytes, 0, length), cancellationToken) is { } read ? Said(read) : NotFound();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public async Task<IActionResult> OnPostGiveUpAsync(CancellationToken cancellationToken)
    {
        await parts.GiveUpAsync(me.Id, cancellationToken);
        this.Say(text["Messages.GivenUp"]);
        return this.Again();
    }

    private async Task StandAsync(CancellationToken cancellationToken) =>
        (IsOpen, MayKeep, Reading) = (await gate.IsOpenAsync(cancellationToken), await keepProfile.IsAgreedAsync(me.Id, cancellationToken), await parts.OpenAsync(me.Id, cancellationToken));

    private JsonResult Said(Outcome<PartRead> outcome)
    {
        if (outcome.Refused(out var refusal))
        {
            return Said(refusal);
        }

        var read = outcome.Value;
        var done = read.IsDone ? Url.Page("Choose", new { id = read.Source }) : null;
        if (read.IsDone)
        {
            this.Say(Line(read.Seen, read.Own, read.Kept, read.Unread));
        }

        return new JsonResult(new { at = read.At, done, others = read.Others, line = text["Messages.SoFar", read.Seen, read.Own].Value });
    }

    private JsonResult Said(Refusal refusal) => new(new { field = FieldOf(refusal), sentence = this.Sentence(refusal) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };

    private static string FieldOf(Refusal refusal) => refusal.Field == nameof(Me) ? nameof(Me) : nameof(Chosen);

    private string Line(int seen, int own, int kept, int unread) => string.Join(' ', new[]
    {
        text["Messages.Said", seen, own, kept].Value,
        kept == ImportSource.ProposalLimit ? text["Messages.Full", kept] : "",
        unread > 0 ? text["Messages.Unread", unread] : "",
    }.Where(sentence => sentence.Length > 0));
}
