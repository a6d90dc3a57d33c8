package org.throughline.carrier.download.al3;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;

/** Vehicles, drivers, interests and locations of a transaction; a part that does not look like one is left out. */
final class Al3Image {

    /** Numbers have 17 characters and neither I, O nor Q, so they are found wherever they stand in the group. */
    private static final Pattern VIN = Pattern.compile("(?<![A-Z0-9])(?=[A-Z0-9]*\\d)[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])");

    private static final Map<String, Subject> INTERESTS = Map.of(
            "LH", Subject.LIENHOLDER,
            "LP", Subject.LOSS_PAYEE,
            "MS", Subject.MORTGAGEE,
            "MG", Subject.MORTGAGEE,
            "AI", Subject.ADDITIONAL_INSURED);

    private final Al3Transaction transaction;
    private final List<Change> parts = new ArrayList<>();

    private Al3Image(Al3Transaction transaction) {
        this.transaction = transaction;
    }

    static List<Change> of(Al3Transaction transaction) {
        Al3Image image = new Al3Image(transaction);
        transaction.all("5VEH").forEach(image::vehicle);
        transaction.all("5DRV").forEach(image::driver);
        transaction.all("5AOI").forEach(image::interest);
        transaction.all("5LAG").forEach(image::location);
        return image.parts;
    }

    private void vehicle(Group group) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "year", transaction.in(group, Layout.VEHICLE_YEAR));
        put(values, "make", transaction.in(group, Layout.VEHICLE_MAKE));
        put(values, "model", transaction.in(group, Layout.VEHICLE_MODEL));
        add(Subject.VEHICLE, vin(group), values);
    }

    private String vin(Group group) {
        String usual = transaction.in(group, Layout.VEHICLE_VIN);
        if (VIN.matcher(usual).matches()) {
            return usual;
        }
        Matcher elsewhere = VIN.matcher(group.text());
        return elsewhere.find() ? elsewhere.group() : "";
    }

    private void driver(Group group) {
        Map<String, String> values = new LinkedHashMap<>();
        LocalDate birth = Values.date(transaction.in(group, Layout.DRIVER_BIRTH));
        put(values, "birthDate", birth == null ? "" : birth.toString());
        put(values, "licenseState", transaction.in(group, Layout.DRIVER_STATE));
        add(Subject.DRIVER, transaction.in(group, Layout.DRIVER_NAME), values);
    }

    private void interest(Group group) {
        Subject subject = INTERESTS.get(transaction.in(group, Layout.INTEREST_KIND));
        if (subject != null) {
            Map<String, String> values = new LinkedHashMap<>();
            put(values, "loanNumber", transaction.in(group, Layout.INTEREST_LOAN));
            add(subject, transaction.in(group, Layout.INTEREST_NAME), values);
        }
    }

    private void location(Group group) {
        Map<String, String> values = new LinkedHashMap<>();
        String street = transaction.in(group, Layout.LOCATION_STREET);
        put(values, "address", street);
        put(values, "city", transaction.in(group, Layout.LOCATION_CITY));
        put(values, "state", transaction.in(group, Layout.LOCATION_STATE));
        put(values, "postalCode", transaction.in(group, Layout.LOCATION_POSTAL_CODE));
        add(Subject.LOCATION, street, values);
    }

    private void add(Subject subject, String name, Map<String, String> values) {
        if (!name.isEmpty()) {
            parts.add(new Change(Action.ADD, subject, name, values));
        }
    }

    private static void put(Map<String, String> values, String key, String value) {
        if (!value.isEmpty()) {
            values.put(key, value);
        }
    }
}
