namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>What is wrong in one line of a file, and what is expected there. For whoever edits the file, so in English like the log.</summary>
/// <param name="Line">From 1.</param>
internal sealed record ProtocolMistake(string File, int Line, string Message)
{
    public override string ToString() => $"{File} line {Line}: {Message}";
}

/// <summary>The mistakes of one file, gathered while it is read on: whoever mends a file wants to see all of them at once.</summary>
internal sealed class MistakesOf(string file)
{
    private readonly List<ProtocolMistake> _found = [];

    public IEnumerable<ProtocolMistake> Found => _found.OrderBy(mistake => mistake.Line);

    public bool Any => _found.Count > 0;

    public string File => file;

    public void Add(int line, string message) => _found.Add(new ProtocolMistake(file, line, message));
}
