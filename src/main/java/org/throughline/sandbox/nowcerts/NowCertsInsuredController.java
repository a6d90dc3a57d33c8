package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Insureds and prospects, written in the ways that the vendor has for it. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts/api")
class NowCertsInsuredController {

    private final InsuredWriting insureds;

    NowCertsInsuredController(InsuredWriting insureds) {
        this.insureds = insureds;
    }

    @PostMapping("/Insured/Insert")
    ObjectNode upsert(@RequestBody ObjectNode body, HttpServletRequest request) {
        return insureds.upsert(body, request);
    }

    @PostMapping("/Insured/OnlyInsertInsured")
    ObjectNode add(@RequestBody ObjectNode body, HttpServletRequest request) {
        return insureds.add(body, request);
    }

    @PostMapping("/Insured/InsertNoOverride")
    ObjectNode fill(@RequestBody ObjectNode body, HttpServletRequest request) {
        return insureds.fill(body, request);
    }

    /** Seen in clients: the same with the names of the Zapier calls. */
    @PostMapping({"/Zapier/InsertInsured", "/Zapier/InsertProspect"})
    ObjectNode zapier(@RequestBody ObjectNode body, HttpServletRequest request) {
        ObjectNode insured = Answers.JSON.createObjectNode();
        insured.put("type", request.getRequestURI().endsWith("InsertProspect") ? "Prospect" : "Insured");
        body.properties().forEach(field -> insured.set(Names.camel(field.getKey()), field.getValue()));
        return insureds.upsert(insured, request);
    }
}
