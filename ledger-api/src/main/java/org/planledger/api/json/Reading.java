package org.planledger.api.json;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.TermsBook;
import tools.jackson.databind.JsonNode;

/// One reading of one request. A value that cannot be read is null here, and a flaw says why; the
/// reading goes on, so that one answer names all that is wrong.
final class Reading {
  /// Enough to correct a form; a body full of rubbish is not listed in full.
  private static final int MAX_FLAWS = 50;

  private final Flaw.Place place;
  private final TermsBook terms;
  private final Scalars scalars;
  private final List<Flaw> flaws = new ArrayList<>();

  Reading(Flaw.Place place, TermsBook terms, Instant now, RequestLimits limits) {
    this.place = place;
    this.terms = terms;
    this.scalars = new Scalars(now, limits, this::flaw);
  }

  List<Flaw> flaws() {
    return List.copyOf(flaws);
  }

  /// The record in an object, or null.
  @Nullable Object record(JsonNode node, RequestShape shape, Pointer at) {
    if (!node.isObject()) {
      return wrongType(at, node, "an object with " + String.join(", ", shape.names()));
    }
    var before = flaws.size();
    for (var name : node.propertyNames()) {
      if (!shape.names().contains(name)) {
        flaw(
            at.to(name),
            place == Flaw.Place.BODY ? FlawCode.UNKNOWN_FIELD : FlawCode.UNKNOWN_PARAMETER,
            "this is not known here; known are " + String.join(", ", shape.names()));
      }
    }
    var values = new @Nullable Object[shape.fields().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = field(node, shape.fields().get(i), at);
    }
    return flaws.size() > before ? null : instance(shape, values);
  }

  private @Nullable Object field(JsonNode object, RequestShape.Field field, Pointer at) {
    var here = at.to(field.name());
    var node = object.get(field.name());
    if (node == null || (node.isNull() && field.optional())) {
      if (field.optional()) {
        return Optional.empty();
      }
      flaw(here, FlawCode.MISSING, "this field is required: " + expected(field.kind()));
      return null;
    }
    var value = value(node, field.kind(), here);
    return field.optional() && value != null ? Optional.of(value) : value;
  }

  private @Nullable Object value(JsonNode node, Kind kind, Pointer at) {
    return switch (kind) {
      case Kind.Text text -> node.isString() ? scalars.text(node, text, at) : type(at, node, kind);
      case Kind.Worded worded ->
          node.isString() ? word(node.stringValue(), worded.word(), at) : type(at, node, kind);
      case Kind.Moment moment ->
          node.isString() ? scalars.moment(node, moment, at) : type(at, node, kind);
      case Kind.Day _ -> node.isString() ? scalars.day(node, at) : type(at, node, kind);
      case Kind.Whole whole ->
          node.isIntegralNumber() ? scalars.whole(node, whole, at) : type(at, node, kind);
      case Kind.Flag _ -> node.isBoolean() ? node.booleanValue() : type(at, node, kind);
      case Kind.Choice choice ->
          node.isString() ? scalars.choice(node, choice, at) : type(at, node, kind);
      case Kind.Amount _ -> node.isObject() ? amount(node, at) : type(at, node, kind);
      case Kind.Nested nested -> record(node, nested.shape(), at);
      case Kind.Many many -> node.isArray() ? list(node, many, at) : type(at, node, kind);
      case Kind.Document _ -> node.isObject() ? node : type(at, node, kind);
      case Kind.ByPart byPart -> node.isObject() ? map(node, byPart, at) : type(at, node, kind);
    };
  }

  private @Nullable Object amount(JsonNode node, Pointer at) {
    var read = record(node, MoneyFields.SHAPE, at);
    return read instanceof MoneyFields fields ? scalars.money(fields, at) : null;
  }

