package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a form for what the same fields would be as JSON, {@code agents[0][firstName]} included: the vendor's servers read
 * both, and the vendor's own client for PHP sends forms.
 */
class NowCertsForms extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        boolean form = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        return !form || request.getRequestURI().endsWith("/token");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ObjectNode body = Answers.JSON.createObjectNode();
        request.getParameterMap().forEach((name, values) -> put(body, path(name), values[0]));
        chain.doFilter(new AsJson(request, listed(body).toString().getBytes(StandardCharsets.UTF_8)), response);
    }

    private static List<String> path(String name) {
        List<String> path = new ArrayList<>();
        for (String part : name.split("[\\[\\].]+", -1)) {
            if (!part.isEmpty()) {
                path.add(part);
            }
        }
        return path;
    }

    private static void put(ObjectNode body, List<String> path, String value) {
        ObjectNode at = body;
        for (String part : path.subList(0, Math.max(0, path.size() - 1))) {
            at = at.withObjectProperty(part);
        }
        if (!path.isEmpty()) {
            at.put(path.get(path.size() - 1), value);
        }
    }

    /** Objects whose names are numbers are arrays. */
    private static JsonNode listed(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        boolean list = !object.isEmpty()
                && object.properties().stream().allMatch(field -> field.getKey().matches("\\d+"));
        if (list) {
            ArrayNode array = Answers.JSON.createArrayNode();
            object.properties().forEach(field -> array.add(listed(field.getValue())));
            return array;
        }
        ObjectNode copy = Answers.JSON.createObjectNode();
        object.properties().forEach(field -> copy.set(field.getKey(), listed(field.getValue())));
        return copy;
    }

    private static final class AsJson extends HttpServletRequestWrapper {

        private final byte[] body;

        AsJson(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_JSON_VALUE;
        }

        @Override
        public int getContentLength() {
            return body.length;
        }

        @Override
        public long getContentLengthLong() {
            return body.length;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase("Content-Type") ? getContentType() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase("Content-Type")
                    ? Collections.enumeration(List.of(getContentType()))
                    : super.getHeaders(name);
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream in = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                    return in.read(bytes, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("Forms are read at once");
                }
            };
        }
    }
}
