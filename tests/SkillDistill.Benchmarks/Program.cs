using SkillDistill.Benchmarks.Answering;

// Each figure is printed beside its yardstick from the same run; the machine's own speed drifts, the ratio does not.
await AnswerLatency.RunAsync();
