package org.planledger.api.json;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Part;
import tools.jackson.databind.node.ObjectNode;

/// What a request record takes, read off its components: the type says what a field is, `Optional`
/// that it may be left out, and `@Size`, `@Min`, `@Max`, `@Pattern`, [Lines] and [BusinessMoment]
/// how far it goes. A text without a limit is a mistake of the programmer and stops the start.
///
/// @param type the record
/// @param fields in the order of its components
public record RequestShape(Class<? extends Record> type, List<Field> fields) {

  /// Lists without a limit of their own end here.
  static final int DEFAULT_MAX_ITEMS = 100;

  private static final Map<Class<?>, RequestShape> KNOWN = new ConcurrentHashMap<>();

  /// One field of a request.
  ///
  /// @param description for people; empty if its name says all
  public record Field(String name, Kind kind, boolean optional, String description) {}

  /// The shape of a request record; throws `IllegalStateException` if a component of it cannot be
  /// read strictly.
  public static RequestShape of(Class<? extends Record> type) {
    var known = KNOWN.get(type);
    if (known == null) {
      var fields = Arrays.stream(type.getRecordComponents()).map(RequestShape::field).toList();
      known = new RequestShape(type, fields);
      KNOWN.putIfAbsent(type, known);
    }
    return known;
  }

  List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  private static Field field(RecordComponent component) {
    var type = component.getGenericType();
    var optional = raw(type) == Optional.class;
    return new Field(
        name(component),
        kind(optional ? argument(type, 0) : type, component),
        optional,
        annotation(component, Schema.class).map(Schema::description).orElse(""));
  }

  /// A name that is a word of the language stands in the annotation.
  private static String name(RecordComponent component) {
    return annotation(component, Schema.class)
        .map(Schema::name)
        .filter(named -> !named.isEmpty())
        .orElseGet(component::getName);
  }

  private static Kind kind(Type type, RecordComponent component) {
    var raw = raw(type);
    if (raw == List.class) {
      var size = annotation(component, Size.class);
      return new Kind.Many(
          single(raw(argument(type, 0)), component),
          size.map(Size::min).orElse(0),
          size.map(Size::max).orElse(DEFAULT_MAX_ITEMS));
    }
    if (raw == Map.class && argument(type, 0) == Part.class) {
      return new Kind.ByPart(whole(component, false));
    }
    return single(raw, component);
  }

  private static Kind single(Class<?> type, RecordComponent component) {
    if (type == String.class) {
      return text(component);
    }
    if (type == Instant.class) {
      return new Kind.Moment(component.isAnnotationPresent(BusinessMoment.class));
    }
    if (type == LocalDate.class) {
      return new Kind.Day();
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return whole(component, type == long.class || type == Long.class);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Kind.Flag();
    }
    if (type == ObjectNode.class) {
      return new Kind.Document();
    }
    if (type == Money.class) {
      return new Kind.Amount();
    }
    if (type.isEnum()) {
      @SuppressWarnings("unchecked") // an enum class is a class of its own constants
      var constants = (Class<? extends Enum<?>>) type;
      return new Kind.Choice(constants);
    }
    var word = Word.of(type);
    if (word.isPresent()) {
      return new Kind.Worded(word.get());
    }
    if (type.isRecord()) {
      return new Kind.Nested(of(type.asSubclass(Record.class)));
    }
    throw new IllegalStateException("no request can hold a " + type + ": " + component);
  }

  private static Kind.Text text(RecordComponent component) {
    var size =
        annotation(component, Size.class)
            .orElseThrow(() -> new IllegalStateException("a text without @Size: " + component));
    var form =
        annotation(component, Pattern.class)
            .map(p -> new Kind.Form(java.util.regex.Pattern.compile(p.regexp()), p.message()));
    return new Kind.Text(size.max(), component.isAnnotationPresent(Lines.class), form);
  }

  private static Kind.Whole whole(RecordComponent component, boolean wide) {
    return new Kind.Whole(
        annotation(component, Min.class).map(Min::value).orElse(0L),
        annotation(component, Max.class).map(Max::value).orElse((long) Integer.MAX_VALUE),
        wide);
  }

  /// Annotations of others are not made for record components, but land on their accessors.
  private static <A extends Annotation> Optional<A> annotation(
      RecordComponent component, Class<A> type) {
    @Nullable A found = component.getAccessor().getAnnotation(type);
    return Optional.ofNullable(found);
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
