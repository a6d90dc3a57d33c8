package org.throughline.servicing.certificate.usecase;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
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
import org.throughline.servicing.certificate.model.CertificateForm;

/**
 * Fills the agency's own fillable ACORD forms and flattens them. Which field takes which fact stands in {@code
 * certificates/acord25-fields.properties} and its siblings; a field that the template does not have is left out.
 */
@Component
class AcordForms {

    private final CertificateProperties settings;
    private final Map<CertificateForm, Properties> fields = new EnumMap<>(CertificateForm.class);

    AcordForms(CertificateProperties settings) {
        this.settings = settings;
        for (CertificateForm form : List.of(
                CertificateForm.ACORD_24,
                CertificateForm.ACORD_25,
                CertificateForm.ACORD_27,
                CertificateForm.ACORD_28)) {
            fields.put(form, map(form));
        }
    }

    private static Properties map(CertificateForm form) {
        String file = "certificates/" + form.name().toLowerCase(Locale.ROOT).replace("_", "") + "-fields.properties";
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource(file));
        } catch (IOException missing) {
            throw new UncheckedIOException("The map of fields " + file + " is not on the class path", missing);
        }
    }

    /** True where the agency has a template for what the certificate is about. */
    boolean configuredFor(Certificate certificate) {
        return !settings.template(form(certificate)).isBlank();
    }

    byte[] fill(Certificate certificate) {
        CertificateForm number = form(certificate);
        String template = settings.template(number);
        Properties names = Objects.requireNonNull(fields.get(number));
        try (PDDocument pdf = Loader.loadPDF(
                        new DefaultResourceLoader().getResource(template).getContentAsByteArray());
                ByteArrayOutputStream filled = new ByteArrayOutputStream()) {
            PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
            if (form == null) {
                throw new IllegalStateException(template + " is no fillable form");
            }
            for (Map.Entry<String, String> fact : facts(certificate).entrySet()) {
                set(form, names.getProperty(fact.getKey()), fact.getValue());
            }
            form.flatten();
            pdf.save(filled);
            return filled.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("The template " + template + " cannot be filled", failure);
        }
    }

    private static CertificateForm form(Certificate certificate) {
        Certificate.Property property = certificate.property();
        return property == null ? CertificateForm.ACORD_25 : property.form();
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

    private static Map<String, String> facts(Certificate certificate) {
        Map<String, String> facts = new LinkedHashMap<>(AcordFacts.of(certificate));
        Certificate.Property property = certificate.property();
        if (property != null) {
            facts.putAll(AcordFacts.ofProperty(certificate, property));
        }
        return facts;
    }
}
