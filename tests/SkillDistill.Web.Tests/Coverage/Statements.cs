using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>Hears of each statement before the store does.</summary>
internal static class Statements
{
    public static IDisposable Heard(DbContext db, Action hear) => new Listeners(db, hear);

    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly DbContext _db;
        private readonly Action _hear;
        private readonly List<IDisposable> _heard = [];

        public Listeners(DbContext db, Action hear)
        {
            (_db, _hear) = (db, hear);
            _heard.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public void Dispose() => _heard.ForEach(heard => heard.Dispose());

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                _heard.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData statement && statement.Context == _db)
            {
                _hear();
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
