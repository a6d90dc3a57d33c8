package org.throughline.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages may go and where not. */
class ReceiverAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1"
            })
    void keepsAwayFromWhatIsOnlyHere(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700::1111", "2a00::1"})
    void takesTheInternet(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/hook",
                "ftp://8.8.8.8/",
                "https://",
                "https:///hook",
                "8.8.8.8",
                "not an address",
                "https://user:secret@8.8.8.8/",
                "https://8.8.8.8/#there",
                "https://8.8.8.8:70000/",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://[::ffff:192.168.0.1]/hook",
                "https://localhost/hook",
                "https://2130706433/hook",
                "https://no-such-host.invalid/"
            })
    void refusesWithASentence(String url) {
        assertThat(new ReceiverAddress(settings(false)).problem(url))
                .hasValueSatisfying(sentence -> assertThat(sentence).matches("[A-Z].*\\."));
    }

    @Test
    void takesWhatItMay() {
        assertThat(new ReceiverAddress(settings(false)).problem("https://8.8.8.8:8443/hooks?agency=1"))
                .isEmpty();
        assertThat(new ReceiverAddress(settings(true)).problem("http://127.0.0.1:9/hook"))
                .isEmpty();
    }

    private static WebhookProperties settings(boolean practice) {
        return new WebhookProperties(
                practice,
                practice,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofDays(30));
    }
}
