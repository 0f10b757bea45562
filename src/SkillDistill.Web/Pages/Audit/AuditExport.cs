using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Web.Language;
using SkillDistill.Web.Pages.Deployment;

namespace SkillDistill.Web.Pages.Audit;

/// <summary>Everything the auditor's pages show, as one file to take along. It is made of what those pages show and reads nothing else, so it holds nobody's words.</summary>
internal sealed class AuditExport(SkillDistillDb db, ControlResults results, NoticeHistory notices, TimeProvider clock, IStringLocalizer<AuditText> text)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>JSON in UTF-8; the rules are in the reader's language.</returns>
    public async Task<byte[]> WriteAsync(CancellationToken cancellationToken)
    {
        var build = await results.ReadAsync(cancellationToken);
        var deployment = await DeploymentHistory.LoadAsync(db, cancellationToken);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                ExportedAt = clock.GetUtcNow(),
                Languages.Current,
                Build = build is null ? null : new { build.Finished, build.Commit, build.Changed },
                Controls = AuditedControl.All(build).Select(audited => new
                {
                    audited.Control.Key,
                    audited.Control.Group,
                    Rule = text[$"Control.{audited.Control.Key}"].Value,
                    audited.Outcome,
                    Tests = audited.Tests.Select(test => new { test.Name, Outcome = test.Result?.Outcome ?? ControlOutcome.Unknown, test.Result?.Cases, test.Result?.Finished }),
                }),
                Notices = await notices.AllAsync(cancellationToken),
                DeploymentRecords = deployment.Records,
                Checkpoint = await LedgerModel.NewestAsync(db, cancellationToken),
                LedgerChecks = await LedgerModel.LastAsync(db, cancellationToken),
            },
            Json);
    }
}
