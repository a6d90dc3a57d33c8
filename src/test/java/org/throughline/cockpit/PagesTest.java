package org.throughline.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.cockpit.plugin.spi.CockpitPlugin;

/** Every page is known to Cockpit, has its folder, and imports nothing that the server half does not serve. */
class PagesTest {

    private static final Path FRONT = Path.of("src/main/resources/plugin-webapp");
    private static final Pattern IMPORT = Pattern.compile("from '([^']+)'");

    private final List<CockpitPage> pages = ServiceLoader.load(CockpitPlugin.class).stream()
            .filter(provider -> CockpitPage.class.isAssignableFrom(provider.type()))
            .map(provider -> (CockpitPage) provider.get())
            .toList();

    @Test
    void everyPageIsRegistered() {
        assertThat(pages)
                .extracting(page -> page.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Pages.class.getDeclaredClasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void everyPageHasItsFrontHalf() {
        assertThat(pages).allSatisfy(page -> {
            assertThat(FRONT.resolve(page.getId()).resolve("app/plugin.js")).exists();
            assertThat(FRONT.resolve(page.getId()).resolve("app/plugin.css")).exists();
        });
    }

    @Test
    void everyImportIsServed() throws IOException {
        List<String> served = new PageResource("kit").getAllowedAssets();
        try (Stream<Path> files = Files.walk(FRONT)) {
            for (Path script :
                    files.filter(file -> file.toString().endsWith(".js")).toList()) {
                Matcher imports = IMPORT.matcher(Files.readString(script));
                while (imports.find()) {
                    String file = imports.group(1).replaceFirst(".*/", "");
                    assertThat(served)
                            .as(script + " imports " + imports.group(1))
                            .contains("app/" + file);
                    assertThat(FRONT.resolve("kit/app").resolve(file)).exists();
                }
            }
        }
    }

    @Test
    void nobodyGetsTheKitAndAnalystsNoPeople() {
        assertThat(page("kit").isFor(List.of("admin", "manager"))).isFalse();
        assertThat(page("people").isFor(List.of("analyst"))).isFalse();
        assertThat(page("ledger").isFor(List.of("analyst"))).isTrue();
        assertThat(page("ledger").isFor(List.of("csr", "partner"))).isFalse();
        assertThat(page("agency").isFor(List.of("csr", "manager"))).isTrue();
    }

    private CockpitPage page(String id) {
        return pages.stream()
                .filter(page -> page.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
