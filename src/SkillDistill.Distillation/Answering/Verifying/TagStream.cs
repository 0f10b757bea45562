using System.Text;

namespace SkillDistill.Distillation.Answering.Verifying;

/// <summary>Text as it came, or the inside of one tag.</summary>
internal readonly record struct StreamPart(string Text, bool IsTag);

/// <summary>Parts a model's stream into text and tags, however the chunks fall. What is open at the end, or too long, is no tag.</summary>
internal sealed class TagStream
{
    public const char Open = '⟦';
    public const char Close = '⟧';

    private readonly StringBuilder _tag = new();
    private bool _inTag;

    public IEnumerable<StreamPart> Feed(string chunk)
    {
        var text = new StringBuilder();
        foreach (var letter in chunk)
        {
            switch (letter)
            {
                case Open:
                    // A second opening bracket: the first one opened nothing.
                    _inTag = true;
                    _tag.Clear();
                    break;
                case Close when _inTag:
                    if (text.Length > 0)
                    {
                        yield return new StreamPart(text.ToString(), false);
                        text.Clear();
                    }

                    yield return new StreamPart(_tag.ToString(), true);
                    (_inTag, _) = (false, _tag.Clear());
                    break;
                case Close:
                    break;
                default:
                    if (!_inTag)
                    {
                        text.Append(letter);
                    }
                    else if (_tag.Append(letter).Length > AnswerLimits.Tag)
                    {
                        (_inTag, _) = (false, _tag.Clear());
                    }

                    break;
            }
        }

        if (text.Length > 0)
        {
            yield return new StreamPart(text.ToString(), false);
        }
    }
}
