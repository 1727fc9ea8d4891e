package org.planledger.core.axon;

import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.planledger.core.json.EventCatalogue;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.json.StoredType;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/// How Axon's messages become bytes: the ledger's events under the names of their catalogue and in
/// their stored form, metadata as an object of texts, and whatever else Axon keeps, such as tokens,
/// by Axon's own serialiser for Jackson 3.
///
/// Upcasters see an event as a tree of JSON (`tools.jackson.databind.JsonNode`).
public final class LedgerSerializer implements Serializer {

  private final Serializer general = general();

  /// Axon's own serialiser, for tokens and the like.
  public static Serializer general() {
    // A replay token names the class of the tokens inside it; without leave for these it could be
    // written but never read back.
    var ofAxon =
        BasicPolymorphicTypeValidator.builder()
            .allowIfSubType("org.axonframework.")
            .allowIfSubType("java.lang.String")
            .build();
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(ofAxon))
        .build();
  }

  @Override
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    return switch (object) {
      case MetaData metadata ->
          content(LedgerJson.write(texts(metadata)), representation, typeForClass(MetaData.class));
      case Object event when EventCatalogue.holds(event.getClass()) ->
          content(LedgerJson.write(event), representation, typeForClass(event.getClass()));
      case null, default -> general.serialize(object, representation);
    };
  }

  private <T> SerializedObject<T> content(
      byte[] json, Class<T> representation, SerializedType type) {
    return new SimpleSerializedObject<>(
        getConverter().convert(json, representation), representation, type);
  }

  /// In the order of their names, so that equal metadata are equal bytes.
  private static Map<String, String> texts(MetaData metadata) {
    var texts = new TreeMap<String, String>();
    metadata.forEach(
        (name, value) -> {
          if (!(value instanceof String text)) {
            throw new SerializationException(
                "metadata are texts, and " + name + " is a " + value.getClass().getName());
          }
          texts.put(name, text);
        });
    return texts;
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return getConverter().canConvert(byte[].class, representation);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <S, T> T deserialize(SerializedObject<S> serialized) {
    var type = serialized.getType();
    if (isEvent(type)) {
      return (T) event(type, bytes(serialized));
    }
    return general.deserialize(serialized);
  }

  /// Streams are brought up to date before they are read. What Axon keeps elsewhere, such as a dead
  /// letter, comes here in the form that it was written in.
  private Object event(SerializedType type, byte[] payload) {
    var stored = stored(type);
    if (isKnown(stored) && !EventCatalogue.isNewest(stored)) {
      var newest = Upcasters.upcast(type, payload, Upcasters.chain(), this).getFirst();
      return EventCatalogue.read(stored(newest.getType()), bytes(newest.getData()));
    }
    return EventCatalogue.read(stored, payload);
  }

  private static boolean isKnown(StoredType stored) {
    return !EventCatalogue.isNewer(stored);
  }

  private byte[] bytes(SerializedObject<?> serialized) {
    return getConverter().convert(serialized, byte[].class).getData();
  }

  /// The class of events of this name, whichever of their revisions it is; Axon's
  /// [UnknownSerializedType] for what only a newer version of the program can have written.
  @Override
  public Class<?> classForType(SerializedType type) {
    if (isEvent(type)) {
      return isKnown(stored(type))
          ? EventCatalogue.named(type.getName()).orElseThrow()
          : UnknownSerializedType.class;
    }
    return general.classForType(type);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(@Nullable Class type) {
    if (type != null && EventCatalogue.holds(type)) {
      var stored = EventCatalogue.of(type);
      return new SimpleSerializedType(stored.name(), stored.revision());
    }
    return general.typeForClass(type);
  }

  @Override
  public Converter getConverter() {
    return general.getConverter();
  }

  /// The names of our events are plain; those of classes, which Axon stores, have a package.
  private static boolean isEvent(SerializedType type) {
    return !type.equals(SerializedType.emptyType()) && type.getName().indexOf('.') < 0;
  }

  private static StoredType stored(SerializedType type) {
    return new StoredType(type.getName(), String.valueOf(type.getRevision()));
  }
}
