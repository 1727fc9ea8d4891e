package org.planledger.api.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.planledger.api.command.CommandAnswer;
import org.planledger.api.command.PreviewAnswer;
import org.planledger.api.decision.DecisionAnswer;
import org.planledger.api.problem.Problem;
import org.planledger.api.web.Page;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// Completes the schemas of answers with what their records say and the generator does not see:
/// which fields are always there, and which of them may be null.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class DescribingAnswers implements OpenApiCustomizer {
  private final RequestMappingHandlerMapping mapping;

  DescribingAnswers(
      @org.springframework.beans.factory.annotation.Qualifier("requestMappingHandlerMapping")
          RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public void customise(OpenAPI api) {
    for (var type :
        List.of(CommandAnswer.class, PreviewAnswer.class, Problem.class, DecisionAnswer.class)) {
      ModelConverters.getInstance(true)
          .readAll(new AnnotatedType(type))
          .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
    }
    var problem = Objects.requireNonNull(api.getComponents().getSchemas().get("Problem"));
    for (var answer : answers()) {
      var schema = api.getComponents().getSchemas().get(name(answer));
      if (schema != null) {
        complete(schema, answer);
      }
    }
    complete(problem, Problem.class);
    problem.addProperty("decision", Parts.reference("Decision"));
    api.getComponents().getSchemas().forEach(DescribingAnswers::completePage);
  }

  /// A page is generic, and its schemas carry the names of what is on it.
  private static void completePage(String name, Schema<?> schema) {
    if (name.startsWith("Page") && schema.getProperties().keySet().contains("hasMore")) {
      complete(schema, Page.class);
    }
  }

  private static void complete(Schema<?> schema, Class<?> answer) {
    var required = new ArrayList<String>();
    for (var component : answer.getRecordComponents()) {
      var name = component.getName();
      if (isAnything(component)) {
        schema.addProperty(name, anything(component));
      }
      if (isAlwaysThere(component)) {
        required.add(name);
      }
      if (isNullable(component) && isAlwaysThere(component) && !isAnything(component)) {
        schema.getProperties().computeIfPresent(name, (_, was) -> nullable(was));
      }
    }
    schema.setRequired(required);
    schema.setAdditionalProperties(false);
  }

  /// The generator takes a value of any kind for a text.
  private static boolean isAnything(RecordComponent component) {
    return component.getType() == Object.class || component.getType() == JsonNode.class;
  }

  private static Schema<?> anything(RecordComponent component) {
    var schema = new Schema<>(SpecVersion.V31);
    if (component.getType() == JsonNode.class) {
      schema.addType("object");
    }
    var said =
        component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
    if (said != null) {
      schema.setDescription(said.description());
    }
    return schema;
  }

  private static Schema<?> nullable(Schema<?> schema) {
    if (schema.get$ref() == null) {
      if (schema.getTypes() != null) {
        schema.addType("null");
      }
      if (schema.getEnum() != null) {
        addNull(schema);
      }
      return schema;
    }
    var nothing = new Schema<>(SpecVersion.V31);
    nothing.addType("null");
    var either = new Schema<>(SpecVersion.V31);
    either.setDescription(schema.getDescription());
    either.setAnyOf(List.of(new Schema<>(SpecVersion.V31).$ref(schema.get$ref()), nothing));
    return either;
  }

  private static <T> void addNull(Schema<T> schema) {
    var values = new ArrayList<@Nullable T>(schema.getEnum());
    if (!values.contains(null)) {
      values.add(null);
    }
    schema.setEnum(values);
  }

  private static boolean isAlwaysThere(RecordComponent component) {
    return !isLeftOut(component.getAccessor().getAnnotation(JsonInclude.class))
        && !(isLeftOut(component.getDeclaringRecord().getAnnotation(JsonInclude.class))
            && isNullable(component));
  }

  private static boolean isLeftOut(@Nullable JsonInclude include) {
    return include != null && include.value() == Include.NON_NULL;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /// Every record that is part of an answer of a handler.
  private Set<Class<?>> answers() {
    var found = new LinkedHashSet<Class<?>>();
    mapping
        .getHandlerMethods()
        .values()
        .forEach(
            method -> collect(method.getMethod().getGenericReturnType(), found, new HashSet<>()));
    collect(CommandAnswer.class, found, new HashSet<>());
    collect(PreviewAnswer.class, found, new HashSet<>());
    return found;
  }

  private static void collect(Type type, Set<Class<?>> found, Set<Type> seen) {
    if (!seen.add(type)) {
      return;
    }
    switch (type) {
      case Class<?> c when c.isRecord() && c.getName().startsWith("org.planledger") -> {
        found.add(c);
        Stream.of(c.getRecordComponents())
            .forEach(component -> collect(component.getGenericType(), found, seen));
      }
      case ParameterizedType generic -> {
        collect(generic.getRawType(), found, seen);
        Stream.of(generic.getActualTypeArguments()).forEach(each -> collect(each, found, seen));
      }
      case WildcardType wildcard ->
          Stream.of(wildcard.getUpperBounds()).forEach(each -> collect(each, found, seen));
      default -> {}
    }
  }

  private static String name(Class<?> answer) {
    var schema = answer.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
    return schema == null || schema.name().isEmpty() ? answer.getSimpleName() : schema.name();
  }
}
