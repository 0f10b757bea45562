using System.Runtime.CompilerServices;
using System.Text;
using SkillDistill.Distillation.Models;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>An answer on its way on this node: what has arrived so far, for any number of readers who come and go, each from the beginning.</summary>
internal sealed class RunningAnswer : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly List<CitedQuote> _citations = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _revoked = new();
    private TaskCompletionSource _news = New();
    private bool _ended;

    /// <summary>Fires when the asker presses stop.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Fires when something it draws on is no longer permitted.</summary>
    public CancellationToken Revoked => _revoked.Token;

    /// <summary>What it draws on; null until that is gathered.</summary>
    public AnswerGround? Ground { get; set; }

    /// <summary>What a model took for it so far.</summary>
    public TokenMeter Meter { get; } = new();

    /// <summary>Completes when the turn is kept with its end.</summary>
    public Task Ended => EndedSource.Task;

    private TaskCompletionSource EndedSource { get; } = New();

    public void Append(string text)
    {
        lock (_lock)
        {
            _text.Append(text);
            Announce();
        }
    }

    public void Cite(CitedQuote quote)
    {
        lock (_lock)
        {
            _citations.Add(quote);
        }
    }

    public (string Text, IReadOnlyList<CitedQuote> Citations) Arrived()
    {
        lock (_lock)
        {
            return (_text.ToString(), [.. _citations]);
        }
    }

    public void Stop() => Cancel(_stop);

    public void Revoke() => Cancel(_revoked);

    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            Announce();
        }

        EndedSource.TrySetResult();
    }

    /// <summary>The text from the beginning, in the portions in which it can be had, until the answer ends or the reader leaves.</summary>
    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var read = 0;
        while (true)
        {
            string portion;
            bool ended;
            Task news;
            lock (_lock)
            {
                portion = _text.ToString(read, _text.Length - read);
                (ended, news) = (_ended, _news.Task);
            }

            if (portion.Length > 0)
            {
                read += portion.Length;
                yield return portion;
            }
            else if (ended)
            {
                yield break;
            }
            else
            {
                await news.WaitAsync(cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        _stop.Dispose();
        _revoked.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whoever looks after it may come a moment after its end.</summary>
    private void Cancel(CancellationTokenSource source)
    {
        lock (_lock)
        {
            if (!_ended)
            {
                _ = source.CancelAsync();
            }
        }
    }

    private void Announce()
    {
        var news = _news;
        _news = New();
        news.TrySetResult();
    }
}
