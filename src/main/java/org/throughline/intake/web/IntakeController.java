package org.throughline.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.intake.Channel;
import org.throughline.intake.InboundItems;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.Receipt;
import org.throughline.intake.mail.MailIntake;
import org.throughline.intake.mail.Spool;

/** Accepts what arrives over HTTP; the answer goes out when the item is committed. */
@RestController
@RequestMapping("/api/intake")
class IntakeController {

    private final MailIntake mail;
    private final SubmissionReader submissions;
    private final InboundItems items;
    private final IntakeProperties properties;

    IntakeController(MailIntake mail, SubmissionReader submissions, InboundItems items, IntakeProperties properties) {
        this.mail = mail;
        this.submissions = submissions;
        this.items = items;
        this.properties = properties;
    }

    @PostMapping(path = "/email")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt email(HttpServletRequest request) throws IOException {
        refuseAboveTheCap(request);
        return mail.accept(request.getInputStream());
    }

    @PostMapping(path = "/{channel}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt submission(@PathVariable("channel") String name, HttpServletRequest request) throws IOException {
        Channel channel = Channel.named(name)
                .filter(known -> known != Channel.EMAIL)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no channel " + name
                                + ". Use email, phone, voicemail, sms, portal, form, carrier-feed or system."));
        refuseAboveTheCap(request);
        try (Spool spool = new Spool()) {
            return items.accept(submissions.read(channel, request.getInputStream(), spool));
        }
    }

    private void refuseAboveTheCap(HttpServletRequest request) throws Spool.TooLarge {
        long cap = properties.messageLimit().toBytes();
        if (request.getContentLengthLong() > cap) {
            throw Spool.tooLarge(cap);
        }
    }
}
