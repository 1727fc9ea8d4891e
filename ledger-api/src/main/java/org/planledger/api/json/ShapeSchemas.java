package org.planledger.api.json;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/// Describes what a request can hold as a JSON schema, from the same shape by which it is read.
public final class ShapeSchemas {

  private ShapeSchemas() {}

  /// The schema of a whole request.
  public static Schema<?> of(RequestShape shape) {
    var schema = typed("object");
    for (var field : shape.fields()) {
      schema.addProperty(field.name(), of(field));
    }
    schema.setRequired(
        shape.fields().stream()
            .filter(field -> !field.optional())
            .map(RequestShape.Field::name)
            .toList());
    schema.setAdditionalProperties(false);
    return schema;
  }

  /// The schema of one field.
  public static Schema<?> of(RequestShape.Field field) {
    var schema = of(field.kind());
    if (!field.description().isEmpty()) {
      schema.setDescription(
          schema.getDescription() == null
              ? field.description()
              : field.description() + " " + schema.getDescription());
    }
    return schema;
  }

  private static Schema<?> of(Kind kind) {
    return switch (kind) {
      case Kind.Text text -> text(text);
      case Kind.Worded worded -> word(worded.word());
      case Kind.Moment _ ->
          typed("string").format("date-time").description("With its offset from UTC.");
      case Kind.Day _ -> typed("string").format("date");
      case Kind.Whole whole -> whole(whole);
      case Kind.Flag _ -> typed("boolean");
      case Kind.Choice choice -> choice(choice);
      case Kind.Amount _ -> of(MoneyFields.SHAPE);
      case Kind.Nested nested -> of(nested.shape());
      case Kind.Many many -> many(many);
      case Kind.Document _ -> typed("object");
      case Kind.ByPart byPart -> {
        var schema = typed("object");
        schema.setAdditionalProperties(of(byPart.number()));
        yield schema;
      }
    };
  }

  private static Schema<?> text(Kind.Text text) {
    var schema = typed("string").minLength(1).maxLength(text.maxCharacters());
    text.form()
        .ifPresent(
            form -> {
              schema.setPattern("^" + form.pattern().pattern() + "$");
              schema.setDescription("This is " + form.inWords() + ".");
            });
    return schema;
  }

  private static Schema<?> word(Word<?> word) {
    var schema = typed("string");
    schema.setPattern("^" + word.form().pattern() + "$");
    schema.setDescription("This is " + word.inWords() + ".");
    schema.addExample(word.example());
    return schema;
  }

  private static Schema<?> whole(Kind.Whole whole) {
    return typed("integer")
        .format(whole.wide() ? "int64" : "int32")
        .minimum(BigDecimal.valueOf(whole.least()))
        .maximum(BigDecimal.valueOf(whole.most()));
  }

  private static Schema<?> choice(Kind.Choice choice) {
    Schema<Object> schema = typed("string");
    schema.setEnum(
        Arrays.stream(choice.constants().getEnumConstants()).<Object>map(Enum::name).toList());
    return schema;
  }

  private static Schema<?> many(Kind.Many many) {
    var schema = typed("array");
    schema.setMaxItems(many.maxItems());
    schema.setUniqueItems(true);
    if (many.minItems() > 0) {
      schema.setMinItems(many.minItems());
    }
    schema.setItems(of(many.each()));
    return schema;
  }

  private static Schema<Object> typed(String type) {
    var schema = new Schema<>(SpecVersion.V31);
    schema.addType(type);
    return schema;
  }

  /// The parameters of a query, in order.
  public static List<RequestShape.Field> parameters(Class<? extends Record> query) {
    return RequestShape.of(query).fields();
  }
}
