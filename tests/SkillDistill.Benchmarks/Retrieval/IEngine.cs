namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>Something that ranks passages for a question.</summary>
internal interface IEngine : IDisposable
{
    string Name { get; }

    void Index(Collection collection);

    /// <summary>The ids of the best passages, best first.</summary>
    IReadOnlyList<string> Search(string question, int most);
}
