package io.qiangcun.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ApplicationTest
@RecordApplicationEvents
class AttachmentServiceTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    AttachmentService attachments;

    @Autowired
    AttachmentProperties properties;

    @Autowired
    ApplicationEvents events;

    Jurisdiction east;
    Jurisdiction west;
    AttachmentOwner owner;
    Scope.Held scope;

    @BeforeEach
    void enterTheCounty() {
        var places = PlaceFixtures.plantedIn(tree);
        east = Jurisdiction.within(places.east());
        west = Jurisdiction.within(places.west());
        owner = new AttachmentOwner("test.record", UUID.randomUUID(), places.east());
        scope = Scope.as(Jurisdiction.within(places.county()));
    }

    @AfterEach
    void leave() {
        scope.close();
    }

    @Test
    void keepsTheFilesOfARecord() {
        attachments.attach(east, Actor.system(), owner, List.of(pdf("minutes.exe"), photo("hall.png")));

        var list = attachments.list(east, owner);
        assertThat(list).extracting(AttachmentView::name).containsExactlyInAnyOrder("minutes.pdf", "hall.jpg");
        assertThat(list).extracting(AttachmentView::photo).containsExactlyInAnyOrder(false, true);
        assertThat(events.stream(AttachmentAdded.class)).hasSize(2);
        assertThat(attachments.find(east, list.get(0).id(), false))
                .hasValueSatisfying(file -> assertThat(file.path()).isNotEmptyFile());
    }

    @Test
    void keepsAllOrNone() throws IOException {
        attachments.attach(east, Actor.system(), owner, List.of(pdf("first.pdf")));
        var before = filesKept();

        assertThatExceptionOfType(AttachmentRefused.class)
                .isThrownBy(() -> attachments.attach(
                        east,
                        Actor.system(),
                        owner,
                        List.of(pdf("good.pdf"), new Upload("bad.jpg", new ByteArrayResource(SampleFiles.text("x"))))));

        assertThat(attachments.list(east, owner)).hasSize(1);
        assertThat(filesKept()).isEqualTo(before);
    }

    @Test
    void refusesMoreThanARecordMayHave() {
        assertThatExceptionOfType(AttachmentRefused.class)
                .isThrownBy(
                        () -> attachments.attach(east, Actor.system(), owner, Collections.nCopies(21, pdf("many.pdf"))))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly(20));
    }

    @Test
    void aRemovedAttachmentIsKeptButShownNoLonger() {
        attachments.attach(east, Actor.system(), owner, List.of(pdf("minutes.pdf")));
        var id = attachments.list(east, owner).get(0).id();
        var path = attachments.find(east, id, false).orElseThrow().path();

        attachments.remove(east, Actor.system(), owner, id);

        assertThat(attachments.list(east, owner)).isEmpty();
        assertThat(attachments.find(east, id, false)).isEmpty();
        assertThat(Files.exists(path)).isTrue();
        assertThat(events.stream(AttachmentRemoved.class)).hasSize(1);
    }

    @Test
    void nothingIsFoundAddedOrRemovedOutsideTheJurisdiction() {
        attachments.attach(east, Actor.system(), owner, List.of(pdf("minutes.pdf")));
        var id = attachments.list(east, owner).get(0).id();

        assertThat(attachments.find(west, id, false)).isEmpty();
        assertThat(attachments.list(west, owner)).isEmpty();
        assertThatExceptionOfType(AttachmentNotFound.class)
                .isThrownBy(() -> attachments.remove(west, Actor.system(), owner, id));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attachments.attach(west, Actor.system(), owner, List.of(pdf("minutes.pdf"))));
    }

    @Test
    void isNotRemovedThroughAnotherRecord() {
        attachments.attach(east, Actor.system(), owner, List.of(pdf("minutes.pdf")));
        var id = attachments.list(east, owner).get(0).id();
        var other = new AttachmentOwner(owner.kind(), UUID.randomUUID(), owner.place());

        assertThatExceptionOfType(AttachmentNotFound.class)
                .isThrownBy(() -> attachments.remove(east, Actor.system(), other, id));
    }

    private long filesKept() throws IOException {
        try (var files = Files.walk(properties.directory())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static Upload pdf(String name) {
        return new Upload(name, new ByteArrayResource(SampleFiles.pdf()));
    }

    private static Upload photo(String name) {
        return new Upload(name, new ByteArrayResource(SampleFiles.png(60, 40)));
    }
}
