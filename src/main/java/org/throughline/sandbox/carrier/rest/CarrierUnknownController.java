package org.throughline.sandbox.carrier.rest;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every other call: there is no such resource. */
@Hidden
@RestController
@Profile("sandbox")
class CarrierUnknownController {

    @RequestMapping("/sandbox/carrier/{carrier}/rest/**")
    void unknown(HttpServletRequest request) {
        throw RestProblem.missing(request.getRequestURI().replaceFirst("^.*/rest", ""));
    }
}
