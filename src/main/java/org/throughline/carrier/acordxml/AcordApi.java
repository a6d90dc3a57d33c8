package org.throughline.carrier.acordxml;

import feign.Headers;
import feign.RequestLine;
import org.throughline.platform.vendor.VendorDocument;

/** The one call there is. That messages are posted as {@code text/xml} to one address is what carriers' clients do. */
interface AcordApi {

    @RequestLine("POST ")
    @Headers({"Content-Type: text/xml; charset=UTF-8", "Accept: text/xml, application/xml"})
    VendorDocument send(String document);
}
