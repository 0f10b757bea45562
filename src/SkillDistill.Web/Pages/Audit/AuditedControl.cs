namespace SkillDistill.Web.Pages.Audit;

/// <summary>A rule with what is known of it: passed when each of its tests did, failed when one failed, otherwise unknown.</summary>
internal sealed record AuditedControl(Control Control, IReadOnlyList<(string Name, TestResult? Result)> Tests)
{
    public ControlOutcome Outcome =>
        Tests.Any(test => test.Result?.Outcome == ControlOutcome.Failed) ? ControlOutcome.Failed
        : Tests.All(test => test.Result?.Outcome == ControlOutcome.Passed) ? ControlOutcome.Passed
        : ControlOutcome.Unknown;

    public static IReadOnlyList<AuditedControl> All(BuildResults? results) =>
        [.. ControlRegister.Controls.OrderBy(control => control.Group).Select(control => new AuditedControl(control, [.. control.Tests.Select(name => (name, results?.Tests.GetValueOrDefault(name)))]))];
}
