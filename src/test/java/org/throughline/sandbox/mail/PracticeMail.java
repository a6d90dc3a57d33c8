package org.throughline.sandbox.mail;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.springframework.util.unit.DataSize;
import org.throughline.platform.FreePorts;

/** A practice mail server on free ports, with plain clients for it. */
public final class PracticeMail implements AutoCloseable {

    public static final String BOUNCING = "gone@bouncing.example";

    private final Path data;
    private final DataSize largest;
    private MailServer server;

    public PracticeMail(Path data, DataSize largest) throws IOException {
        this.data = data;
        this.largest = largest;
        this.server = start(FreePorts.next(), FreePorts.next());
    }

    private MailServer start(int smtpPort, int imapPort) throws IOException {
        MailServerSettings settings = new MailServerSettings("localhost", smtpPort, imapPort, data, largest);
        return new MailServer(settings, BOUNCING::equals, Clock.systemUTC());
    }

    /** What has been delivered. */
    public Mailboxes mailboxes() {
        return server.mailboxes();
    }

    public MailServerPorts ports() {
        return server.ports();
    }

    /** Stops the server and starts another on the same data and ports. */
    public void restart() throws IOException {
        MailServerPorts ports = ports();
        server.close();
        server = start(ports.smtp(), ports.imap());
    }

    /** Hands a message in; with a login if {@code user} is not empty. */
    public void send(String user, String from, String to, String content) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.from", from);
        properties.setProperty("mail.smtp.localhost", "client.example");
        properties.setProperty("mail.smtp.auth", String.valueOf(!user.isEmpty()));
        Session session = Session.getInstance(properties);
        MimeMessage message = new MimeMessage(
                session, new ByteArrayInputStream(content.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("localhost", ports().smtp(), user.isEmpty() ? null : user, user.isEmpty() ? null : user);
            transport.sendMessage(message, InternetAddress.parse(to));
        }
    }

    public Store login(String address) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.peek", "true");
        Store store = Session.getInstance(properties).getStore("imap");
        store.connect("localhost", ports().imap(), address, address);
        return store;
    }

    /** Opens a folder and does something with its messages. */
    public <T> T read(String address, String folderName, Reader<T> reader) throws MessagingException, IOException {
        try (Store store = login(address);
                Folder folder = store.getFolder(folderName)) {
            folder.open(Folder.READ_WRITE);
            return reader.read(folder.getMessages());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** What is done with the messages of a folder. */
    public interface Reader<T> {
        T read(Message[] messages) throws MessagingException, IOException;
    }
}
