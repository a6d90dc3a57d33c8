package org.throughline.exchange.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Which addresses messages may go to; looked at when somebody names one, and again at each connection. */
final class ReceiverAddress {

    private static final int LONGEST = 1000;
    private static final int HIGHEST_PORT = 65_535;

    private final WebhookProperties properties;

    ReceiverAddress(WebhookProperties properties) {
        this.properties = properties;
    }

    /** Why an address cannot be taken; empty where it can. */
    Optional<String> problem(String url) {
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException wrong) {
            return Optional.of("The address cannot be read. Write it as https://crm.example.com/hooks/agency.");
        }
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equalsIgnoreCase("https") && !(properties.allowHttp() && scheme.equalsIgnoreCase("http"))) {
            return Optional.of("The address must begin with https://.");
        }
        if (address.getHost() == null || address.getPort() > HIGHEST_PORT || address.getPort() == 0) {
            return Optional.of("The address has no host. Write it as https://crm.example.com/hooks/agency.");
        }
        if (address.getUserInfo() != null || address.getFragment() != null) {
            return Optional.of("The address must have no user name, password or # in it. The receiver knows us by the"
                    + " signature.");
        }
        return url.length() > LONGEST
                ? Optional.of("The address may have at most " + LONGEST + " characters.")
                : unreachable(address.getHost());
    }

    private Optional<String> unreachable(String host) {
        try {
            resolve(host);
            return Optional.empty();
        } catch (RefusedAddress inside) {
            return Optional.of("The address is inside a private network, where webhooks are not sent."
                    + " throughline.webhooks.allow-private lets them.");
        } catch (UnknownHostException unknown) {
            return Optional.of("There is no host " + host + ". Correct the address.");
        }
    }

    /**
     * The addresses of a host.
     *
     * @throws RefusedAddress if one of them is none to send to
     */
    InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(bare(host));
        if (!properties.allowPrivate() && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new RefusedAddress(host);
        }
        return addresses;
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** A host that is inside a private network. */
    static final class RefusedAddress extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        RefusedAddress(String host) {
            super(host + " is inside a private network");
        }
    }
}
