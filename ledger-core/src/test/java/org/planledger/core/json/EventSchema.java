package org.planledger.core.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.reference.AccountRef;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.RegionCode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes down the newest form of an event as a JSON Schema (2020-12). It goes by the types that
/// the form is made from, and what their comments say.
final class EventSchema {

  private static final String UUID_FORM =
      "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
  private static final String HASH_FORM = "^[0-9a-f]{64}$";
  private static final String SNAKE_FORM = "^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$";
  private static final String DAY_FORM = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
  private static final String MOMENT_FORM =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$";

  /// How values are written that stand for themselves in one text.
  private static final Map<Class<?>, String> TEXTS =
      Map.ofEntries(
          Map.entry(PlanId.class, UUID_FORM),
          Map.entry(CaseId.class, UUID_FORM),
          Map.entry(UUID.class, UUID_FORM),
          Map.entry(DeviceId.class, HASH_FORM),
          Map.entry(AccountRef.class, HASH_FORM),
          Map.entry(ModelCode.class, SNAKE_FORM),
          Map.entry(Part.class, SNAKE_FORM),
          Map.entry(RegionCode.class, "^[A-Z]{2}$"),
          Map.entry(Currency.class, "^[A-Z]{3}$"),
          Map.entry(Edition.class, "^[0-9]{4}-(0[1-9]|1[0-2])$"),
          Map.entry(LocalDate.class, DAY_FORM),
          Map.entry(Instant.class, MOMENT_FORM),
          Map.entry(ZoneId.class, "^[A-Za-z0-9_+\\-]+(/[A-Za-z0-9_+\\-]+)*$"));

  private static final Map<Class<?>, String> FORMATS =
      Map.of(
          PlanId.class, "uuid",
          CaseId.class, "uuid",
          UUID.class, "uuid",
          LocalDate.class, "date",
          Instant.class, "date-time");

  /// What members are that mean the same wherever they stand.
  private static final Map<String, String> EVERYWHERE =
      Map.ofEntries(
          Map.entry("actor", "The person or system that asked for it."),
          Map.entry("approvedBy", "The second person, who agreed; never the actor."),
          Map.entry("confirmedBy", "Who confirmed it for the provider."),
          Map.entry("sha256", "A SHA-256 in lower-case hexadecimal."),
          Map.entry("reference", "Where the private value is kept, until it is erased."),
          Map.entry("codes", "The grounds of refusal, by the catalogue's codes."),
          Map.entry("components", "How many of each component arrived, by its name in the terms."),
          Map.entry("damagedParts", "The damaged components, by their names in the terms."),
          Map.entry("findings", "The exclusions that were found."),
          Map.entry("lines", "The parts that are repaired, with what the customer pays for each."),
          Map.entry("centreId", "The repair centre, by its own name."),
          Map.entry("paymentReference", "What the payment is called where it was captured."),
          Map.entry("controllerLinked", "Whether the controller came linked to the device."),
          Map.entry(
              "inOfficialWarrantyScope", "Whether the official warranty answers for the damage."),
          Map.entry(
              "freeAlternativeAcknowledged",
              "Whether the customer knew of a warranty that would have served for nothing."),
          Map.entry("dataPrepared", "Whether the customer said that personal data was backed up."),
          Map.entry(
              "zone", "A time zone of the IANA data base, in which contract days are counted."),
          Map.entry("effectiveOn", "The contract day on which the cover begins."),
          Map.entry("returnedOn", "The day on which the product was returned."),
          Map.entry("purchasedOn", "The day on which the product was bought."),
          Map.entry("warrantyStartsOn", "The first day of the official warranty."),
          Map.entry("version", "The name of the version."),
          Map.entry("acceptedAt", "When it was accepted."),
          Map.entry("givenAt", "When it was given."),
          Map.entry("exclusion", "The id of the exclusion in the catalogue."));

  private final SourceDocs docs;
  private final ObjectNode root = JsonMapper.shared().createObjectNode();
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  private EventSchema(SourceDocs docs) {
    this.docs = docs;
  }

  /// The schema of the newest form of an event.
  static ObjectNode of(Class<?> event, SourceDocs docs) {
    return new EventSchema(docs).describe(event);
  }

