package org.throughline.platform.vendor;

import feign.FeignException;
import feign.InvocationHandlerFactory.MethodHandler;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of one client: over the vendor's line, with one new login, and with our own exceptions. */
class GuardedCalls implements InvocationHandler {

    private final String vendor;
    private final VendorLine line;
    private final VendorTimes times;
    private final @Nullable VendorSession session;
    private final Map<Method, MethodHandler> methods;

    GuardedCalls(
            String vendor,
            VendorLine line,
            VendorTimes times,
            @Nullable VendorSession session,
            Map<Method, MethodHandler> methods) {
        this.vendor = vendor;
        this.line = line;
        this.times = times;
        this.session = session;
        this.methods = methods;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        MethodHandler handler = methods.get(method);
        if (handler == null) {
            return ofObject(proxy, method, arguments);
        }
        return times.measured(vendor, () -> line.call(() -> call(handler, arguments)));
    }

    private @Nullable Object call(MethodHandler handler, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return once(handler, arguments);
        } catch (VendorUnauthorized refused) {
            if (session == null) {
                throw new VendorContractBroken(vendor + " refuses our credentials", refused);
            }
            session.refused(refused.authorization());
        }
        try {
            return once(handler, arguments);
        } catch (VendorUnauthorized still) {
            session.refused(still.authorization());
            throw new VendorUnavailable(vendor + " refuses a fresh login", still);
        }
    }

    private @Nullable Object once(MethodHandler handler, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return handler.invoke(arguments);
        } catch (FeignException failure) {
            Throwable cause = failure.getCause();
            if (cause instanceof VendorUnavailable || cause instanceof VendorContractBroken) {
                throw cause;
            }
            throw new VendorUnavailable(vendor + " gave no usable answer: " + failure.getMessage(), failure);
        }
    }

    private @Nullable Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && arguments.length == 1 && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> vendor + " client";
        };
    }
}
