package org.throughline.exchange.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.exchange.ExchangeField;
import org.throughline.exchange.ExchangeKind;
import org.throughline.exchange.mapping.ImportMapping;
import org.throughline.exchange.mapping.ImportMapping.Column;
import org.throughline.exchange.mapping.ImportMappings;
import org.throughline.platform.AgencyProfile;

/** Mappings in {@code import_mapping} and {@code import_mapping_column}. */
@Component
class JdbcImportMappings implements ImportMappings {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcImportMappings(JdbcClient jdbc, PlatformTransactionManager transactions, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.agency = agency;
        this.clock = clock;
    }

    private record Row(String name, String kind, @Nullable String dateFormat) {}

    @Override
    public List<ImportMapping> all() {
        return jdbc
                .sql("select name, kind, date_format from import_mapping where tenant_id = ? order by name")
                .param(agency.tenant())
                .query(Row.class)
                .list()
                .stream()
                .map(this::mapping)
                .toList();
    }

    @Override
    public Optional<ImportMapping> find(String name) {
        return jdbc.sql("select name, kind, date_format from import_mapping where tenant_id = ? and name = ?")
                .params(agency.tenant(), name)
                .query(Row.class)
                .optional()
                .map(this::mapping);
    }

    private ImportMapping mapping(Row row) {
        List<Column> columns = jdbc.sql("select column_heading, field, constant from import_mapping_column"
                        + " where tenant_id = ? and mapping = ? order by position")
                .params(agency.tenant(), row.name())
                .query((column, n) -> new Column(
                        column.getString("column_heading"),
                        Optional.ofNullable(column.getString("field"))
                                .map(ExchangeField::of)
                                .orElse(null),
                        column.getString("constant")))
                .list();
        return new ImportMapping(row.name(), ExchangeKind.of(row.kind()), row.dateFormat(), columns);
    }

    @Override
    public void save(ImportMapping mapping, String changedBy) {
        transaction.executeWithoutResult(status -> {
            remove(mapping.name());
            jdbc.sql("insert into import_mapping (tenant_id, name, kind, date_format, changed_by, changed_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            agency.tenant(),
                            mapping.name(),
                            mapping.kind().id(),
                            mapping.dateFormat(),
                            changedBy,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            for (int position = 0; position < mapping.columns().size(); position++) {
                Column column = mapping.columns().get(position);
                ExchangeField field = column.field();
                jdbc.sql(
                                "insert into import_mapping_column (tenant_id, mapping, position, column_heading, field, constant)"
                                        + " values (?, ?, ?, ?, ?, ?)")
                        .params(
                                agency.tenant(),
                                mapping.name(),
                                position,
                                column.heading(),
                                field == null ? null : field.id(),
                                column.constant())
                        .update();
            }
        });
    }

    @Override
    public boolean delete(String name) {
        return Boolean.TRUE.equals(transaction.execute(status -> remove(name)));
    }

    private boolean remove(String name) {
        jdbc.sql("delete from import_mapping_column where tenant_id = ? and mapping = ?")
                .params(agency.tenant(), name)
                .update();
        return jdbc.sql("delete from import_mapping where tenant_id = ? and name = ?")
                        .params(agency.tenant(), name)
                        .update()
                == 1;
    }
}
