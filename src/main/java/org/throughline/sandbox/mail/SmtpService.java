package org.throughline.sandbox.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.AuthenticationHandler;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** SMTP in. A message is answered with 250 only after it is on the disk; one over the limit with 552. */
final class SmtpService implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final MailDelivery delivery;
    private final long largest;
    private final SMTPServer server;

    SmtpService(InetAddress address, int port, long largest, MailDelivery delivery) {
        this.delivery = delivery;
        this.largest = largest;
        this.server = SMTPServer.port(port)
                .bindAddress(address)
                .hostName("mail.practice.example")
                .softwareName("Practice mail")
                .maxMessageSize(Math.toIntExact(largest))
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!Mailboxes.knows(user, password)) {
                        throw new LoginFailedException("535 5.7.8 User name and password are the mail address");
                    }
                }))
                .messageHandlerFactory(Incoming::new)
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One mail transaction. */
    private final class Incoming implements MessageHandler {

        private final MessageContext context;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Incoming(MessageContext context) {
            this.context = context;
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (!Mailboxes.isAddress(recipient)) {
                throw new RejectException(550, "5.1.3 Not a mail address: " + recipient);
            }
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, IOException {
            Path message = delivery.newMessage();
            if (!receive(data, message)) {
                Files.delete(message);
                if (context instanceof Session session) {
                    session.resetMailTransaction();
                }
                throw new RejectException(552, "5.3.4 The message is larger than " + largest + " bytes");
            }
            delivery.accept(message, new MailDelivery.Envelope(sender, owner(), List.copyOf(recipients)));
            return null;
        }

        @Override
        public void done() {
            recipients.clear();
        }

        private String owner() {
            return context.getAuthenticationHandler()
                    .map(AuthenticationHandler::getIdentity)
                    .map(String::valueOf)
                    .filter(user -> user.equalsIgnoreCase(sender))
                    .orElse("");
        }

        /** Reads to the end in any case, so that the rest of a message is not taken for commands. */
        private boolean receive(InputStream data, Path message) throws IOException {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            try (FileChannel out = FileChannel.open(message, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
                    size += read;
                    if (size <= largest) {
                        ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
                        while (chunk.hasRemaining()) {
                            out.write(chunk);
                        }
                    }
                }
                out.force(true);
            }
            return size <= largest;
        }
    }
}
