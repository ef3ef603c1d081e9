package io.qiangcun.services.request;

import static java.util.stream.Collectors.toSet;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.attachment.Upload;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.services.hint.Hint;
import io.qiangcun.services.hint.HintKind;
import io.qiangcun.services.hint.Hints;
import io.qiangcun.services.request.RequestService.Received;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets anybody ask without an account, and see again what he asked for: with the receipt and the last four digits of his
 * telephone number. What is wrong of the two is never said.
 */
@Component
public class RequestDoor {

    private static final int TAIL = 4;

    private final RequestService requests;
    private final RequestRatings ratings;
    private final RequestQueries queries;
    private final RequestBook book;
    private final Hints hints;
    private final WrongTries tries;
    private final PlaceTree places;
    private final JdbcClient database;
    private final Clock clock;
    private final TransactionTemplate reading;

    RequestDoor(
            RequestService requests,
            RequestRatings ratings,
            RequestQueries queries,
            RequestBook book,
            Hints hints,
            WrongTries tries,
            PlaceTree places,
            JdbcClient database,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.ratings = ratings;
        this.queries = queries;
        this.book = book;
        this.hints = hints;
        this.tries = tries;
        this.places = places;
        this.database = database;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    private record Found(UUID requestId, String placeCode, byte[] phone) {}

    /** Where somebody can say that he lives: townships, each followed by its villages. */
    public List<PlaceNode> places() {
        try (var anywhere = Scope.as(Jurisdiction.everywhere(), Jurisdiction.nowhere())) {
            var today = LocalDate.now(clock);
            var townships = places.all(Jurisdiction.everywhere(), PlaceKind.TOWNSHIP, today);
            var villages = places.all(Jurisdiction.everywhere(), PlaceKind.VILLAGE, today);
            return Stream.concat(townships.stream(), villages.stream())
                    .filter(place -> switch (place.category()) {
                        case TOWNSHIP, SUBDISTRICT, VILLAGE, COMMUNITY -> true;
                        default -> false;
                    })
                    .sorted(Comparator.comparing(place -> place.code().value()))
                    .toList();
        }
    }

    /**
     * Sent twice, it is one request. Whether the place is one of {@link #places()} is checked again.
     *
     * @param ordinary whoever asks says that it is no emergency, whatever his words hint at
     */
    public Received ask(OpenRequest command, List<Upload> photos, boolean ordinary) {
        requireKnown(List.of(command.place()));
        var there = Jurisdiction.within(command.place());
        var found = ordinary
                ? List.<Hint>of()
                : reading(there, () -> hints.in(command.place(), HintKind.EMERGENCY, command.matter()));
        try (var scope = Scope.as(there)) {
            return found.isEmpty()
                    ? requests.ask(there, command, photos)
                    : requests.askAtOnce(there, command, photos, found.get(0));
        }
    }

    /**
     * Complains of an authority: it lies above the one that it is about, which never sees it.
     *
     * @param about the place complained of; null if it is another authority
     */
    public Received complain(OpenRequest command, @Nullable PlaceCode about, List<Upload> photos) {
        requireKnown(about == null ? List.of(command.place()) : List.of(command.place(), about));
        var desk = about == null ? command.place().county() : about.parent().orElseThrow();
        var there = Jurisdiction.within(desk);
        try (var scope = Scope.as(there)) {
            return requests.complain(there, command.at(desk), photos, about);
        }
    }

    private static <T> T reading(Jurisdiction there, Supplier<T> read) {
        try (var scope = Scope.as(there, Jurisdiction.nowhere())) {
            return read.get();
        }
    }

    private void requireKnown(List<PlaceCode> codes) {
        var known = places().stream().map(PlaceNode::code).collect(toSet());
        if (!known.containsAll(codes)) {
            throw new RequestRefused("place", "no-such-place");
        }
    }

    /** Nothing if one of the two is wrong, or too many were. */
    public Optional<CitizenView> open(String receipt, String tail) {
        return find(receipt, tail).map(found -> {
            var there = Jurisdiction.within(new PlaceCode(found.placeCode()));
            try (var scope = Scope.as(there, Jurisdiction.nowhere())) {
                return queries.forCitizen(there, new RequestId(found.requestId()));
            }
        });
    }

    public boolean supply(String receipt, String tail, String words, List<Upload> photos) {
        return act(receipt, tail, (there, id) -> requests.suppliedByCitizen(there, id, words, photos));
    }

    public boolean withdraw(String receipt, String tail, String words) {
        return act(receipt, tail, (there, id) -> requests.withdrawnByCitizen(there, id, words));
    }

    /** Once; silence is no consent. */
    public boolean rate(String receipt, String tail, RequestRatings.Rating rating) {
        return act(receipt, tail, (there, id) -> ratings.rate(there, id, rating));
    }

    public boolean append(String receipt, String tail, String words) {
        return act(receipt, tail, (there, id) -> ratings.append(there, id, words));
    }

    private boolean act(String receipt, String tail, BiConsumer<Jurisdiction, RequestId> verb) {
        var found = find(receipt, tail);
        found.ifPresent(request -> {
            var there = Jurisdiction.within(new PlaceCode(request.placeCode()));
            try (var scope = Scope.as(there)) {
                verb.accept(there, new RequestId(request.requestId()));
            }
        });
        return found.isPresent();
    }

    private Optional<Found> find(String typed, String tail) {
        var digits = Normalizer.normalize(tail, Normalizer.Form.NFKC).strip();
        var receipt = Receipts.typed(typed).orElse("");
        if (receipt.isEmpty() || !digits.matches("\\d{" + TAIL + "}")) {
            return Optional.empty();
        }
        try (var anywhere = Scope.as(Jurisdiction.everywhere(), Jurisdiction.nowhere())) {
            return Optional.ofNullable(reading.execute(status -> known(receipt, digits)))
                    .flatMap(found -> found);
        }
    }

    private Optional<Found> known(String receipt, String digits) {
        if (tries.isClosed(receipt)) {
            return Optional.empty();
        }
        var found = database.sql("select request_id, place_code, phone from services_request where receipt = :receipt")
                .param("receipt", receipt)
                .query((row, index) -> new Found(
                        row.getObject("request_id", UUID.class), row.getString("place_code"), row.getBytes("phone")))
                .optional()
                .filter(request -> new PhoneNumber(book.phoneOf(request.requestId(), request.phone())).hasTail(digits));
        if (found.isEmpty()) {
            tries.wrong(receipt);
        }
        return found;
    }
}
