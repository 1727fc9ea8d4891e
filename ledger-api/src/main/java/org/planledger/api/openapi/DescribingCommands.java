package org.planledger.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Optional;
import org.planledger.api.command.CommandEndpoint;
import org.planledger.api.command.CommandRoutes;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Describes every command and its rehearsal, from the same entries by which they are served.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DescribingCommands implements OpenApiCustomizer {
  private static final List<Parameter> CALLER =
      List.of(
          Parts.header("Ledger-Client", false, "The system that asks; `trial` by default.", "desk"),
          Parts.header("Ledger-Actor", false, "Who asks through it; `trial` by default.", "ann"),
          Parts.header(
              "traceparent",
              false,
              "W3C Trace Context; kept with the events.",
              "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
  private static final Parameter IF_MATCH =
      Parts.header(
          "If-Match", false, "The `ETag` the plan must still have, or 412 is answered.", "\"17\"");
  private static final Parameter IF_MATCH_REQUIRED =
      Parts.header(
          "If-Match",
          true,
          "The `ETag` the plan must still have, or 412 is answered; 428 without one.",
          "\"17\"");
  static final Parameter IDEMPOTENCY_KEY =
      Parts.header(
          "Idempotency-Key",
          true,
          "A new one for each command, the same one to repeat it: 16 to 255 printable ASCII"
              + " characters, bare or in quotation marks.",
          "7f9c24e8-3b12-4fef-91e0-56a2d5a0e5b1");

  private final CommandRoutes routes;

  DescribingCommands(CommandRoutes routes) {
    this.routes = routes;
  }

  @Override
  public void customise(OpenAPI api) {
    for (var endpoint : routes.endpoints()) {
      at(api, endpoint.path()).setPost(command(endpoint));
      at(api, endpoint.path() + CommandEndpoint.PREVIEW).setPost(preview(endpoint));
    }
  }

  private static PathItem at(OpenAPI api, String path) {
    return api.getPaths().computeIfAbsent(path, _ -> new PathItem());
  }

  private static Operation command(CommandEndpoint<?> endpoint) {
    var operation = operation(endpoint, uncapitalised(endpoint.name()), endpoint.summary());
    operation
        .addParametersItem(IDEMPOTENCY_KEY)
        .addParametersItem(endpoint.guarded() ? IF_MATCH_REQUIRED : IF_MATCH);
    var accepted =
        Parts.answer(
            "Accepted, or accepted before under the same key.",
            Parts.reference("CommandAccepted"),
            Examples.answer(operation.getOperationId()));
    accepted.addHeaderObject("Location", Parts.answerHeader("What was made.", "/v1/plans/..."));
    accepted.addHeaderObject("ETag", Parts.answerHeader("For `If-Match`.", "\"17\""));
    accepted.addHeaderObject(
        "Idempotency-Hit", Parts.answerHeader("Present on a repeated answer.", "true"));
    var responses = responses(endpoint);
    if (endpoint.guarded()) {
      responses.addApiResponse("428", Parts.problem("`If-Match` is missing."));
    }
    return operation.responses(
        responses
            .addApiResponse("201", accepted)
            .addApiResponse(
                "422",
                Parts.problem(
                    "Refused by a rule; the decision is kept. Or the key was used otherwise.",
                    Examples.answer("refused")))
            .addApiResponse("409", Parts.problem("Another change came first; try again."))
            .addApiResponse(
                "503", Parts.problem("Busy, outcome unknown, or a newer version is needed.")));
  }

  private static Operation preview(CommandEndpoint<?> endpoint) {
    var operation =
        operation(
            endpoint,
            "preview" + endpoint.name(),
            "Rehearse: " + uncapitalised(endpoint.summary()));
    operation.addParametersItem(IF_MATCH);
    return operation.responses(
        responses(endpoint)
            .addApiResponse(
                "503", Parts.problem("A newer version of the program is needed; see `detail`."))
            .addApiResponse(
                "200",
                Parts.answer(
                    "What would become of the command. Nothing is kept.",
                    Parts.reference("Preview"),
                    Examples.answer("preview"))));
  }

  private static Operation operation(
      CommandEndpoint<?> endpoint, String operationId, String summary) {
    var operation =
        new Operation()
            .operationId(operationId)
            .summary(summary)
            .addTagsItem(endpoint.path().contains("/cases") ? "Cases" : "Plans")
            .requestBody(
                Parts.body(endpoint.request(), Examples.request(uncapitalised(endpoint.name()))));
    PathVariables.of(endpoint.path()).forEach(operation::addParametersItem);
    CALLER.forEach(operation::addParametersItem);
    return operation;
  }

  private static ApiResponses responses(CommandEndpoint<?> endpoint) {
    var responses =
        new ApiResponses()
            .addApiResponse(
                "400",
                Parts.problem(
                    "Malformed; `errors` names every flaw.", Examples.answer("malformed")))
            .addApiResponse("412", Parts.problem("`If-Match` does not match."))
            .addApiResponse("413", Parts.problem("Too large."))
            .addApiResponse("415", Parts.problem("Not JSON."));
    return endpoint.path().contains("{")
        ? responses.addApiResponse("404", Parts.problem("Unknown plan or case."))
        : responses;
  }

  private static String uncapitalised(String name) {
    return Optional.of(name)
        .map(text -> Character.toLowerCase(text.charAt(0)) + text.substring(1))
        .orElseThrow();
  }
}
