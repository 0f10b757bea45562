namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>
/// Parts a long document before it is parsed. The parser takes time by the square of the length for some inputs made to that end; in
/// portions it cannot. A document of ordinary length is one portion, and so is read exactly as Markdown says.
/// </summary>
internal static class Portions
{
    public const int Length = 32768;

    /// <summary>Where each portion starts and ends: before a heading if there is one, else after an empty line, else wherever it must.</summary>
    public static IEnumerable<(int Start, int End)> Of(string source)
    {
        var start = 0;
        while (source.Length - start > Length)
        {
            var end = LastBreak(source, start, start + Length);
            yield return (start, end);
            start = end;
        }

        yield return (start, source.Length);
    }

    private static int LastBreak(string source, int start, int limit)
    {
        var (heading, paragraph, line) = (-1, -1, -1);
        var (fenced, afterBlank) = (false, false);
        for (var at = start; at < limit;)
        {
            var rest = source.AsSpan(at, Math.Min(Length, source.Length - at));
            var length = rest.IndexOf('\n') is >= 0 and var found ? found + 1 : rest.Length;
            var text = rest[..length].TrimStart();
            var indented = text.Length < length && text.Length > 0 && rest[0] is ' ' or '\t';
            (heading, paragraph, line) = (
                !fenced && text.StartsWith("#") && !indented && at > start ? at : heading,
                !fenced && afterBlank && !indented && at > start ? at : paragraph,
                at > start ? at : line);
            fenced ^= text.StartsWith("```") || text.StartsWith("~~~");
            afterBlank = text.IsEmpty;
            at += length;
        }

        var half = start + (Length / 2);
        return heading > half ? heading : paragraph > half ? paragraph : line > half ? line : char.IsHighSurrogate(source[limit - 1]) ? limit - 1 : limit;
    }
}
