package org.planledger.core.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.Inputs;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.RegionCode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Writes the ledger's value types as the plain text they stand for, also as names in an object,
/// and sets in the order of their elements.
final class ValueModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  ValueModule() {
    super("ledger values");
    text(PlanId.class, PlanId::toString, PlanId::of);
    text(CaseId.class, CaseId::toString, CaseId::of);
    text(DeviceId.class, DeviceId::value, DeviceId::new);
    text(AccountRef.class, AccountRef::value, AccountRef::new);
    text(Edition.class, Edition::id, Edition::new);
    text(ModelCode.class, ModelCode::code, ModelCode::new);
    text(RegionCode.class, RegionCode::code, RegionCode::new);
    text(Part.class, Part::code, Part::new);
    text(LineKey.class, LineKey::hex, LineKey::ofHex);
    addSerializer(new SetWriter());
    addSerializer(Inputs.class, new InputsWriter());
    addDeserializer(Inputs.class, new InputsReader());
  }

  private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
    addSerializer(type, new TextWriter<>(write, JsonGenerator::writeString));
    addKeySerializer(type, new TextWriter<>(write, JsonGenerator::writeName));
    addDeserializer(type, new TextReader<>(type, read));
    addKeyDeserializer(type, new TextKeyReader<>(type, read));
  }

  @FunctionalInterface
  private interface Output {
    void accept(JsonGenerator generator, String text);
  }

  private static final class TextWriter<T> extends ValueSerializer<T> {
    private final Function<T, String> text;
    private final Output output;

    TextWriter(Function<T, String> text, Output output) {
      this.text = text;
      this.output = output;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
      output.accept(generator, text.apply(value));
    }
  }

  private static final class TextReader<T> extends FromStringDeserializer<T> {
    private final Function<String, T> value;

    TextReader(Class<T> type, Function<String, T> value) {
      super(type);
      this.value = value;
    }

    /// What a value type does not take becomes an error that names the place in the document.
    @Override
    protected T _deserialize(String text, DeserializationContext context) {
      return value.apply(text);
    }
  }

  private static final class TextKeyReader<T> extends KeyDeserializer {
    private final Class<T> type;
    private final Function<String, T> value;

    TextKeyReader(Class<T> type, Function<String, T> value) {
      this.type = type;
      this.value = value;
    }

    @Override
    public Object deserializeKey(String text, DeserializationContext context) {
      try {
        return value.apply(text);
      } catch (IllegalArgumentException e) {
        return context.handleWeirdKey(type, text, "%s", e.getMessage());
      }
    }
  }

  /// The JDK's own sets iterate in an order that changes with every start of the program.
  private static final class SetWriter extends StdSerializer<Set<?>> {
    SetWriter() {
      super(Set.class);
    }

    @Override
    public void serialize(Set<?> set, JsonGenerator generator, SerializationContext context) {
      generator.writeStartArray();
      set.stream().sorted().forEach(element -> context.writeValue(generator, element));
      generator.writeEndArray();
    }
  }

  /// Inputs keep the order in which the rule looked at them, all the way down.
  private static final class InputsWriter extends ValueSerializer<Inputs> {
    @Override
    public void serialize(Inputs inputs, JsonGenerator generator, SerializationContext context) {
      write(inputs.values(), generator);
    }

    private static void write(Object value, JsonGenerator generator) {
      switch (value) {
        case String text -> generator.writeString(text);
        case Long number -> generator.writeNumber(number);
        case Boolean flag -> generator.writeBoolean(flag);
        case List<?> list -> {
          generator.writeStartArray();
          list.forEach(element -> write(element, generator));
          generator.writeEndArray();
        }
        case Map<?, ?> map -> {
          generator.writeStartObject();
          map.forEach(
              (name, element) -> {
                generator.writeName(String.valueOf(name));
                write(element, generator);
              });
          generator.writeEndObject();
        }
        default -> throw new IllegalArgumentException(value.getClass() + " is no rule's input");
      }
    }
  }

  private static final class InputsReader extends ValueDeserializer<Inputs> {
    @Override
    public Inputs deserialize(JsonParser parser, DeserializationContext context) {
      var map =
          context
              .getTypeFactory()
              .constructMapType(LinkedHashMap.class, String.class, Object.class);
      return new Inputs(context.readValue(parser, map));
    }
  }
}
