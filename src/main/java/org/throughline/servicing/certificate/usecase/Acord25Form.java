package org.throughline.servicing.certificate.usecase;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import org.throughline.servicing.certificate.model.Certificate;
import org.throughline.servicing.certificate.model.Certificate.Coverage;
import org.throughline.servicing.certificate.model.Certificate.Insurer;
import org.throughline.servicing.certificate.model.Certificate.Limit;
import org.throughline.servicing.certificate.model.Party;

/**
 * Fills the agency's own fillable ACORD 25 and flattens it. Which of its fields takes which fact stands in {@code
 * certificates/acord25-fields.properties}; a field that the template does not have is left out.
 */
@Component
class Acord25Form {

    private final CertificateProperties settings;
    private final Properties fields;

    Acord25Form(CertificateProperties settings) {
        this.settings = settings;
        try {
            this.fields = PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("certificates/acord25-fields.properties"));
        } catch (IOException missing) {
            throw new UncheckedIOException("The map of ACORD 25 fields is not on the class path", missing);
        }
    }

    boolean configured() {
        return settings.acord25Template() != null && !settings.acord25Template().isBlank();
    }

    byte[] fill(Certificate certificate) {
        String template = Objects.requireNonNull(settings.acord25Template());
        try (PDDocument pdf = Loader.loadPDF(
                        new DefaultResourceLoader().getResource(template).getContentAsByteArray());
                ByteArrayOutputStream filled = new ByteArrayOutputStream()) {
            PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
            if (form == null) {
                throw new IllegalStateException(template + " is no fillable form");
            }
            for (Map.Entry<String, String> fact : facts(certificate).entrySet()) {
                set(form, fields.getProperty(fact.getKey()), fact.getValue());
            }
            form.flatten();
            pdf.save(filled);
            return filled.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("The ACORD 25 template " + template + " cannot be filled", failure);
        }
    }

    private static void set(PDAcroForm form, String fieldName, String value) throws IOException {
        PDField field = fieldName == null ? null : form.getField(fieldName.strip());
        if (field instanceof PDCheckBox box) {
            if ("Y".equals(value)) {
                box.check();
            }
        } else if (field != null) {
            field.setValue(value);
        }
    }

    /** What the certificate shows, by the names that the map of fields uses. */
    static Map<String, String> facts(Certificate certificate) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", CertificatePage.day(certificate.issuedOn()));
        facts.put("number", certificate.number());
        party(facts, "producer", certificate.producer().party());
        facts.put("producer.phone", certificate.producer().phone());
        facts.put(
                "producer.fax",
                Objects.requireNonNullElse(certificate.producer().fax(), ""));
        facts.put("producer.email", certificate.producer().email());
        party(facts, "insured", certificate.insured());
        for (Insurer insurer : certificate.insurers()) {
            facts.put("insurer." + insurer.letter() + ".name", insurer.name());
            facts.put("insurer." + insurer.letter() + ".naic", insurer.naic());
        }
        certificate.coverages().forEach(coverage -> coverage(facts, coverage));
        facts.put("description", certificate.description());
        party(facts, "holder", certificate.holder());
        facts.put("representative", certificate.representative().name());
        return facts;
    }

    private static void coverage(Map<String, String> facts, Coverage coverage) {
        String prefix =
                (List.of("GL", "AUTO", "UMBRELLA", "WC").contains(coverage.line()) ? coverage.line() : "OTHER") + ".";
        facts.put(prefix + "insurer", coverage.insurerLetter());
        facts.put(prefix + "title", coverage.title());
        facts.put(prefix + "policy", coverage.policyNumber());
        facts.put(prefix + "effective", CertificatePage.day(coverage.effective()));
        facts.put(prefix + "expiration", CertificatePage.day(coverage.expiration()));
        facts.put(prefix + "additionalInsured", coverage.additionalInsured() ? "Y" : "");
        facts.put(prefix + "subrogationWaived", coverage.subrogationWaived() ? "Y" : "");
        for (String option : coverage.options()) {
            facts.put(prefix + "option." + option.replace(' ', '-'), "Y");
        }
        for (Limit limit : coverage.limits()) {
            facts.put(prefix + "limit." + limit.label().replace(' ', '-'), limit.amount());
        }
    }

    private static void party(Map<String, String> facts, String name, Party party) {
        facts.put(name + ".name", party.name());
        facts.put(name + ".address", party.addressLines().stream().collect(Collectors.joining("\n")));
    }
}
