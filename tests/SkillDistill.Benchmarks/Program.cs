using SkillDistill.Benchmarks.Answering;
using SkillDistill.Benchmarks.Answering.Models;
using SkillDistill.Benchmarks.Coverage;
using SkillDistill.Benchmarks.Interviews;
using SkillDistill.Benchmarks.Knowing;
using SkillDistill.Benchmarks.Retrieval;
using SkillDistill.Benchmarks.Sources;

// Each figure is printed beside its yardstick from the same run; the machine's own speed drifts, the ratio does not.
var benchmarks = new Dictionary<string, Func<Task>>
{
    ["answers"] = AnswerLatency.RunAsync,
    ["autosave"] = AutosaveLoad.RunAsync,
    ["coverage"] = LargeHeatmap.RunAsync,
    ["coverage-curve"] = CoverageCurve.RunAsync,
    ["first-token"] = FirstToken.RunAsync,
    ["own-questions"] = OwnQuestions.RunAsync,
    ["mailbox"] = LargeMailbox.RunAsync,
    ["other-encoder"] = OtherEncoder.RunAsync,
    ["ranking"] = RankingQuality.RunAsync,
    ["refusal"] = RefusalQuality.RunAsync,
    ["streams"] = ManyStreams.RunAsync,
    ["who-knows"] = WhoKnows.RunAsync,
};
if (args.FirstOrDefault(name => !benchmarks.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark \"{unknown}\". There are: {string.Join(", ", benchmarks.Keys)}.");
    return 1;
}

foreach (var (name, run) in benchmarks.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Key)))
{
    Console.WriteLine($"== {name}");
    await run();
}

return 0;
