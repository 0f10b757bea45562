using System.Buffers.Binary;

namespace SkillDistill.Domain.Profiles;

/// <summary>
/// The <see cref="Meaning"/> of one revision of a card, kept because reckoning it takes some hundredths of a second. Made of the card's words and nothing else, it can be made anew at any
/// time, and goes when they go.
/// </summary>
public sealed class CardMeaning
{
    public const int EncoderLength = 100;

    private CardMeaning()
    {
    }

    public Id<CardRevision> RevisionId { get; private set; }

    public string Encoder { get; private set; } = "";

    /// <summary>Numbers of 16 bits (IEEE 754 half precision, the lower byte first): a thousandth more or less moves no card.</summary>
    public byte[] Point { get; private set; } = [];

    public static CardMeaning Of(Id<CardRevision> revision, Meaning meaning) => new()
    {
        RevisionId = revision,
        Encoder = meaning.Encoder,
        Point = Pack(meaning.Point),
    };

    public Meaning ToMeaning() => new(Encoder, Unpack(Point));

    private static byte[] Pack(float[] point)
    {
        var bytes = new byte[point.Length * sizeof(short)];
        for (var at = 0; at < point.Length; at++)
        {
            BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(at * sizeof(short)), (Half)point[at]);
        }

        return bytes;
    }

    private static float[] Unpack(byte[] bytes)
    {
        var point = new float[bytes.Length / sizeof(short)];
        for (var at = 0; at < point.Length; at++)
        {
            point[at] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes.AsSpan(at * sizeof(short)));
        }

        return point;
    }
}
