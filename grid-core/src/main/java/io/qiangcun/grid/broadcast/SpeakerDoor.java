package io.qiangcun.grid.broadcast;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a speaker in that shows its token, into its own place and for its own queue only. */
@Component
public class SpeakerDoor {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final TransactionTemplate reading;

    SpeakerDoor(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What comes of it; nothing if no speaker has the token. */
    public <T> Optional<T> open(String token, BiFunction<Jurisdiction, SpeakerId, T> action) {
        Optional<Known> found;
        try (var anywhere = Scope.as(Jurisdiction.everywhere(), Jurisdiction.nowhere())) {
            found = Optional.ofNullable(reading.execute(status -> database.sql("""
                            select speaker_id, place_code from grid_speaker
                            where token_digest = :digest and retired_on is null
                            """)
                            .param("digest", digest(token))
                            .query(Known.class)
                            .optional()))
                    .flatMap(known -> known);
        }
        return found.map(speaker -> {
            var here = Jurisdiction.within(new PlaceCode(speaker.placeCode()));
            try (var there = Scope.as(here)) {
                return action.apply(here, new SpeakerId(speaker.speakerId()));
            }
        });
    }

    static String token() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private record Known(UUID speakerId, String placeCode) {}
}
