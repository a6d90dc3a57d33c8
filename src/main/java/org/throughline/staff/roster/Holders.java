package org.throughline.staff.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.staff.License;
import org.throughline.staff.StaffMember;

/** Who holds which user id, license and National Producer Number: no two people may hold the same. */
final class Holders {

    private final Map<String, String> licenses = new HashMap<>();
    private final Map<String, String> producers = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    void add(StaffMember person) {
        ids.put(person.userId().toLowerCase(Locale.ROOT), person.userId());
        for (License license : person.licenses()) {
            licenses.put(key(license), person.userId());
            producers.put(license.npn(), person.userId());
        }
    }

    /** What the person has that is somebody else's. */
    List<Fault> check(StaffMember person) {
        List<Fault> faults = new ArrayList<>();
        String sameLetters = ids.getOrDefault(person.userId().toLowerCase(Locale.ROOT), person.userId());
        if (!sameLetters.equals(person.userId())) {
            faults.add(new Fault(
                    "userId", "Differs from " + sameLetters + " in capital letters only. Use that one, or another."));
        }
        for (int index = 0; index < person.licenses().size(); index++) {
            License license = person.licenses().get(index);
            String at = "licenses[" + index + "].";
            @Nullable String holder = licenses.get(key(license));
            if (holder != null && !holder.equals(person.userId())) {
                faults.add(new Fault(
                        at + "number",
                        "Is held by " + holder + " already. Correct the number, or remove it there first."));
            }
            @Nullable String producer = producers.get(license.npn());
            if (producer != null && !producer.equals(person.userId())) {
                faults.add(new Fault(at + "npn", "Is the NPN of " + producer + ". Correct one of the two."));
            }
        }
        return faults;
    }

    private static String key(License license) {
        return license.state() + " " + license.number();
    }
}
