namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>A piece of YAML and the line on which it begins, from 1: text, a list, or keys with values. Nothing else is accepted.</summary>
internal abstract record YamlNode(int Line)
{
    /// <summary>What somebody would call it who is told that it is the wrong thing.</summary>
    public abstract string Name { get; }
}

internal sealed record YamlText(int Line, string Value) : YamlNode(Line)
{
    public override string Name => Value.Length == 0 ? "empty" : $"“{(Value.Length > 40 ? Value[..40] + "…" : Value)}”";
}

internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line)
{
    public override string Name => "a list";
}

internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line)
{
    public override string Name => "a group of keys";
}

internal sealed record YamlEntry(string Key, int Line, YamlNode Value);
