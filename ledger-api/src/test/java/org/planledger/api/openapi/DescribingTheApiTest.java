package org.planledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planledger.api.command.CommandEndpoint;
import org.planledger.api.command.CommandRoutes;
import org.planledger.api.json.RequestReader;
import org.planledger.api.json.RequestShape;
import org.planledger.api.testing.Contract;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the server says of itself is what it does: path by path, field by field.
@OnEachServer
class DescribingTheApiTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final LedgerServer server;
  private final Contract contract;

  DescribingTheApiTest(LedgerServer server) {
    this.server = server;
    this.contract = Contract.of(server);
  }

  @Test
  void it_is_openapi_3_1() {
    assertThat(contract.description().path("openapi").stringValue()).startsWith("3.1");
  }

  @Test
  void every_path_that_is_served_is_described_and_no_other() {
    var served = new TreeSet<String>();
    for (var mapping : server.part(DispatcherServlet.class).getHandlerMappings()) {
      if (mapping instanceof RequestMappingInfoHandlerMapping annotated) {
        annotated.getHandlerMethods().keySet().forEach(info -> served.addAll(operations(info)));
      }
    }
    var described = new TreeSet<String>();
    operations().forEach(operation -> described.add(operation.name()));
    assertThat(described).isEqualTo(served).hasSizeGreaterThan(50);
  }

  @Test
  void every_operation_has_a_name_of_its_own_a_summary_and_an_example() {
    var names = new ArrayList<String>();
    for (var operation : operations().toList()) {
      names.add(operation.node().path("operationId").stringValue());
      assertThat(operation.node().path("summary").asString("")).as(operation.name()).isNotBlank();
      assertThat(success(operation).path("example").isMissingNode())
          .as("example of the answer of %s", operation.name())
          .isFalse();
      if (operation.name().startsWith("POST")) {
        assertThat(request(operation).path("example").isMissingNode())
            .as("example of the request of %s", operation.name())
            .isFalse();
      }
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void whatever_reads_a_body_may_find_it_too_large_or_of_another_type() {
    for (var operation : operations().filter(o -> o.name().startsWith("POST")).toList()) {
      assertThat(operation.node().path("responses").propertyNames())
          .as(operation.name())
          .contains("400", "413", "415");
    }
  }

  @Test
  void long_work_is_begun_on_nothing_that_could_be_unknown() {
    for (var name : List.of("/v1/sweeps", "/v1/terms-simulations")) {
      var answers = contract.description().path("paths").path(name).path("post").path("responses");
      assertThat(answers.propertyNames()).as(name).contains("202").doesNotContain("404");
    }
  }

  @Test
  void every_example_agrees_with_the_schema_beside_it() {
    for (var operation : operations().toList()) {
      var name = operation.node().path("operationId").stringValue();
      var answer = success(operation);
      var file = name.startsWith("preview") ? "preview" : name;
      assertThat(contract.mismatches(answer.path("schema"), example(file + ".answer.json")))
          .as("the answer of %s", operation.name())
          .isEmpty();
    }
    for (var refused : List.of("refused", "malformed")) {
      var schema = contract.description().at("/components/schemas/Problem");
      assertThat(contract.mismatches(schema, example(refused + ".answer.json")))
          .as(refused)
          .isEmpty();
    }
  }

  @Test
  void every_example_of_a_command_is_accepted_by_the_strict_reader() {
    var reader = server.part(RequestReader.class);
    for (var endpoint : server.part(CommandRoutes.class).endpoints()) {
      var name = uncapitalised(endpoint.name());
      var request = example(name + ".request.json");
      assertThat(reader.read(request, endpoint.request())).isNotNull();
      var schema = contract.operation("POST", endpoint.path()).at("/requestBody/content");
      assertThat(contract.mismatches(schema.path("application/json").path("schema"), request))
          .as(name)
          .isEmpty();
    }
  }

  @Test
  void every_field_of_a_command_is_described_as_it_is_read() {
    for (var endpoint : server.part(CommandRoutes.class).endpoints()) {
      for (var path : List.of(endpoint.path(), endpoint.path() + CommandEndpoint.PREVIEW)) {
        var schema =
            contract
                .operation("POST", path)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        var shape = RequestShape.of(endpoint.request());
        assertThat(schema.path("properties").propertyNames())
            .containsExactlyInAnyOrderElementsOf(
                shape.fields().stream().map(RequestShape.Field::name).toList());
        assertThat(schema.path("required").valueStream().map(JsonNode::stringValue))
            .containsExactlyInAnyOrderElementsOf(
                shape.fields().stream()
                    .filter(field -> !field.optional())
                    .map(RequestShape.Field::name)
                    .toList());
        assertThat(schema.path("additionalProperties").booleanValue()).isFalse();
      }
    }
  }

  @Test
  void there_is_a_page_to_try_it() {
    var page = server.http().get("/swagger-ui/index.html").expect(200);
    assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
    assertThat(server.http().get("/v3/api-docs/swagger-config").expect(200).text("/url"))
        .isEqualTo("/v3/api-docs");
  }

  /// One described operation.
  private record Operation(String name, JsonNode node) {}

  private Stream<Operation> operations() {
    return contract.description().path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        method ->
                            new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT)
                                    + " "
                                    + path.getKey(),
                                method.getValue())));
  }

  private static List<String> operations(RequestMappingInfo info) {
    return info.getPatternValues().stream()
        .filter(path -> path.startsWith("/v1"))
        .flatMap(
            path ->
                info.getMethodsCondition().getMethods().stream()
                    .map(RequestMethod::name)
                    // What takes the rest of a path is a variable like any other.
                    .map(method -> method + " " + path.replace("{*", "{")))
        .toList();
  }

  private static JsonNode success(Operation operation) {
    var responses = operation.node().path("responses");
    var response =
        Stream.of("201", "202", "200")
            .map(responses::path)
            .filter(found -> !found.isMissingNode())
            .findFirst()
            .orElseThrow();
    var content = response.path("content");
    return content.has("application/json")
        ? content.path("application/json")
        : content.valueStream().findFirst().orElseThrow();
  }

  private static JsonNode request(Operation operation) {
    var content = operation.node().path("requestBody").path("content");
    // A file is described by the beginning of one.
    return content.has("application/json")
        ? content.path("application/json")
        : content.path("text/csv");
  }

  private static JsonNode example(String file) {
    var stream = DescribingTheApiTest.class.getResourceAsStream("/openapi/examples/" + file);
    assertThat(stream).as(file).isNotNull();
    return JSON.readTree(stream);
  }

  private static String uncapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
