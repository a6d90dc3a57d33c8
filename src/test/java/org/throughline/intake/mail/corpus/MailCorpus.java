package org.throughline.intake.mail.corpus;

import java.util.List;
import java.util.stream.Stream;

/** All difficult messages; the same every time. */
public final class MailCorpus {

    private static final List<HardMail> ALL = Stream.of(
                    CharsetMail.all(),
                    TransferMail.all(),
                    HeaderMail.all(),
                    StructureMail.all(),
                    CalendarMail.all(),
                    SealedMail.all(),
                    ReportMail.all(),
                    ForwardMail.all(),
                    HtmlMail.all(),
                    FileMail.all(),
                    SenderMail.all(),
                    ReplyMail.all())
            .flatMap(List::stream)
            .toList();

    private MailCorpus() {}

    public static List<HardMail> all() {
        return ALL;
    }
}
