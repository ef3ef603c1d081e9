package io.qiangcun.grid.broadcast;

import io.qiangcun.core.place.Jurisdiction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Brings messages to a maker's platform over HTTP. Whoever got no answer does not know whether it was spoken, so he does not
 * say how it ended.
 */
final class PlatformAdapter implements BroadcastAdapter {

    static final String CODE = "platform";

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    PlatformAdapter(URI address) {
        this.address = address;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void bring(Jurisdiction here, SpeakerId speaker, SpeakerQueue queue) {
        for (var due : queue.waiting(here, speaker)) {
            if (queue.begin(here, speaker, due.delivery())) {
                speak(here, speaker, queue, due);
            }
        }
    }

    private void speak(Jurisdiction here, SpeakerId speaker, SpeakerQueue queue, SpeakerQueue.Due due) {
        var request = HttpRequest.newBuilder(address.resolve("/" + speaker.value()))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(due.title() + " " + due.words()))
                .build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            queue.end(here, speaker, due.delivery(), status == 204, status == 204 ? "" : "Status " + status);
        } catch (ConnectException nobodyThere) {
            queue.end(here, speaker, due.delivery(), false, "Nobody there");
        } catch (HttpTimeoutException noAnswer) {
            // it may have been spoken
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