  private ObjectNode describe(Class<?> event) {
    var stored = EventCatalogue.of(event);
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "/v1/event-schemas/%s/%s".formatted(stored.name(), stored.revision()));
    root.put("title", "%s, revision %s".formatted(stored.name(), stored.revision()));
    docs.of(event).ifPresent(text -> root.put("description", text));
    object(root, event);
    var all = root.putObject("$defs");
    definitions.forEach(all::set);
    return root;
  }

  private void object(ObjectNode schema, Class<?> type) {
    schema.put("type", "object");
    var properties = schema.putObject("properties");
    var required = schema.putArray("required");
    for (var component : type.getRecordComponents()) {
      properties.set(component.getName(), member(type, component));
      if (component.getType() != Optional.class) {
        required.add(component.getName());
      }
    }
    schema.put("additionalProperties", false);
  }

  private ObjectNode member(Class<?> type, RecordComponent component) {
    var schema = JsonMapper.shared().createObjectNode();
    description(type, component).ifPresent(text -> schema.put("description", text));
    value(schema, component.getGenericType());
    if (component.getName().equals("sha256")) {
      schema.put("pattern", HASH_FORM);
    }
    return schema;
  }

  /// By the word of the record, or of the interface that it implements, or else what such a member
  /// means everywhere. A member of a type of ours is described by its type as well.
  private Optional<String> description(Class<?> type, RecordComponent component) {
    var name = component.getName();
    return docs.of(type, name)
        .or(
            () ->
                Stream.of(CaseEvent.class, PlanEvent.class, DeviceEvent.class)
                    .filter(each -> each.isAssignableFrom(type))
                    .flatMap(each -> docs.ofMethod(each, name).stream())
                    .findFirst())
        .or(() -> Optional.ofNullable(EVERYWHERE.get(name)));
  }

  private void value(ObjectNode schema, Type type) {
    switch (type) {
      case ParameterizedType generic -> many(schema, generic);
      case Class<?> plain -> plain(schema, plain);
      default -> throw new AssertionError(type + " cannot be stored");
    }
  }

  private void many(ObjectNode schema, ParameterizedType type) {
    var element = type.getActualTypeArguments()[0];
    if (type.getRawType() == Optional.class) {
      value(schema, element);
    } else if (type.getRawType() == List.class) {
      value(schema.put("type", "array").putObject("items"), element);
    } else if (type.getRawType() == Set.class) {
      value(schema.put("type", "array").put("uniqueItems", true).putObject("items"), element);
    } else if (type.getRawType() == Map.class) {
      schema.put("type", "object");
      value(schema.putObject("propertyNames"), element);
      value(schema.putObject("additionalProperties"), type.getActualTypeArguments()[1]);
    } else {
      throw new AssertionError(type + " cannot be stored");
    }
  }

  private void plain(ObjectNode schema, Class<?> type) {
    if (type == String.class) {
      schema.put("type", "string");
    } else if (type == boolean.class || type == Boolean.class) {
      schema.put("type", "boolean");
    } else if (type == int.class || type == long.class || type == Integer.class) {
      schema.put("type", "integer");
    } else if (TEXTS.containsKey(type) && type.getName().startsWith("java.")) {
      text(schema, type);
    } else {
      definition(type);
      schema.put("$ref", "#/$defs/" + type.getSimpleName());
    }
  }

  private static void text(ObjectNode schema, Class<?> type) {
    schema.put("type", "string");
    Optional.ofNullable(FORMATS.get(type)).ifPresent(format -> schema.put("format", format));
    schema.put("pattern", TEXTS.get(type));
  }

  private void definition(Class<?> type) {
    if (definitions.containsKey(type.getSimpleName())) {
      return;
    }
    var schema = JsonMapper.shared().createObjectNode();
    definitions.put(type.getSimpleName(), schema);
    docs.of(type).ifPresent(text -> schema.put("description", text));
    if (TEXTS.containsKey(type)) {
      text(schema, type);
    } else if (type.isEnum()) {
      schema.put("type", "string");
      var constants = schema.putArray("enum");
      Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(constants::add);
    } else if (type.isRecord()) {
      object(schema, type);
    } else {
      throw new AssertionError(type + " cannot be stored");
    }
  }
}
