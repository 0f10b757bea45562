namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>Reads what somebody sent, and no more of it than is bearable.</summary>
public static class ReadBytes
{
    /// <summary>All bytes, or null as soon as there are more than <paramref name="limit"/>; a stream's own word on its length is not asked.</summary>
    public static byte[]? UpTo(int limit, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        while (stream.Read(buffer) is > 0 and var count)
        {
            kept.Write(buffer, 0, count);
            if (kept.Length > limit)
            {
                return null;
            }
        }

        return kept.ToArray();
    }
}
