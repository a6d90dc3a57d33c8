package org.throughline.exchange.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The states and the District of Columbia, by code or name. */
final class UsStates {

    private static final Map<String, String> CODES = Arrays.stream(
                    ("AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,"
                                    + "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN"
                                    + " Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA"
                                    + " Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE"
                                    + " Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC"
                                    + " North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI"
                                    + " Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT"
                                    + " Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,PR"
                                    + " Puerto Rico,VI Virgin Islands,GU Guam")
                            .split(",", -1))
            .collect(Collectors.toMap(
                    state -> state.substring(3).toLowerCase(Locale.ROOT), state -> state.substring(0, 2)));

    private UsStates() {}

    static Optional<String> code(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        String upper = plain.toUpperCase(Locale.ROOT);
        return CODES.containsValue(upper) ? Optional.of(upper) : Optional.ofNullable(CODES.get(plain));
    }
}
