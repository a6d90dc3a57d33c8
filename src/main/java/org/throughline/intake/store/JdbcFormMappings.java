package org.throughline.intake.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.intake.FormMapping;
import org.throughline.intake.FormMappings;
import org.throughline.platform.AgencyProfile;

/** Form mappings in {@code form_mapping} and {@code form_mapping_field}. */
@Component
class JdbcFormMappings implements FormMappings {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcFormMappings(JdbcClient jdbc, PlatformTransactionManager transactions, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.agency = agency;
        this.clock = clock;
    }

    private record Row(
            String formId, String title, @Nullable String workTypeHint) {}

    @Override
    public List<FormMapping> all() {
        return jdbc
                .sql("select form_id from form_mapping where tenant_id = ? order by form_id")
                .param(agency.tenant())
                .query(String.class)
                .list()
                .stream()
                .flatMap(formId -> find(formId).stream())
                .toList();
    }

    @Override
    public Optional<FormMapping> find(String formId) {
        return jdbc.sql("select form_id, title, work_type_hint from form_mapping where tenant_id = ? and form_id = ?")
                .params(agency.tenant(), formId)
                .query(Row.class)
                .optional()
                .map(row -> new FormMapping(row.formId(), row.title(), row.workTypeHint(), fields(formId)));
    }

    private List<FormMapping.Field> fields(String formId) {
        return jdbc.sql("select field, target, label from form_mapping_field where tenant_id = ? and form_id = ?"
                        + " order by position")
                .params(agency.tenant(), formId)
                .query((row, number) -> new FormMapping.Field(
                        row.getString("field"),
                        FormMapping.Target.valueOf(row.getString("target")),
                        row.getString("label")))
                .list();
    }

    @Override
    public void save(FormMapping mapping, String changedBy) {
        transaction.executeWithoutResult(status -> {
            delete("form_mapping_field", mapping.formId());
            delete("form_mapping", mapping.formId());
            jdbc.sql("insert into form_mapping (tenant_id, form_id, title, work_type_hint, changed_by, changed_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            agency.tenant(),
                            mapping.formId(),
                            mapping.title(),
                            mapping.workTypeHint(),
                            changedBy,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            for (int i = 0; i < mapping.fields().size(); i++) {
                FormMapping.Field field = mapping.fields().get(i);
                jdbc.sql("insert into form_mapping_field (tenant_id, form_id, field, position, target, label)"
                                + " values (?, ?, ?, ?, ?, ?)")
                        .params(
                                agency.tenant(),
                                mapping.formId(),
                                field.name(),
                                i,
                                field.target().name(),
                                field.label())
                        .update();
            }
        });
    }

    private void delete(String table, String formId) {
        jdbc.sql("delete from " + table + " where tenant_id = ? and form_id = ?")
                .params(agency.tenant(), formId)
                .update();
    }
}
