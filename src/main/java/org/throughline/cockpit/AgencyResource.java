package org.throughline.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.rest.exception.RestException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.throughline.reporting.Report;
import org.throughline.reporting.ReportAccess;
import org.throughline.reporting.ReportName;
import org.throughline.reporting.ReportRequestRefused;
import org.throughline.reporting.Reports;

/**
 * The figures of the page "Agency", the same as the reports over HTTP give. Cockpit makes this object for each call, so the
 * application's services come from outside.
 */
@Path("plugin/agency")
public class AgencyResource extends PageResource {

    public AgencyResource() {
        super("agency");
    }

    @GET
    @Path("{engineName}/reports/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public Report report(
            @PathParam("name") String name,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("groupBy") @Nullable String groupBy) {
        BeanFactory application = WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext);
        if (!application.getBean(ReportAccess.class).mayRead()) {
            throw new RestException(Status.FORBIDDEN, "The agency's figures are for managers and administrators.");
        }
        ReportName report = ReportName.of(name)
                .orElseThrow(() -> new RestException(Status.NOT_FOUND, "There is no report of this name."));
        try {
            return application.getBean(Reports.class).report(report, from, to, groupBy);
        } catch (ReportRequestRefused refused) {
            throw new RestException(Status.BAD_REQUEST, refused, String.valueOf(refused.getMessage()));
        }
    }
}
