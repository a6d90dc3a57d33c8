package org.throughline.sandbox.epic;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every other call: there is no such resource, and none that can be changed or deleted. */
@Hidden
@RestController
@Profile("sandbox")
class EpicUnknownController {

    @RequestMapping({"/sandbox/epic/epic/**", "/sandbox/epic/workflow-management/**", "/sandbox/epic/v1/**"})
    void unknown(HttpServletRequest request) {
        if (List.of("PUT", "PATCH", "DELETE").contains(request.getMethod())) {
            throw new EpicProblem(405, "Method Not Allowed", "The resource cannot be changed", List.of());
        }
        throw EpicProblem.missing();
    }
}
