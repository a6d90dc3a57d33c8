package org.throughline.intake.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agencies;
import org.throughline.platform.AgenciesByKey;
import org.throughline.platform.Agency;

/** Whose a call is: by the number that a client called or wrote to, and by the form that a client filled in. */
@Component
class WebhookAgencies {

    private static final String PROPERTIES = "throughline.intake.webhooks.";
    private static final String COUNTRY = "1";
    private static final int NATIONAL = 10;

    private final AgenciesByKey byNumber;
    private final AgenciesByKey byForm;

    WebhookAgencies(Agencies agencies, WebhookProperties properties) {
        Map<String, List<String>> numbers = new HashMap<>();
        properties.twilio().branches().forEach((tenant, own) -> numbers.put(tenant, own.numbers()));
        Map<String, List<String>> forms = new HashMap<>();
        properties.forms().branches().forEach((tenant, own) -> forms.put(tenant, own.ids()));
        this.byNumber = new AgenciesByKey(agencies, numbers, WebhookAgencies::digits, PROPERTIES + "twilio.branches");
        this.byForm = new AgenciesByKey(agencies, forms, String::strip, PROPERTIES + "forms.branches");
    }

    /** The agency whose telephone number this is, however it is written. */
    Agency ofNumber(String number) {
        return byNumber.of(number);
    }

    /** The agency whose form this is. */
    Agency ofForm(String formId) {
        return byForm.of(formId);
    }

    private static String digits(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.length() == NATIONAL + 1 && digits.startsWith(COUNTRY) ? digits.substring(1) : digits;
    }
}
