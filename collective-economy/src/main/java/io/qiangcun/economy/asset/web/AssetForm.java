package io.qiangcun.economy.asset.web;

import io.qiangcun.core.place.Point;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.asset.AssetId;
import io.qiangcun.economy.asset.AssetKind;
import io.qiangcun.economy.asset.AssetQueries;
import io.qiangcun.economy.asset.AssetUse;
import io.qiangcun.economy.asset.Standing;
import io.qiangcun.economy.asset.WriteAsset;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A card as it is typed. */
record AssetForm(
        String id,
        String version,
        String book,

        @NotBlank(message = "{economy.asset.refused.missing}") @Size(max = 40)
        String number,

        @NotBlank(message = "{economy.asset.refused.missing}") @Size(max = 60)
        String name,

        String kind,
        @Size(max = 100) String location,
        @Size(max = 12) String longitude,
        @Size(max = 12) String latitude,
        @Size(max = 30) String quantity,
        @Size(max = 10) String unit,
        @Size(max = 30) String cost,
        String acquiredOn,
        String inUseOn,
        @Size(max = 4) String months,
        @Size(max = 8) String salvagePercent,
        @Size(max = 30) String chargedBefore,
        String chargedUntil,
        String use,
        String standing) {

    private static final int DEGREES = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    AssetForm {
        id = given(id);
        version = given(version);
        book = given(book);
        number = given(number);
        name = given(name);
        kind = given(kind);
        location = given(location);
        longitude = given(longitude);
        latitude = given(latitude);
        quantity = given(quantity);
        unit = given(unit);
        cost = given(cost);
        acquiredOn = given(acquiredOn);
        inUseOn = given(inUseOn);
        months = given(months);
        salvagePercent = given(salvagePercent);
        chargedBefore = given(chargedBefore);
        chargedUntil = given(chargedUntil);
        use = given(use);
        standing = given(standing);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static AssetForm empty(BookId book, LocalDate today) {
        return new AssetForm(
                AssetId.next().toString(),
                "",
                book.toString(),
                "",
                "",
                AssetKind.BUILDING.name(),
                "",
                "",
                "",
                "",
                "",
                "",
                today.toString(),
                "",
                "",
                "",
                "",
                "",
                AssetUse.BUSINESS.name(),
                Standing.OWN.name());
    }

    static AssetForm of(AssetQueries.View asset) {
        var months = asset.months();
        var until = asset.chargedUntil();
        return new AssetForm(
                asset.assetId().toString(),
                Long.toString(asset.version()),
                asset.bookId().toString(),
                asset.number(),
                asset.name(),
                asset.kind().name(),
                asset.location(),
                plain(asset.longitude()),
                plain(asset.latitude()),
                plain(asset.quantity()),
                asset.unit(),
                asset.cost().toPlainString(),
                asset.acquiredOn().toString(),
                asset.inUseOn().toString(),
                months == null ? "" : months.toString(),
                plain(asset.salvagePercent()),
                asset.chargedBefore().signum() == 0 ? "" : asset.chargedBefore().toPlainString(),
                until == null ? "" : until.toString(),
                asset.use().name(),
                asset.standing().name());
    }

    /** The same, of the card it was begun for, whatever was sent. */
    AssetForm of(AssetId card, BookId of) {
        return new AssetForm(
                card.toString(),
                version,
                of.toString(),
                number,
                name,
                kind,
                location,
                longitude,
                latitude,
                quantity,
                unit,
                cost,
                acquiredOn,
                inUseOn,
                months,
                salvagePercent,
                chargedBefore,
                chargedUntil,
                use,
                standing);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    BookId bookId() {
        return Typed.sent(BookId::valueOf, book);
    }

    long stand() {
        return Typed.sent(Long::parseLong, version);
    }

    /** Empty if something is wrong with what was typed. */
    Optional<WriteAsset> toCommand(BindingResult errors) {
        var came = Typed.date("acquiredOn", acquiredOn, errors);
        var used = Typed.date("inUseOn", inUseOn, errors);
        var price = TypedMoney.money("cost", cost, errors);
        var many = TypedMoney.number("quantity", quantity, 4, errors);
        var lasts = Typed.count("months", months, errors);
        var salvage = TypedMoney.number("salvagePercent", salvagePercent, 2, errors);
        var before = TypedMoney.money("chargedBefore", chargedBefore, errors);
        var until = Typed.date("chargedUntil", chargedUntil, errors);
        if (came == null && !errors.hasFieldErrors("acquiredOn")) {
            errors.rejectValue("acquiredOn", "economy.asset.refused.missing");
        }
        refuseBelowNought("cost", price == null ? null : price.yuan(), errors);
        refuseBelowNought("chargedBefore", before == null ? null : before.yuan(), errors);
        if (many != null && many.signum() <= 0) {
            errors.rejectValue("quantity", "economy.asset.refused.nought");
        }
        if (lasts != null && lasts == 0) {
            errors.rejectValue("months", "economy.asset.refused.nought");
        }
        if (salvage != null && (salvage.signum() < 0 || salvage.compareTo(HUNDRED) >= 0)) {
            errors.rejectValue("salvagePercent", "economy.asset.refused.salvage");
        }
        var point = point(errors);
        if (errors.hasErrors() || came == null) {
            return Optional.empty();
        }
        return Optional.of(new WriteAsset(
                Typed.sent(AssetId::valueOf, id),
                bookId(),
                number.strip(),
                name.strip(),
                Typed.sent(AssetKind::valueOf, kind),
                location.strip(),
                point,
                many,
                unit.strip(),
                price == null ? Money.ZERO : price,
                came,
                used == null ? came : used,
                lasts,
                salvage == null ? BigDecimal.ZERO : salvage,
                before == null ? Money.ZERO : before,
                until,
                Typed.sent(AssetUse::valueOf, use),
                Typed.sent(Standing::valueOf, standing)));
    }

    private @Nullable Point point(BindingResult errors) {
        var east = TypedMoney.number("longitude", longitude, DEGREES, errors);
        var north = TypedMoney.number("latitude", latitude, DEGREES, errors);
        if (east == null && north == null) {
            return null;
        }
        var point = east == null || north == null ? Optional.<Point>empty() : Point.of(east, north);
        if (point.isEmpty() && !errors.hasFieldErrors("longitude") && !errors.hasFieldErrors("latitude")) {
            errors.rejectValue("longitude", "economy.asset.refused.no-point");
        }
        return point.orElse(null);
    }

    private static void refuseBelowNought(String field, @Nullable BigDecimal number, BindingResult errors) {
        if (number != null && number.signum() < 0) {
            errors.rejectValue(field, "economy.asset.refused.negative");
        }
    }
}