  private @Nullable Object list(JsonNode node, Kind.Many many, Pointer at) {
    if (node.size() > many.maxItems()) {
      flaw(at, FlawCode.TOO_LONG, "at most %d items fit here".formatted(many.maxItems()));
      return null;
    }
    if (node.size() < many.minItems()) {
      flaw(at, FlawCode.EMPTY, "at least %d is expected here".formatted(many.minItems()));
      return null;
    }
    var before = flaws.size();
    var seen = new HashSet<>();
    var values = new ArrayList<Object>();
    for (int i = 0; i < node.size(); i++) {
      var value = value(node.get(i), many.each(), at.to(i));
      if (value != null && !seen.add(value)) {
        flaw(at.to(i), FlawCode.DUPLICATE_VALUE, "this stands in the list before; name it once");
      }
      if (value != null) {
        values.add(value);
      }
    }
    return flaws.size() > before ? null : List.copyOf(values);
  }

  private @Nullable Object map(JsonNode node, Kind.ByPart byPart, Pointer at) {
    var before = flaws.size();
    var values = new LinkedHashMap<Part, Integer>();
    for (var entry : node.properties()) {
      var here = at.to(entry.getKey());
      var part = word(entry.getKey(), Word.of(Part.class).orElseThrow(), here);
      var number = value(entry.getValue(), byPart.number(), here);
      if (part instanceof Part named && number instanceof Integer months) {
        values.put(named, months);
      }
    }
    return flaws.size() > before ? null : Map.copyOf(values);
  }

  private @Nullable Object word(String text, Word<?> word, Pointer at) {
    if (text.isBlank()) {
      flaw(at, FlawCode.EMPTY, "an empty text; " + word.inWords() + " is expected");
      return null;
    }
    var objection =
        word.form().matcher(text).matches()
            ? word.objection().apply(text, terms)
            : Optional.of(
                new Word.Objection(
                    FlawCode.BAD_FORMAT,
                    "this is not %s, such as %s".formatted(word.inWords(), word.example())));
    objection.ifPresent(reason -> flaw(at, reason.code(), reason.detail()));
    return objection.isPresent() ? null : word.of().apply(text);
  }

  private @Nullable Object type(Pointer at, JsonNode node, Kind expected) {
    return wrongType(at, node, expected(expected));
  }

  private @Nullable Object wrongType(Pointer at, JsonNode node, String expected) {
    flaw(at, FlawCode.WRONG_TYPE, "%s is expected, not %s".formatted(expected, found(node)));
    return null;
  }

  private void flaw(Pointer at, FlawCode code, String detail) {
    if (flaws.size() < MAX_FLAWS) {
      flaws.add(new Flaw(place, at.text(), code, detail));
    }
  }

  private static String expected(Kind kind) {
    return switch (kind) {
      case Kind.Text text ->
          text.form().map(Kind.Form::inWords).orElse("a text in quotation marks");
      case Kind.Worded worded -> worded.word().inWords();
      case Kind.Moment _ -> Scalars.MOMENT_IN_WORDS;
      case Kind.Day _ -> Scalars.DAY_IN_WORDS;
      case Kind.Whole whole ->
          "a whole number from %d to %d".formatted(whole.least(), whole.most());
      case Kind.Flag _ -> "true or false";
      case Kind.Choice choice -> "one of " + Scalars.names(choice);
      case Kind.Amount _ -> "money such as {\"minor\": 15900, \"currency\": \"USD\"}";
      case Kind.Nested nested -> "an object with " + String.join(", ", nested.shape().names());
      case Kind.Many _ -> "a list";
      case Kind.Document _ -> "a document as an object";
      case Kind.ByPart _ -> "an object with whole numbers by component";
    };
  }

  private static String found(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "a text";
      case NUMBER -> node.isIntegralNumber() ? "a whole number" : "a number with a fraction";
      case BOOLEAN -> "true or false";
      case NULL -> "null; leave out a field that has no value";
      case BINARY, MISSING, POJO -> "something else";
    };
  }

  /// The components are all there and of their types, so only a constructor that refuses them
  /// could fail, and that is a fault of ours.
  private static Object instance(RequestShape shape, @Nullable Object[] values) {
    var components = shape.type().getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = shape.type().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + shape.type(), e);
    }
  }
}
