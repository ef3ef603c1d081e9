package io.qiangcun.core.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlacesOfChoice.Choice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Things as a sheet calls them; blanks and middle dots in a name do not matter. */
public final class SheetNames<T> {

    private final Map<String, List<T>> named;

    private SheetNames(Map<String, List<T>> named) {
        this.named = named;
    }

    /** By code, by name, and by the name that tells one from the others. */
    public static SheetNames<PlaceCode> ofPlaces(List<Choice> places) {
        return of(places, place -> Stream.of(place.code().value(), place.name(), place.fullName()), Choice::code);
    }

    /**
     * @param names all that a thing may be called
     * @param meant what is meant by it
     */
    public static <S, T> SheetNames<T> of(
            Collection<S> things, Function<S, Stream<String>> names, Function<S, T> meant) {
        return new SheetNames<>(things.stream()
                .flatMap(thing -> names.apply(thing)
                        .map(SheetNames::squeezed)
                        .distinct()
                        .map(name -> Map.entry(name, meant.apply(thing))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList()))));
    }

    /** All that are called so. */
    public List<T> called(String typed) {
        return named.getOrDefault(squeezed(typed), List.of());
    }

    /** The one that is called so; none and several are rejected, an empty cell is not. */
    public @Nullable T only(String field, String typed, BindingResult errors) {
        return only(called(typed), field, typed, errors);
    }

    /** The one that was found; none and several are rejected, an empty cell is not. */
    public static <T> @Nullable T only(List<T> found, String field, String typed, BindingResult errors) {
        if (!typed.isEmpty() && found.size() != 1) {
            errors.rejectValue(
                    field,
                    found.isEmpty() ? "core.sheet.unknown" : "core.sheet.several",
                    new Object[] {typed, found.size()},
                    null);
        }
        return typed.isEmpty() || found.size() != 1 ? null : found.get(0);
    }

    private static String squeezed(String name) {
        return name.replaceAll("[\\s·]+", "");
    }
}
