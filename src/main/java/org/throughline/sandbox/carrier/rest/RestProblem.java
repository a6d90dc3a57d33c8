package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An error as the vendor answers it: the class of an exception, and a message for people. */
class RestProblem extends RuntimeException {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXCEPTIONS = "gw.api.rest.exceptions.";

    private final int status;
    private final String code;
    private final List<String> details;

    private RestProblem(int status, String code, String message, List<String> details) {
        super(message);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    static RestProblem badInput(String message) {
        return new RestProblem(400, EXCEPTIONS + "BadInputException", message, List.of());
    }

    static RestProblem unknown(List<String> properties) {
        return new RestProblem(
                400,
                EXCEPTIONS + "BadInputException",
                "The request parameters or body had issues. See the details elements for exact details of the problems",
                properties.stream()
                        .map(each -> "Schema definition has no property named '" + each + "'")
                        .toList());
    }

    static RestProblem missing(String path) {
        return new RestProblem(
                404, EXCEPTIONS + "NotFoundException", "No resource was found at path " + path, List.of());
    }

    static RestProblem alreadyExecuted(String transaction) {
        return new RestProblem(
                400,
                "gw.api.webservice.exception.AlreadyExecutedException",
                "The transaction " + transaction + " has already been executed",
                List.of());
    }

    static RestProblem conflict(String supplied, String current, String uri) {
        return new RestProblem(
                409,
                EXCEPTIONS + "ConflictException",
                "The request conflicts with the current state of the resource",
                List.of("The supplied checksum '" + supplied + "' does not match the current checksum '" + current
                        + "' for the resource with uri '" + uri + "'"));
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode error = body.putObject("error");
        error.put("status", status).put("errorCode", code).put("userMessage", getMessage());
        details.forEach(detail -> error.withArray("/details").addObject().put("message", detail));
        return body;
    }

    static String json(int status, String code, String message) {
        return new RestProblem(status, code, message, List.of()).body().toString();
    }
}
