package org.throughline.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StorableTest {

    private final ObjectMapper json = new ObjectMapper().registerModule(Storable.json());

    private record Note(@Nullable String text, List<String> tags) {}

    @Test
    void leavesOutNulAndHalfACharacter() {
        assertThat(Storable.text("a\0b\ud83dc \ud83d\ude00")).isEqualTo("abc \ud83d\ude00");
        assertThat(Storable.text("José\n")).isEqualTo("José\n");
    }

    @Test
    void readsTheTextsOfJsonSo() throws JsonProcessingException {
        Note note = json.readValue("{\"text\":\"a\\u0000b\\ud83d\",\"tags\":[\"\\u0000x\",\"y\"]}", Note.class);

        assertThat(note).isEqualTo(new Note("ab", List.of("x", "y")));
        assertThat(json.readValue("{\"text\":null,\"tags\":[]}", Note.class).text())
                .isNull();
    }
}
