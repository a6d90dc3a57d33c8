package org.throughline.sandbox.mail.imap;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.sandbox.mail.Mailboxes;

/** Listens for IMAP clients and gives each a connection of its own. */
public final class ImapService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImapService.class);
    private static final int BACKLOG = 50;

    private final Mailboxes mailboxes;
    private final Supplier<Path> newFile;
    private final long largest;
    private static final int MOST_ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ServerSocket server;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "practice-imap");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param newFile where an uploaded message is put until it is filed
     * @param largest size of the largest message taken, in octets
     */
    public ImapService(InetAddress address, int port, Mailboxes mailboxes, Supplier<Path> newFile, long largest)
            throws IOException {
        this.mailboxes = mailboxes;
        this.newFile = newFile;
        this.largest = largest;
        this.server = listening(new InetSocketAddress(address, port));
        threads.execute(this::listen);
    }

    /** After a restart the last connections of the old server may hold the port for a moment longer. */
    private static ServerSocket listening(InetSocketAddress address) throws IOException {
        for (int attempt = 1; ; attempt++) {
            ServerSocket server = new ServerSocket();
            try {
                server.setReuseAddress(true);
                server.bind(address, BACKLOG);
                return server;
            } catch (BindException taken) {
                server.close();
                if (attempt == MOST_ATTEMPTS) {
                    throw taken;
                }
                LOG.debug("{} is still taken", address, taken);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) {
            client.close();
        }
        threads.shutdown();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                threads.execute(() -> serve(client));
            } catch (SocketException closed) {
                LOG.debug("No longer listening for IMAP clients", closed);
            } catch (IOException failed) {
                LOG.warn("An IMAP client could not connect", failed);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            new ImapConnection(client, mailboxes, newFile, largest).run();
        } catch (IOException gone) {
            LOG.debug("An IMAP client went away", gone);
        } finally {
            clients.remove(client);
        }
    }
}
