package io.qiangcun.access;

import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.Column;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One way into the application, as the controllers declare it. */
record Route(HttpMethod method, String pattern, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)[^}]*}");

    /** All of the application; tests have controllers of their own. */
    static List<Route> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOurs(entry.getValue().getBeanType()))
                // a stream does not end while somebody listens; it is tested where it is written
                .filter(entry -> !entry.getKey()
                        .getProducesCondition()
                        .getProducibleMediaTypes()
                        .contains(MediaType.TEXT_EVENT_STREAM))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(pattern -> methods(entry.getKey().getMethodsCondition().getMethods().stream())
                                .map(method -> new Route(method, pattern, entry.getValue()))))
                .toList();
    }

    private static boolean isOurs(Class<?> controller) {
        var origin =
                String.valueOf(controller.getProtectionDomain().getCodeSource().getLocation());
        return controller.getName().startsWith("io.qiangcun.") && !origin.contains("test");
    }

    private static Stream<HttpMethod> methods(Stream<RequestMethod> declared) {
        var methods = declared.map(RequestMethod::asHttpMethod).toList();
        return methods.isEmpty() ? Stream.of(HttpMethod.GET) : methods.stream();
    }

    boolean isRead() {
        return method.equals(HttpMethod.GET);
    }

    /** Whether its path names something that may not exist. */
    boolean namesSomething() {
        return variables().values().stream().anyMatch(Route::isName);
    }

    boolean hasVariables() {
        return !variables().isEmpty();
    }

    /** The column behind the id in the path, if the path has exactly one id. */
    Optional<String> idColumn() {
        var columns = variables().values().stream()
                .flatMap(type -> columnOf(type).stream())
                .toList();
        return columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
    }

    /** With something plausible for each variable, which does not exist where it could. */
    String withNothingReal(PlaceCode foreign) {
        return filled(type -> plausible(type, foreign, UUID.randomUUID()));
    }

    String with(UUID id, PlaceCode foreign) {
        return filled(type -> plausible(type, foreign, id));
    }

    /** Values for the parameters it cannot do without. */
    Map<String, String> requiredParameters() {
        var values = new LinkedHashMap<String, String>();
        parameters()
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(parameter -> !MultipartFile.class.isAssignableFrom(
                        parameter.nestedIfOptional().getNestedParameterType()))
                .forEach(parameter -> {
                    var declared = parameter.getParameterAnnotation(RequestParam.class);
                    if (declared != null
                            && declared.required()
                            && declared.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
                        var name = declared.value().isEmpty() ? parameter.getParameterName() : declared.value();
                        values.put(
                                String.valueOf(name),
                                plausible(parameter.getParameterType(), new PlaceCode("10"), UUID.randomUUID()));
                    }
                });
        return values;
    }

    private Map<String, Class<?>> variables() {
        var types = new LinkedHashMap<String, Class<?>>();
        parameters()
                .filter(parameter -> parameter.hasParameterAnnotation(PathVariable.class))
                .forEach(parameter -> types.put(nameOf(parameter), parameter.getParameterType()));
        var variables = new LinkedHashMap<String, Class<?>>();
        var matcher = VARIABLE.matcher(pattern);
        while (matcher.find()) {
            variables.put(matcher.group(1), types.getOrDefault(matcher.group(1), String.class));
        }
        return variables;
    }

    private Stream<MethodParameter> parameters() {
        return Arrays.stream(handler.getMethodParameters())
                .peek(parameter -> parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer()));
    }

    private static String nameOf(MethodParameter parameter) {
        var declared = parameter.getParameterAnnotation(PathVariable.class);
        return declared != null && !declared.value().isEmpty()
                ? declared.value()
                : String.valueOf(parameter.getParameterName());
    }

    private String filled(Function<Class<?>, String> value) {
        var path = pattern;
        for (var variable : variables().entrySet()) {
            path = path.replaceAll("\\{" + variable.getKey() + "(:[^}]*)?}", value.apply(variable.getValue()));
        }
        return path;
    }

    private static boolean isName(Class<?> type) {
        return type == String.class
                || type == UUID.class
                || type == PlaceCode.class
                || columnOf(type).isPresent();
    }

    private static Optional<String> columnOf(Class<?> type) {
        return onlyComponent(type)
                .filter(component -> component.getType() == UUID.class)
                .map(component -> component.getAccessor().getAnnotation(Column.class))
                .map(Column::name);
    }

    private static Optional<RecordComponent> onlyComponent(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1
                ? Optional.of(type.getRecordComponents()[0])
                : Optional.empty();
    }

    private static String plausible(Class<?> type, PlaceCode place, UUID id) {
        if (type == PlaceCode.class) {
            return place.value();
        }
        if (type == YearMonth.class) {
            return "2026-10";
        }
        if (type == LocalDate.class) {
            return "2026-10-31";
        }
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        if (type == UUID.class || columnOf(type).isPresent()) {
            return id.toString();
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "1" : "no-such-thing";
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
