package io.qiangcun.grid.broadcast.web;

import io.qiangcun.grid.broadcast.SpeakerDoor;
import io.qiangcun.grid.broadcast.SpeakerQueue;
import io.qiangcun.grid.broadcast.SpeakerQueue.Due;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a speaker asks with its token in the header {@code X-Speaker-Token}: what is due, may I begin, it is done. 403 without
 * a good token; 409 where there is nothing to begin or to end, so that nothing is spoken twice or late.
 */
@RestController
@RequestMapping("/api/v1/speaker")
class SpeakerApi {

    static final String TOKEN = "X-Speaker-Token";

    private static final int LONGEST = 100;

    private final SpeakerDoor door;
    private final SpeakerQueue queue;

    SpeakerApi(SpeakerDoor door, SpeakerQueue queue) {
        this.door = door;
        this.queue = queue;
    }

    @GetMapping("/queue")
    ResponseEntity<List<Due>> due(@RequestHeader(name = TOKEN, defaultValue = "") String token) {
        return door.open(token, queue::due)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    @PostMapping("/begin")
    ResponseEntity<Void> begin(
            @RequestHeader(name = TOKEN, defaultValue = "") String token,
            @RequestParam(required = false) @Nullable UUID delivery) {
        return delivery == null
                ? ResponseEntity.badRequest().build()
                : answer(door.open(token, (here, speaker) -> queue.begin(here, speaker, delivery))
                        .orElse(null));
    }

    @PostMapping("/end")
    ResponseEntity<Void> end(
            @RequestHeader(name = TOKEN, defaultValue = "") String token,
            @RequestParam(required = false) @Nullable UUID delivery,
            @RequestParam(defaultValue = "true") boolean spoken,
            @RequestParam(defaultValue = "") String said) {
        var words = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
        return delivery == null
                ? ResponseEntity.badRequest().build()
                : answer(door.open(token, (here, speaker) -> queue.end(here, speaker, delivery, spoken, words))
                        .orElse(null));
    }

    private static ResponseEntity<Void> answer(@Nullable Boolean done) {
        if (done == null) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return done
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.CONFLICT).build();
    }
}
