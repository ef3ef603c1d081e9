package io.qiangcun.core.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the head of the chain into a file outside the database now and then. Only so is a chain noticed that was cut
 * off at its end or written anew; keep the file where the database's administrator cannot change it.
 */
@Component
class AuditHeads {

    private static final Logger LOG = LoggerFactory.getLogger(AuditHeads.class);

    private static final Duration BETWEEN = Duration.ofMinutes(10);

    private final AuditProperties properties;
    private final Clock clock;
    private Instant last = Instant.EPOCH;

    AuditHeads(AuditProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Notes the head unless one was noted a moment ago. */
    synchronized void note(SealedHead head) {
        var now = clock.instant();
        if (properties.heads().isEmpty() || last.plus(BETWEEN).isAfter(now)) {
            return;
        }
        last = now;
        var file = Path.of(properties.heads());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    head + " " + now + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            LOG.warn("The head of the audit chain, {}, cannot be noted in {}", head, file, unwritable);
        }
    }

    /** All heads ever noted, in their order. */
    List<SealedHead> noted() {
        var file = Path.of(properties.heads());
        if (properties.heads().isEmpty() || !Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split(" "))
                    .filter(words -> words.length == 3)
                    .map(words -> new SealedHead(Long.parseLong(words[0]), words[1]))
                    .toList();
        } catch (IOException | NumberFormatException unreadable) {
            throw new IllegalStateException("Cannot read " + file, unreadable);
        }
    }
}
