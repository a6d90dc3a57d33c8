package org.throughline.servicing.contact.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.ams.AmsContactPayload;
import org.throughline.ams.AmsContactPayload.Field;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.Client.ClientContact;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.servicing.contact.usecase.AskOldChannel.Entered;
import org.throughline.servicing.contact.usecase.AskOldChannel.Question;

class ContactChangeTest {

    private static final Instant READ = Instant.parse("2026-11-23T18:00:00Z");
    private static final ContactsOnFile ON_FILE = new ContactsOnFile(List.of(ContactWorld.DENISE, ContactWorld.EMEKA));
    private static final ContactChange CHANGE = new ContactChange(
            "Denise Okafor",
            Field.PHONE,
            "(713) 555-0142",
            "713-555-0199",
            "Denise Okafor",
            "Wrote from the address on file.",
            READ);

    private final ContactWorld world = new ContactWorld();

    @Test
    void showsContactsAsLinesAndReadsThemBack() {
        assertThat(ON_FILE.text()).isEqualTo("""
                Denise Okafor | denise@okaforplumbing.example | (713) 555-0142 | may ask for the client
                Emeka Okafor | none | (713) 555-0143 | may ask for the client""");
        assertThat(ContactsOnFile.parse(ON_FILE.text())).isEqualTo(ON_FILE);
    }

    @Test
    void showsNoMoreContactsThanThereIsRoomFor() {
        ContactsOnFile many = new ContactsOnFile(Collections.nCopies(100, ContactWorld.DENISE));

        assertThat(many.text()).hasSizeLessThan(4000);
        assertThat(ContactsOnFile.parse(many.text()).contacts()).hasSizeBetween(40, 50);
    }

    @Test
    void keepsABarInANameFromBecomingAColumn() {
        ContactsOnFile odd = new ContactsOnFile(List.of(new ClientContact("A | B", "a@b.example", null, false)));

        assertThat(ContactsOnFile.parse(odd.text()).contacts())
                .containsExactly(new ClientContact("A B", "a@b.example", null, false));
    }

    @Test
    void guessesWhoWrote() {
        assertThat(likely("DENISE@okaforplumbing.example", "")).isEqualTo("Denise Okafor");
        assertThat(likely("new@mail.example", "emeka okafor")).isEqualTo("Emeka Okafor");
        assertThat(likely("new@mail.example", "Somebody Else")).isEmpty();
        world.contacts.remove(ContactWorld.EMEKA);
        assertThat(likely("new@mail.example", "Somebody Else")).isEqualTo("Denise Okafor");
    }

    private String likely(String address, String name) {
        ReadContacts.Facts facts = world.reading().read("c-1", address, name);
        assertThat(facts.readAt()).isEqualTo(READ);
        return facts.likelyName();
    }

    @Test
    void asksAtTheAddressOnFile() {
        Question question = world.asking().of(entered("denise okafor", "PHONE", "713-555-0199"), ON_FILE, true);

        assertThat(question.contactName()).isEqualTo("Denise Okafor");
        assertThat(question.oldValue()).isEqualTo("(713) 555-0142");
        assertThat(question.address()).isEqualTo("denise@okaforplumbing.example");
        assertThat(question.text())
                .contains("the telephone number that we have for Denise Okafor from (713) 555-0142 to 713-555-0199")
                .contains("Nothing is changed until you confirm it");
    }

    @Test
    void asksAtTheOldAddressWhereTheAddressChanges() {
        Question question = world.asking().of(entered("Denise Okafor", "EMAIL", "d@new.example"), ON_FILE, true);

        assertThat(question.address()).isEqualTo("denise@okaforplumbing.example");
        assertThat(question.oldValue()).isEqualTo("denise@okaforplumbing.example");
    }

    @Test
    void hasAPersonCallWhereNoAddressIsOnFileOrItDoesNotWork() {
        assertThat(world.asking()
                        .of(entered("Emeka Okafor", "EMAIL", "emeka@new.example"), ON_FILE, true)
                        .address())
                .isEmpty();
        assertThat(world.asking()
                        .of(entered("Denise Okafor", "EMAIL", "d@new.example"), ON_FILE, false)
                        .address())
                .isEmpty();
    }

    @Test
    void tellsThePersonWhatIsMissing() {
        refused(entered("Denise Okafor", "", "713-555-0199"), "Choose what changes");
        refused(entered("Somebody Else", "PHONE", "713-555-0199"), "No one contact on file");
        refused(entered("Denise Okafor", "PHONE", " "), "Enter the new value");
        refused(entered("Denise Okafor", "PHONE", "+1 713 555 0142"), "stands on file already");
        refused(new Entered("Denise Okafor", "PHONE", "713-555-0199", "", "Known voice"), "Say who asks");
        refused(new Entered("Denise Okafor", "PHONE", "713-555-0199", "Denise", ""), "what shows that it is them");
    }

    @Test
    void leavesAContactToPeopleThatNothingOnFileCouldConfirm() {
        ContactsOnFile bare = new ContactsOnFile(List.of(new ClientContact("Denise Okafor", null, null, true)));

        assertThatThrownBy(() -> world.asking().of(entered("Denise Okafor", "PHONE", "713-555-0199"), bare, true))
                .isInstanceOf(ContactChangeRefused.class)
                .hasMessageContaining("Neither an address nor a number");
    }

    private void refused(Entered entered, String sentence) {
        assertThatThrownBy(() -> world.asking().of(entered, ON_FILE, true))
                .isInstanceOf(ContactChangeRefused.class)
                .hasMessageContaining(sentence);
    }

    private static Entered entered(String contact, String field, String value) {
        return new Entered(contact, field, value, "Denise Okafor", "Wrote from the address on file.");
    }

    @Test
    void plansTheChangeForWhatWasSeenAndANoteOfWhoAsked() {
        String evidence = world.planning().plan("SR-2026-000001", "c-1", CHANGE, "Denise answered.");

        assertThat(world.ledger.kinds()).containsExactly(WriteKind.AMS_CONTACT, WriteKind.AMS_NOTE);
        assertThat(payload(0))
                .isEqualTo(new AmsContactPayload(
                        "c-1", "Denise Okafor", Field.PHONE, "(713) 555-0142", "713-555-0199", READ));
        assertThat(payload(1))
                .isInstanceOfSatisfying(
                        AmsNotePayload.class,
                        note -> assertThat(note.text())
                                .contains("Asked by Denise Okafor")
                                .contains("from (713) 555-0142 to 713-555-0199")
                                .contains("Wrote from the address on file.")
                                .contains("Denise answered."));
        assertThat(evidence).contains("Denise answered.").contains("handed to NowCerts");
    }

    @Test
    void asksStaffWhereTheSystemTakesNoSuchChange() {
        String evidence = world.planningAt("HawkSoft").plan("SR-2026-000001", "c-1", CHANGE, "Denise answered.");

        assertThat(world.ledger.kinds()).containsExactly(WriteKind.AMS_TASK, WriteKind.AMS_NOTE);
        assertThat(payload(0))
                .isInstanceOfSatisfying(
                        AmsTaskPayload.class,
                        task -> assertThat(task.description())
                                .contains("from (713) 555-0142 to 713-555-0199")
                                .contains("HawkSoft takes no change"));
        assertThat(evidence).contains("a task in HawkSoft");
    }

    private Object payload(int position) {
        List<PlannedWrite> writes = world.ledger.writes;
        return writes.get(position).payload();
    }
}
