package org.throughline.sandbox.mail.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.throughline.sandbox.mail.MailFlag;
import org.throughline.sandbox.mail.MailFolder;
import org.throughline.sandbox.mail.StoredMail;

/**
 * The folder that a client has selected, as the client knows it: sequence numbers change only when the client has been
 * told.
 */
final class SelectedFolder {

    /** A message at its sequence number, with the flags that the client was last told. */
    static final class Entry {

        private final StoredMail mail;
        private Set<MailFlag> told;

        Entry(StoredMail mail) {
            this.mail = mail;
            this.told = mail.flags();
        }

        StoredMail mail() {
            return mail;
        }

        void told(Set<MailFlag> flags) {
            told = flags;
        }
    }

    private final MailFolder folder;
    private final boolean readOnly;
    private final List<Entry> entries = new ArrayList<>();
    private long lastUid;

    SelectedFolder(MailFolder folder, boolean readOnly) {
        this.folder = folder;
        this.readOnly = readOnly;
        addNew();
    }

    MailFolder folder() {
        return folder;
    }

    boolean readOnly() {
        return readOnly;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Visits the messages of a set of numbers, with their sequence numbers. */
    void each(NumberSet set, boolean byUid, Visitor visitor) throws IOException {
        long highest = byUid ? lastUid : entries.size();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (set.contains(byUid ? entry.mail().uid() : i + 1, highest)) {
                visitor.visit(i + 1, entry);
            }
        }
    }

    List<StoredMail> matching(BiPredicate<Integer, StoredMail> condition) {
        List<StoredMail> found = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            StoredMail mail = entries.get(i).mail();
            if (!mail.expunged() && condition.test(i + 1, mail)) {
                found.add(mail);
            }
        }
        return found;
    }

    long lastUid() {
        return lastUid;
    }

    /** Tells the client what others changed; removals only where the client may renumber. */
    void tell(ImapOutput out, boolean mayRenumber) throws IOException {
        if (mayRenumber) {
            for (int i = 0; i < entries.size(); ) {
                if (entries.get(i).mail().expunged()) {
                    entries.remove(i);
                    out.line("* " + (i + 1) + " EXPUNGE");
                } else {
                    i++;
                }
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Set<MailFlag> flags = entry.mail().flags();
            if (!flags.equals(entry.told) && !entry.mail().expunged()) {
                entry.told = flags;
                out.line("* " + (i + 1) + " FETCH (UID " + entry.mail().uid() + " FLAGS " + ImapOutput.flags(flags)
                        + ")");
            }
        }
        if (addNew()) {
            out.line("* " + entries.size() + " EXISTS");
        }
    }

    private boolean addNew() {
        int before = entries.size();
        for (StoredMail mail : folder.mails()) {
            if (mail.uid() > lastUid) {
                entries.add(new Entry(mail));
                lastUid = mail.uid();
            }
        }
        return entries.size() > before;
    }

    /** What is done with each message of a set. */
    interface Visitor {
        void visit(int number, Entry entry) throws IOException;
    }
}
