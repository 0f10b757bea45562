using System.Reflection;
using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Answering.AboutPeople;

/// <summary>
/// Forms of sentences, read from a file. What stands in a form follows upon each other: <c>a/b</c> is either, <c>a_b</c> one after the other, <c>{name}</c> any word of the list of that name, <c>x?</c> at
/// most once, <c>x*</c> any number of times; <c>..</c> is up to four words (eight Chinese characters) of the same clause, <c>...</c> up to eight of the same sentence, and <c>&gt;&gt;</c> the rest of the clause. A list
/// is <c>name = word word</c>, or <c>name = form | form</c>; <c>*</c> alone is any word. <c>form => word</c> rewrites.
/// </summary>
internal sealed class Forms
{
    private const string Harmless = "harmless:";
    private const string Judging = "judging:";
    private const string Instead = " => ";

    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _words = new(StringComparer.Ordinal);
    private readonly List<Step> _steps = [];
    private readonly string _blank;

    private Forms(string blank) => _blank = blank;

    /// <param name="blank">What parts words: a blank, or nothing.</param>
    public static Forms Load(string name, string blank)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"SkillDistill.Distillation.Answering.AboutPeople.{name}.txt")
            ?? throw new InvalidOperationException($"The forms {name} are missing from the build.");
        using var reader = new StreamReader(stream);
        var forms = new Forms(blank);
        var isHarmless = false;
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith("# ", StringComparison.Ordinal)))
        {
            if (line is Harmless or Judging)
            {
                isHarmless = line == Harmless;
            }
            else
            {
                forms.Read(isHarmless && !line.Contains(Instead, StringComparison.Ordinal) ? $"{line}{Instead}#" : line);
            }
        }

        return forms;
    }

    /// <summary>The words of a list.</summary>
    public IReadOnlyList<string> this[string list] => _words[list];

    /// <returns>The form by which the text judges, as it is written in the file; null where it has none.</returns>
    /// <param name="text">In the signs that the file explains.</param>
    public string? Of(string text)
    {
        foreach (var step in _steps)
        {
            if (step.Instead is { } instead)
            {
                text = step.Form.Replace(text, instead + _blank);
            }
            else if (step.Form.IsMatch(text))
            {
                return step.Written;
            }
        }

        return null;
    }

    private void Read(string line)
    {
        if (line.Split(Instead) is [var form, var instead])
        {
            _steps.Add(new Step(line, Whole(form), instead));
        }
        else if (line.Split(" = ") is [var name, var words])
        {
            _words[name] = [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace('_', ' '))];
            _lists[name] = words == "*" ? $"[^ .,#。，]+{_blank}" : string.Join('|', words.Contains(" | ", StringComparison.Ordinal) ? words.Split(" | ").Select(Sequence) : words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Steps));
        }
        else
        {
            _steps.Add(new Step(line, Whole(line), null));
        }
    }

    private Regex Whole(string form) => new((_blank.Length > 0 ? "(?<= )" : "") + Sequence(form), RegexOptions.CultureInvariant);

    private string Sequence(string form) => string.Concat(form.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Element));

    private string Element(string element) => element switch
    {
        ".." => _blank.Length > 0 ? "(?:[^ .,#]+ ){0,4}" : "[^。，#]{0,8}",
        "..." => _blank.Length > 0 ? "(?:[^ .#]+ ){0,8}" : "[^。#]{0,16}",
        ">>" => _blank.Length > 0 ? "(?:[^ .,]+ )*" : "[^。，]*",
        [.. var often, '?' or '*'] => $"(?:{Either(often)}){element[^1]}",
        _ => $"(?:{Either(element)})",
    };

    private string Either(string alternatives) => string.Join('|', alternatives.Split('/').Select(Steps));

    private string Steps(string steps) => string.Concat(steps.Split('_').Select(step =>
        step is ['{', .. var list, '}'] ? $"(?:{_lists[list]})" : Regex.Escape(step) + _blank));

    /// <param name="Instead">What is put in place of the form; null where the form judges.</param>
    private sealed record Step(string Written, Regex Form, string? Instead);
}
