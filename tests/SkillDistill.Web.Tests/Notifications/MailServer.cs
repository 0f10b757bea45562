using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace SkillDistill.Web.Tests.Notifications;

/// <summary>A real mail server on this machine that keeps what it is sent.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _running;

    public MailServer()
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(new Store(this));
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_closing.Token);
        SpinWait.SpinUntil(Listens, TimeSpan.FromSeconds(20));
    }

    public int Port { get; }

    public ConcurrentQueue<MimeMessage> Kept { get; } = [];

    /// <summary>Whose mail it does not take.</summary>
    public string? Refused { get; set; }

    private bool Listens()
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            Thread.Sleep(50);
            return false;
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        Task.WaitAny([_running], TimeSpan.FromSeconds(10));
        _closing.Dispose();
    }

    /// <summary>The server disposes of it after each mail.</summary>
    private sealed class Store(MailServer server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (transaction.To.Any(mailbox => mailbox.AsAddress() == server.Refused))
            {
                return SmtpResponse.MailboxUnavailable;
            }

            using var bytes = new MemoryStream(buffer.ToArray());
            server.Kept.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
            return SmtpResponse.Ok;
        }
    }
}
