namespace SkillDistill.Distillation.Tests.Answering.UnderFire;

/// <summary>Something that cards are written about, in words of its own: none of them is shared with another subject.</summary>
/// <param name="Warning">Stands in exceptions and falsifiers alone; a question that says it is the case they warn of.</param>
internal sealed record Subject(string Title, string Action, string Reason, string Threshold, string Warning, string Question, bool IsChinese = false)
{
    public string Exception => IsChinese ? $"{Warning}除外。" : $"Never during {Warning}.";

    public string Falsifier => IsChinese ? $"{Warning}之后又坏了。" : $"{Warning} shows up afterwards.";

    public string Asking(bool warned) => (warned, IsChinese) switch
    {
        (false, _) => Question,
        (_, true) => $"{Question}正值{Warning}。",
        _ => $"{Question} It is {Warning} here.",
    };

    public static IReadOnlyList<Subject> All { get; } =
    [
        new("Restarting the export worker", "Drain the queue, then restart the export worker with one replica.", "Two replicas write one file.", "Fewer than 20 jobs remain.", "bookclosing", "How do I restart the export worker?"),
        new("Refunding a disputed invoice", "Refund the disputed invoice once the customer has paid on time.", "Trust costs less than a quarrel.", "Up to 900 euros.", "litigation", "When do I refund a disputed invoice?"),
        new("Calibrating the gas sensor", "Calibrate the gas sensor with span vapour for nine minutes.", "Warm cells drift upward.", "Drift below 3 percent.", "thunderstorm", "How is the gas sensor calibrated?"),
        new("Approving overnight freight", "Approve overnight freight if the line would stand still otherwise.", "A standing line burns money.", "Above 40 pallets.", "embargo", "Who approves overnight freight?"),
        new("Rolling back a payment release", "Roll the payment release back before anybody hunts for causes.", "Money keeps flowing wrongly.", "Within 15 minutes.", "migration", "When is a payment release rolled back?"),
        new("气密测试不合格的机器", "气密测试不合格的机器先隔离，再换密封圈。", "漏气会伤人。", "压降超过五帕。", "台风", "气密测试不合格的机器怎么处理？", true),
        new("供应商换料申请", "供应商换料申请先送样检验，合格后试产。", "材料批次差异大。", "三十件样品。", "国庆", "供应商换料申请怎么批？", true),
    ];
}
