package org.throughline.ams.epic;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.epic.EpicRows.AccountRow;
import org.throughline.ams.epic.EpicRows.ActivityRow;
import org.throughline.ams.epic.EpicRows.AttachmentRow;
import org.throughline.ams.epic.EpicRows.ClientRow;
import org.throughline.ams.epic.EpicRows.Coded;
import org.throughline.ams.epic.EpicRows.ContactRow;
import org.throughline.ams.epic.EpicRows.LineRow;
import org.throughline.ams.epic.EpicRows.Named;
import org.throughline.ams.epic.EpicRows.NoteRow;
import org.throughline.ams.epic.EpicRows.Page;
import org.throughline.ams.epic.EpicRows.PolicyRow;

/**
 * The calls of the Applied Epic API that we use. "Documented" means described by the vendor (account v1, policy v2,
 * workflow management v1, attachment v2), "seen in a client" that other people's programs call it so, "assumed" that we
 * fill a gap. Several values stand in one parameter with commas between them, written {@code %2C} here because Feign
 * makes repeated parameters of a plain comma. A page starts at {@code offset} and holds at most 500 rows; an absent parameter is not sent.
 */
@Headers({"Accept: application/hal+json", "Content-Type: application/json", "Accept-Language: en-US"})
interface EpicApi {

    String PAGE = "offset={offset}&limit={limit}";
    String ALL_TERMS = "historic_status=CURRENT%2CHISTORIC";
    String POLICIES = "GET /epic/policy/v2/policies?embed=client&" + ALL_TERMS + "&" + PAGE;
    String LINES = "GET /epic/policy/v2/lines?embed=lineType%2CissuingCompany&" + PAGE;
    String WORKFLOW = "/workflow-management/v1";
    String ATTACHMENTS = "/epic/attachment/v2/attachments";

    // ---- clients

    /** Documented. */
    @RequestLine("GET /epic/account/v1/accounts?type=CLIENT&active_status=active%2Cinactive&" + PAGE)
    Page<AccountRow> clientAccounts(@Param("offset") int offset, @Param("limit") int limit);

    /** Documented. */
    @RequestLine("GET /epic/account/v1/accounts/{id}")
    AccountRow account(@Param("id") String id);

    /** Seen in a client; the body is not described by the vendor. */
    @RequestLine("GET /epic/client/v1/clients?active_status=active%2Cinactive&" + PAGE)
    Page<ClientRow> clients(@Param("offset") int offset, @Param("limit") int limit);

    /** Seen in a client; the body is not described by the vendor. */
    @RequestLine("GET /epic/client/v1/clients/{id}")
    ClientRow client(@Param("id") String id);

    /** Seen in a client; that {@code account} filters is assumed. */
    @RequestLine("GET /epic/contact/v1/contacts?account={account}&" + PAGE)
    Page<ContactRow> contacts(
            @Param("account") @Nullable String account, @Param("offset") int offset, @Param("limit") int limit);

    // ---- policies

    /** Documented. */
    @RequestLine(POLICIES + "&client={client}&policyNumber={number}&lastUpdatedBy.date_after={since}")
    Page<PolicyRow> policies(
            @Param("client") @Nullable String client,
            @Param("number") @Nullable String number,
            @Param("since") @Nullable String since,
            @Param("offset") int offset,
            @Param("limit") int limit);

    /** Documented; needs a recent release of Epic. */
    @RequestLine("GET /epic/policy/v2/policies/{id}?embed=lines")
    PolicyRow policyWithLines(@Param("id") String id);

    /** Documented. */
    @RequestLine(LINES + "&client={client}&lastUpdatedOn.date_after={since}")
    Page<LineRow> lines(
            @Param("client") @Nullable String client,
            @Param("since") @Nullable String since,
            @Param("offset") int offset,
            @Param("limit") int limit);

    /** Documented. */
    @RequestLine("GET /epic/policy/v2/statuses?isActive_status=active%2Cinactive&" + PAGE)
    Page<Coded> statuses(@Param("offset") int offset, @Param("limit") int limit);

    /** Documented. */
    @RequestLine("GET /epic/policy/v2/types?active_status=active%2Cinactive&" + PAGE)
    Page<Coded> types(@Param("offset") int offset, @Param("limit") int limit);

    // ---- activities

    /** Documented: all codes that an activity can be given. */
    @RequestLine("GET " + WORKFLOW + "/activities/codes?" + PAGE)
    Page<Coded> activityCodes(@Param("offset") int offset, @Param("limit") int limit);

    /** Documented under this path; the vendor's examples show it under {@code /activities} instead. */
    @RequestLine("GET " + WORKFLOW + "/owners/employees?" + PAGE)
    Page<Named> employees(@Param("offset") int offset, @Param("limit") int limit);

    /** The same list under the path of the vendor's examples. */
    @RequestLine("GET " + WORKFLOW + "/activities/owners/employees?" + PAGE)
    Page<Named> employeesOfActivities(@Param("offset") int offset, @Param("limit") int limit);

    /** Documented; {@code after} is a day. */
    @RequestLine("GET " + WORKFLOW + "/clients/{client}/activities?enteredByDate_after={after}&" + PAGE)
    Page<ActivityRow> activities(
            @Param("client") String client,
            @Param("after") String after,
            @Param("offset") int offset,
            @Param("limit") int limit);

    /** Documented; nothing can be changed afterwards, but notes can be added. */
    @RequestLine("POST " + WORKFLOW + "/activities")
    ActivityRow createActivity(Map<String, Object> activity);

    /** Documented. */
    @RequestLine("GET " + WORKFLOW + "/activities/{activity}/notes?" + PAGE)
    Page<NoteRow> notes(@Param("activity") String activity, @Param("offset") int offset, @Param("limit") int limit);

    /** Documented. */
    @RequestLine("POST " + WORKFLOW + "/activities/{activity}/notes")
    NoteRow addNote(@Param("activity") String activity, Map<String, Object> note);

    // ---- attachments

    /** Documented. */
    @RequestLine("GET " + ATTACHMENTS
            + "?account={account}&description_contains={text}&active_status=active%2Cinactive&" + PAGE)
    Page<AttachmentRow> attachments(
            @Param("account") String account,
            @Param("text") String text,
            @Param("offset") int offset,
            @Param("limit") int limit);

    /** Documented. */
    @RequestLine("GET " + ATTACHMENTS + "/{id}")
    AttachmentRow attachment(@Param("id") String id);

    /** Documented: the record alone; its file goes to the {@code uploadUrl} of the answer. */
    @RequestLine("POST " + ATTACHMENTS)
    AttachmentRow createAttachment(Map<String, Object> attachment);
}
