package org.planledger.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.planledger.api.json.RequestShape;
import org.planledger.api.json.ShapeSchemas;
import org.planledger.api.web.FileBody;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.api.web.RequestOf;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// Describes what the handlers of reads take: their parameters come from the records by which they
/// are read.
@Component
final class DescribingReads implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    operation.setParameters(null);
    for (var parameter : method.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(Query.class)) {
        query(parameter).forEach(operation::addParametersItem);
      }
      if (parameter.getParameterType() == Paging.class) {
        paging(operation);
      }
    }
    var body = method.getMethodAnnotation(RequestOf.class);
    if (body != null) {
      operation.setRequestBody(
          Parts.body(body.value(), Examples.request(operation.getOperationId())));
    }
    var file = method.getMethodAnnotation(FileBody.class);
    if (file != null) {
      operation.setRequestBody(file(file));
    }
    answers(operation, method);
    return operation;
  }

  private static java.util.List<Parameter> query(MethodParameter parameter) {
    var shape = RequestShape.of(parameter.getParameterType().asSubclass(Record.class));
    return shape.fields().stream().map(DescribingReads::parameter).toList();
  }

  private static Parameter parameter(RequestShape.Field field) {
    var schema = ShapeSchemas.of(field);
    var parameter =
        new Parameter()
            .in("query")
            .name(field.name())
            .required(!field.optional())
            .description(schema.getDescription());
    if (schema.getTypes() != null && schema.getTypes().contains("array")) {
      parameter.setExplode(false);
    }
    return parameter.schema(schema);
  }

  private static RequestBody file(FileBody file) {
    var schema = new Schema<>(SpecVersion.V31);
    schema.addType("string");
    return new RequestBody()
        .required(true)
        .description("The file, byte for byte.")
        .content(
            new Content()
                .addMediaType("text/csv", new MediaType().schema(schema).example(file.example()))
                .addMediaType("application/octet-stream", new MediaType().schema(schema))
                .addMediaType("application/xml", new MediaType().schema(schema)));
  }

  private static void paging(Operation operation) {
    Schema<?> size = Parts.text("50");
    size.setTypes(java.util.Set.of("integer"));
    size.setExamples(null);
    size.setMinimum(BigDecimal.ONE);
    size.setMaximum(BigDecimal.valueOf(Paging.MAX_ROWS));
    operation.addParametersItem(
        new Parameter()
            .in("query")
            .name("pageSize")
            .description("How many rows, at most; %d by default.".formatted(Paging.DEFAULT_ROWS))
            .schema(size));
    Schema<?> cursor = Parts.text("");
    cursor.setExamples(null);
    operation.addParametersItem(
        new Parameter()
            .in("query")
            .name("cursor")
            .description("`next` of the page before; nothing but `pageSize` goes beside it.")
            .schema(cursor));
  }

  private static void answers(Operation operation, HandlerMethod method) {
    var example = Examples.answer(operation.getOperationId());
    operation
        .getResponses()
        .values()
        .forEach(
            response ->
                response.getContent().values().forEach(media -> example.ifPresent(media::example)));
    var responses = operation.getResponses();
    responses.addApiResponse("400", Parts.problem("Malformed; `errors` names every flaw."));
    boolean longWork = responses.containsKey("202");
    boolean takesFile = method.hasMethodAnnotation(FileBody.class);
    boolean readsBody = method.hasMethodAnnotation(RequestOf.class) || takesFile;
    if (takesFile) {
      responses.addApiResponse("413", Parts.problem("The file is too large."));
      responses.addApiResponse("415", Parts.problem("The body is no file by its type."));
    } else if (readsBody) {
      responses.addApiResponse("413", Parts.problem("The body is too large."));
      responses.addApiResponse("415", Parts.problem("The body is no JSON by its type."));
    }
    if (hasPathVariable(method) || (readsBody && !longWork)) {
      responses.addApiResponse("404", Parts.problem("Unknown."));
    }
    if (operation.getOperationId().equals("proveAbsence")) {
      responses.addApiResponse("422", Parts.problem("The serial number was bound."));
    }
    if (operation.getOperationId().equals("readDossier")) {
      responses.addApiResponse("406", Parts.problem("No form in which there are dossiers."));
    }
    if (longWork) {
      responses.addApiResponse("503", Parts.problem("One is running already; try again."));
    } else if (hasPathVariable(method) || readsBody) {
      responses.addApiResponse(
          "503", Parts.problem("A newer version of the program is needed, or try again."));
    }
    if (takes(operation, "atPosition") && takes(operation, "cursor")) {
      Objects.requireNonNull(responses.get("200"))
          .addHeaderObject(
              Paging.POSITION,
              Parts.answerHeader("The position of which a list of the past tells.", "1200"));
    }
    if (takes(operation, "minPosition")) {
      responses.addApiResponse("503", Parts.problem("The list is not there yet; try again."));
    }
  }

  private static boolean takes(Operation operation, String parameter) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> p.getName().equals(parameter));
  }

  private static boolean hasPathVariable(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(
            p ->
                p.hasParameterAnnotation(
                    org.springframework.web.bind.annotation.PathVariable.class));
  }
}
