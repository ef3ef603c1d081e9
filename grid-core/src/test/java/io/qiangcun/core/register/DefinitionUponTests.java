package io.qiangcun.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.register.RegisterColumn.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a county said of a register outlives the text it was said of. */
class DefinitionUponTests {

    private static final String TEXT = """
            code: test.well
            title: Wells
            theme: Water
            columns:
              - {code: name, label: Name, kind: TEXT, required: true}
              - {code: kind, label: Kind, kind: CHOICE, choices: [{code: dug, label: Dug}]}
            """;
    private static final String NEWER = """
            code: test.well
            title: Water wells
            theme: Water
            open: true
            columns:
              - {code: name, label: Name of it, kind: TEXT, required: true}
              - {code: kind, label: Kind, kind: CHOICE, choices: [{code: dug, label: Dug}, {code: drilled, label: Drilled}]}
              - {code: depth, label: Depth, kind: NUMBER}
            """;

    private final RegisterDefinition said = Definitions.of(TEXT)
            .with(
                    "Springs",
                    "",
                    "Water",
                    null,
                    List.of(
                            Definitions.of(TEXT).column("name").worded("Called", "As people say", List.of()),
                            Definitions.of(TEXT)
                                    .column("kind")
                                    .worded(
                                            "Sort",
                                            "",
                                            List.of(
                                                    new Choice("dug", "By hand", false),
                                                    new Choice("own", "Found", false)))),
                    List.of(),
                    null,
                    false);

    private final RegisterDefinition now = said.upon(Definitions.of(NEWER));

    @Test
    void itsWordsStay() {
        assertThat(now.title()).isEqualTo("Springs");
        assertThat(now.column("name").label()).isEqualTo("Called");
        assertThat(now.column("name").hint()).isEqualTo("As people say");
    }

    @Test
    void whatIsNewComesAlong() {
        assertThat(now.open()).isTrue();
        assertThat(now.column("depth").label()).isEqualTo("Depth");
        assertThat(now.column("kind").choices())
                .extracting(Choice::label)
                .containsExactly("By hand", "Drilled", "Found");
    }

    @Test
    void itMayBeSaidAgain() {
        assertThat(DefinitionCheck.looser(Definitions.of(NEWER), said)).isNotEmpty();
        assertThat(DefinitionCheck.looser(Definitions.of(NEWER), now)).isEmpty();
    }
}
