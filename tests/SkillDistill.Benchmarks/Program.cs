using SkillDistill.Benchmarks.Answering;
using SkillDistill.Benchmarks.Interviews;

// Each figure is printed beside its yardstick from the same run; the machine's own speed drifts, the ratio does not.
if (args is not ["autosave"])
{
    await AnswerLatency.RunAsync();
}

await AutosaveLoad.RunAsync();
