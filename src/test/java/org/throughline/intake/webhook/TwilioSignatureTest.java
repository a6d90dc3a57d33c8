package org.throughline.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.intake.webhook.TelephonyMessages.Call;

/** The example call and its signature are the ones that the provider's own libraries are tested with. */
class TwilioSignatureTest {

    private static final String TOKEN = "12345";
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";

    private static SortedMap<String, List<String>> fields(String more) {
        String body = "CallSid=CA1234567890ABCDE&Digits=1234&From=%2B14158675309&To=%2B18005551212"
                + "&Caller=%2B14158675309" + more;
        return Call.of(body.getBytes(StandardCharsets.UTF_8)).fields();
    }

    @Test
    void signsAsTheProviderDoes() {
        assertThat(TwilioSignature.of(TOKEN, URL, fields(""))).isEqualTo(SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {URL, "https://mycompany.com:443/myapp.php?foo=1&bar=2"})
    void believesTheAddressWithAndWithoutTheStandardPort(String url) {
        assertThat(TwilioSignature.matches(TOKEN, URI.create(url), fields(""), SIGNATURE))
                .isTrue();
    }

    @Test
    void refusesAnotherFieldAnotherAddressAndAnotherKey() {
        assertThat(TwilioSignature.matches(TOKEN, URI.create(URL), fields("&Extra=1"), SIGNATURE))
                .isFalse();
        assertThat(TwilioSignature.matches(TOKEN, URI.create(URL + "3"), fields(""), SIGNATURE))
                .isFalse();
        assertThat(TwilioSignature.matches("54321", URI.create(URL), fields(""), SIGNATURE))
                .isFalse();
        assertThat(TwilioSignature.matches(TOKEN, URI.create(URL), fields(""), ""))
                .isFalse();
    }
}
