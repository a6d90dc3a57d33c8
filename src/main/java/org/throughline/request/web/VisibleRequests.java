package org.throughline.request.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.partner.PartnerViewer;
import org.throughline.platform.security.Caller;
import org.throughline.platform.security.Roles;
import org.throughline.platform.web.Problem;
import org.throughline.request.RequestQuery;
import org.throughline.request.RequestReader;
import org.throughline.request.RequestView;

/** Requests as the caller may see them: all of them for the agency's people, its own work for a partner. */
@Component
public class VisibleRequests {

    private final RequestReader requests;
    private final PartnerSight partners;

    VisibleRequests(RequestReader requests, PartnerSight partners) {
        this.requests = requests;
        this.partners = partners;
    }

    /** One request, reduced to what the caller may see of it; a problem detail where that is nothing. */
    public RequestView one(Caller caller, String number) {
        RequestQuery query = new RequestQuery(number, null, null, null, null, null, null, viewer(caller));
        return find(query, 0, 1).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no request " + number + " that you may see."));
    }

    /** One request for somebody of the agency itself; a problem detail for everybody else. */
    public RequestView ofTheAgency(Caller caller, String number) {
        if (viewer(caller) != null) {
            throw Problem.forbidden("A partner sees its packet and its own documents only.");
        }
        return one(caller, number);
    }

    List<RequestView> find(RequestQuery query, int page, int size) {
        return partners.reduce(query.partner(), requests.find(query, page, size));
    }

    /** Null for everything; nobody but the agency's people and partners sees requests. */
    @Nullable
    PartnerViewer viewer(Caller caller) {
        @Nullable PartnerViewer viewer = partners.viewer(caller);
        if (viewer == null && caller.groups().stream().noneMatch(Set.copyOf(Roles.IN_HOUSE)::contains)) {
            throw Problem.forbidden("Your role does not see clients' requests. Ask an administrator.");
        }
        return viewer;
    }
}
