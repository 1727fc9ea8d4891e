package org.planledger.api.openapi;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Optional;
import org.planledger.api.json.RequestShape;
import org.planledger.api.json.ShapeSchemas;

/// The parts that operations are described with.
final class Parts {
  static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
  static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

  private Parts() {}

  static Schema<?> reference(String name) {
    return new Schema<>(SpecVersion.V31).$ref("#/components/schemas/" + name);
  }

  static Schema<?> text(String example) {
    var schema = new Schema<>(SpecVersion.V31);
    schema.addType("string");
    schema.addExample(example);
    return schema;
  }

  static RequestBody body(Class<? extends Record> request, Optional<Object> example) {
    var media = new MediaType().schema(ShapeSchemas.of(RequestShape.of(request)));
    example.ifPresent(media::example);
    return new RequestBody().required(true).content(new Content().addMediaType(JSON, media));
  }

  static ApiResponse answer(String description, Schema<?> schema, Optional<Object> example) {
    var media = new MediaType().schema(schema);
    example.ifPresent(media::example);
    return new ApiResponse()
        .description(description)
        .content(new Content().addMediaType(JSON, media));
  }

  static ApiResponse problem(String description) {
    return problem(description, Optional.empty());
  }

  static ApiResponse problem(String description, Optional<Object> example) {
    var media = new MediaType().schema(reference("Problem"));
    example.ifPresent(media::example);
    return new ApiResponse()
        .description(description)
        .content(new Content().addMediaType(PROBLEM, media));
  }

  static Parameter header(String name, boolean required, String description, String example) {
    return new Parameter()
        .in("header")
        .name(name)
        .required(required)
        .description(description)
        .schema(text(example));
  }

  static Parameter path(String name, String description, String example) {
    return new Parameter()
        .in("path")
        .name(name)
        .required(true)
        .description(description)
        .schema(text(example));
  }

  static Header answerHeader(String description, String example) {
    return new Header().description(description).schema(text(example));
  }
}
