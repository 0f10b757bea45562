namespace SkillDistill.Distillation.Models;

/// <summary>The bytes of a reply. Ends with an error where there are too many, or where events end without the word that says so: a cut answer must not pass for a whole one.</summary>
internal sealed class ReplyStream(Stream sent, bool isEvents) : Stream
{
    private static readonly byte[] Done = "[DONE]"u8.ToArray();

    private readonly byte[] _tail = new byte[Done.Length + 4];
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await sent.ReadAsync(buffer, cancellationToken), buffer.Span);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Counted(sent.Read(buffer, offset, count), buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            sent.Dispose();
        }

        base.Dispose(disposing);
    }

    public override async ValueTask DisposeAsync()
    {
        await sent.DisposeAsync();
        await base.DisposeAsync();
    }

    private int Counted(int count, ReadOnlySpan<byte> buffer)
    {
        if (count == 0 && buffer.Length > 0 && isEvents && _tail.AsSpan().IndexOf(Done) < 0)
        {
            throw new EndOfStreamException("The events ended without their end.");
        }

        _read += count;
        if (_read > ModelLimits.Reply)
        {
            throw new NotTheProtocolException();
        }

        Remember(buffer[..count]);
        return count;
    }

    private void Remember(ReadOnlySpan<byte> read)
    {
        if (read.Length >= _tail.Length)
        {
            read[^_tail.Length..].CopyTo(_tail);
            return;
        }

        _tail.AsSpan(read.Length).CopyTo(_tail);
        read.CopyTo(_tail.AsSpan(_tail.Length - read.Length));
    }
}
