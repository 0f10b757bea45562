using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SkillDistill.Web.Tests.Jobs;

/// <summary>What one application complains of, of its own and of the scheduler's. Serilog's logger is one for all applications of a process.</summary>
internal sealed class Notebook : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Page(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Page(string category, ConcurrentQueue<string> lines) : ILogger
    {
        private readonly bool _isOurs = category.StartsWith("SkillDistill", StringComparison.Ordinal) || category.StartsWith("Quartz", StringComparison.Ordinal);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => _isOurs && logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }
    }
}
