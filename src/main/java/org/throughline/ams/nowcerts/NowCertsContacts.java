package org.throughline.ams.nowcerts;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsContactPayload;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.nowcerts.NowCertsApi.PrincipalRow;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.vendor.VendorConflict;
import org.throughline.platform.vendor.VendorRejected;

/**
 * Changes of a contact's address or number. The vendor's upsert takes neither a version nor a condition, and the change
 * date that its lists give comes in whole minutes, so the contact is read, compared with what the person saw, and written
 * (documented). Only what the upsert requires and the one field are sent: that fields left out stay as they are is assumed;
 * the vendor's own SDK leaves out what it has no value for. A contact that holds the value already is done, whoever did it,
 * and so no reference of ours is needed.
 */
@OnNowCerts
@Component
class NowCertsContacts implements AmsWriter<AmsContactPayload> {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM/dd/yyyy h:mm a", Locale.US);

    private final NowCertsApi api;
    private final AgencyProfile agency;

    NowCertsContacts(NowCertsApi api, AgencyProfile agency) {
        this.api = api;
        this.agency = agency;
    }

    /** A field of a contact by its name in the write. */
    private record Place(String name, @Nullable String value) {

        private String text() {
            return Objects.requireNonNullElse(value, "");
        }
    }

    @Override
    public WriteKind kind() {
        return WriteKind.AMS_CONTACT;
    }

    @Override
    public Class<AmsContactPayload> payloadType() {
        return AmsContactPayload.class;
    }

    @Override
    public Optional<String> find(OutboundWrite write, AmsContactPayload payload) {
        List<PrincipalRow> named = named(payload);
        return named.size() == 1
                ? Optional.of(named.get(0))
                        .filter(contact ->
                                payload.field().same(place(payload, contact).text(), payload.value()))
                        .map(PrincipalRow::databaseId)
                : Optional.empty();
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsContactPayload payload) {
        PrincipalRow contact = theOne(payload);
        Place place = place(payload, contact);
        if (!payload.field().same(place.text(), payload.base())) {
            throw new VendorConflict(conflict(payload, contact, place.text()), place.text());
        }
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("database_id", contact.databaseId());
        change.put("insured_database_id", payload.clientId());
        change.put("first_name", contact.firstName());
        change.put("last_name", contact.lastName());
        change.put("type", contact.type());
        change.put(place.name(), payload.value());
        return WriteOutcome.done(NowCertsAnswers.accepted(api.upsertContact(change)));
    }

    private PrincipalRow theOne(AmsContactPayload payload) {
        List<PrincipalRow> named = named(payload);
        if (named.size() != 1) {
            throw new VendorRejected("NowCerts has " + (named.isEmpty() ? "no contact" : named.size() + " contacts")
                    + " named " + payload.contactName() + " for this client");
        }
        return named.get(0);
    }

    private List<PrincipalRow> named(AmsContactPayload payload) {
        String ofClient = "insuredDatabaseId eq " + payload.clientId();
        return NowCertsLists.all((skip, top) -> api.principals(ofClient, "databaseId asc", skip, top)).stream()
                .filter(contact ->
                        name(contact).equalsIgnoreCase(payload.contactName().strip()))
                .toList();
    }

    private static String name(PrincipalRow contact) {
        return NowCertsMapper.joined(contact.firstName(), contact.lastName());
    }

    /** Where the value stands that people see, or, where there is none, where it will stand. */
    private static Place place(AmsContactPayload payload, PrincipalRow contact) {
        List<Place> places = switch (payload.field()) {
            case EMAIL ->
                List.of(
                        new Place("business_email", contact.businessEmail()),
                        new Place("personal_email", contact.personalEmail()));
            case PHONE ->
                List.of(
                        new Place("office_phone", contact.officePhone()),
                        new Place("cell_phone", contact.cellPhone()),
                        new Place("home_phone", contact.homePhone()));
        };
        return places.stream()
                .filter(place -> !place.text().isBlank())
                .findFirst()
                .orElse(places.get(0));
    }

    private String conflict(AmsContactPayload payload, PrincipalRow contact, String theirs) {
        String changed = contact.changeDate() == null ? "" : ", last changed " + moment(contact.changeDate());
        return "The " + payload.field().words() + " of " + name(contact) + " in NowCerts is "
                + quoted(theirs) + changed + ". The change to " + quoted(payload.value()) + " was made for "
                + quoted(payload.base()) + ".";
    }

    /** In the agency's own time, as the form shows times; what cannot be read is shown as NowCerts wrote it. */
    private String moment(String written) {
        try {
            return MOMENT.format(OffsetDateTime.parse(written).atZoneSameInstant(agency.timeZone()));
        } catch (DateTimeParseException unreadable) {
            return written;
        }
    }

    private static String quoted(String value) {
        return value.isBlank() ? "empty" : "\"" + value + "\"";
    }
}
