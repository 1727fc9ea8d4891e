package org.planledger.core.json;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

/// The one form in which the ledger stores its values as JSON, and how it is read back.
///
/// Equal values are always the same bytes, because hashes are taken over them: members stand in the
/// order in which the type declares them, maps and sets are sorted, what is absent is left out,
/// moments are ISO 8601 in UTC. Reading is tolerant where time may have passed since the writing:
/// unknown members are ignored. A missing or malformed value is an error all the same.
public final class LedgerJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new ValueModule())
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(Include.NON_ABSENT))
          .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.FAIL_ON_ORDER_MAP_BY_INCOMPARABLE_KEY)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
          .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private LedgerJson() {}

  /// The value as UTF-8 JSON.
  public static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /// Reads what [#write] wrote, today or long ago.
  ///
  /// @throws StoredJsonException if that is not what these bytes are
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      var reason = "What is stored cannot be read as " + type.getSimpleName() + ": " + reason(e);
      throw namesAnUnknownConstant(e)
          ? StoredJsonException.newer(reason)
          : StoredJsonException.senseless(reason, e);
    }
  }

  /// The mapper itself, for upcasters and others that work on trees.
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /// Constants are only ever added, by newer versions.
  private static boolean namesAnUnknownConstant(JacksonException e) {
    return e instanceof InvalidFormatException format
        && format.getTargetType() != null
        && format.getTargetType().isEnum();
  }

  private static String reason(JacksonException e) {
    return e.getOriginalMessage() + " at " + e.getPathReference();
  }
}
