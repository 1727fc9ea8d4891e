package org.planledger.api.openapi;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.planledger.api.command.CommandEndpoint;
import org.planledger.api.command.CommandRoutes;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Contract;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerHttp;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whoever copies an example of a command out of the description has it accepted, on a plan that
/// has come so far. What comes before it is made of the examples as well, some of them altered;
/// only the serial numbers are new for every plan.
@OnEachServer
class SendingTheExamplesTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SERIAL_OF_THE_EXAMPLES = "1581F5BKD2000001";
  private static final String OTHER_SERIALS = "1581F5BKD20000\\d\\d";

  /// What has to have happened before each command.
  private static final Map<String, List<String>> BEFORE =
      Map.ofEntries(
          entry("PurchasePlan", List.of()),
          entry("BindDevice", List.of("PurchasePlan of no device")),
          entry("CorrectBinding", List.of("PurchasePlan")),
          entry("CorrectLink", List.of("PurchasePlan", "RecordLink")),
          entry("CorrectReceipt", received()),
          entry("CorrectAssessment", assessed("ClaimReplacement")),
          entry("RecordLink", List.of("PurchasePlan")),
          entry("RecordUnlink", List.of("PurchasePlan", "RecordLink to the controller")),
          entry("OpenCase", List.of("PurchasePlan")),
          entry("RecordShipmentIn", List.of("PurchasePlan", "OpenCase")),
          entry("RecordReceipt", List.of("PurchasePlan", "OpenCase")),
          entry("RecordAssessment", received()),
          entry("ClaimReplacement", assessed()),
          entry("PayServiceFee", assessed("ClaimReplacement")),
          entry("ShipReplacement", assessed("ClaimReplacement", "PayServiceFee")),
          entry("ClaimRepairDiscount", assessed()),
          entry("CompleteRepair", assessed("ClaimRepairDiscount", "PayServiceFee as quoted")),
          entry(
              "ConfirmMaintenance",
              List.of("PurchasePlan", "OpenCase to maintain", "RecordReceipt with the controller")),
          entry("RefuseService", assessed()),
          entry("WaiveRefusal", List.of("PurchasePlan", "OpenCase")),
          entry("RefundFee", assessed("ClaimReplacement", "PayServiceFee", "RefuseService")),
          entry("WithdrawCase", List.of("PurchasePlan", "OpenCase")),
          entry("LapseCase", List.of("PurchasePlan", "OpenCase")),
          entry("UploadFlightRecord", lost()),
          entry(
              "FileFlyawayReport",
              lost(
                  "UploadFlightRecord",
                  "RecordAssessment of a loss",
                  "ClaimReplacement of a loss")),
          entry("CancelFlyawayReport", reported()),
          entry("ReportRecovered", reported("PayServiceFee as quoted")),
          entry("RecordRecoveredReturn", reported("PayServiceFee as quoted", "ReportRecovered")),
          entry("RecordProductReturn", List.of("PurchasePlan")),
          entry("ReturnPlan", List.of("PurchasePlan", "RecordProductReturn")),
          entry("RequestExit", List.of("PurchasePlan")),
          entry("ConfirmExit", List.of("PurchasePlan", "RequestExit")),
          entry("UpgradeTerms", List.of("PurchasePlan")));

  /// How an example is altered where another command needs it so.
  private static final Map<String, Consumer<ObjectNode>> ALTERED =
      Map.ofEntries(
          entry("of no device", purchase -> purchase.remove("device")),
          entry("to the controller", link -> link.put("kind", "CONTROLLER")),
          entry("to maintain", application -> application.put("type", "MAINTENANCE")),
          entry(
              "with the controller",
              receipt ->
                  ((ArrayNode) receipt.path("components"))
                      .addObject()
                      .put("part", "REMOTE_CONTROLLER")
                      .put("quantity", 1)),
          entry(
              "of a loss at sea",
              application ->
                  application
                      .put("type", "FLYAWAY")
                      .put("submittedAt", "2025-08-11T10:00:00-07:00")
                      .put("incidentAt", "2025-08-10T17:00:00-07:00")),
          entry(
              "of a loss",
              step -> {
                if (step.has("mode")) {
                  step.put("mode", "FLYAWAY").put("claimedAt", "2025-08-12T12:00:00-07:00");
                } else {
                  step.put("cause", "FLYAWAY").put("assessedAt", "2025-08-12T11:00:00-07:00");
                  step.putArray("damagedParts");
                }
              }));

  private final LedgerServer server;
  private final Desk desk;
  private final Contract contract;

  SendingTheExamplesTest(LedgerServer server) {
    this.server = server;
    this.desk = new Desk(server);
    this.contract = Contract.of(server);
  }

  @Test
  void every_example_of_a_command_is_accepted_and_so_is_its_rehearsal() {
    var endpoints = new LinkedHashMap<String, CommandEndpoint<?>>();
    for (var endpoint : server.part(CommandRoutes.class).endpoints()) {
      endpoints.put(endpoint.name(), endpoint);
    }
    assertThat(BEFORE).containsOnlyKeys(endpoints.keySet());
    var refused = new TreeMap<String, String>();
    BEFORE.forEach(
        (command, before) -> {
          var plan = new Copied(endpoints);
          before.forEach(step -> plan.send(step).expect(201));
          var preview = plan.rehearse(command);
          var answer = plan.send(command);
          if (!preview.at("/wouldApply").booleanValue() || answer.status() != 201) {
            refused.put(command, preview + "\n" + answer);
          }
        });
    assertThat(refused).isEmpty();
  }

  private static List<String> received(String... more) {
    return steps(List.of("PurchasePlan", "OpenCase", "RecordReceipt"), more);
  }

  private static List<String> assessed(String... more) {
    return steps(received("RecordAssessment"), more);
  }

  private static List<String> lost(String... more) {
    return steps(
        List.of(
            "PurchasePlan",
            "RecordLink",
            "RecordLink to the controller",
            "OpenCase of a loss at sea"),
        more);
  }

  private static List<String> reported(String... more) {
    return steps(
        lost(
            "UploadFlightRecord",
            "RecordAssessment of a loss",
            "ClaimReplacement of a loss",
            "FileFlyawayReport"),
        more);
  }

  private static List<String> steps(List<String> first, String... more) {
    var all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  /// A plan that examples are sent to.
  private final class Copied {
    private final Map<String, CommandEndpoint<?>> endpoints;
    private final String serial = Desk.newSerial();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private String tag = "*";

    private Copied(Map<String, CommandEndpoint<?>> endpoints) {
      this.endpoints = endpoints;
    }

    /// @param step a command, or a command and how its example is altered
    Answer send(String step) {
      var command = step.split(" ", 2)[0];
      var endpoint = endpoint(command);
      var path = path(endpoint);
      var request =
          desk.http().to("POST", path).key(LedgerHttp.newKey()).json(body(step).toString());
      if (endpoint.guarded()) {
        request.header("If-Match", tag);
      }
      var answer = contract.check("POST", path, request.send());
      answer.header("ETag").ifPresent(etag -> tag = etag);
      for (var id : List.of("planId", "caseId")) {
        if (answer.at("/" + id).isString()) {
          ids.put(id, answer.text("/" + id));
        }
      }
      return answer;
    }

    Answer rehearse(String command) {
      var path = path(endpoint(command)) + CommandEndpoint.PREVIEW;
      var request = desk.http().to("POST", path).json(body(command).toString());
      return contract.check("POST", path, request.send()).expect(200);
    }

    private CommandEndpoint<?> endpoint(String command) {
      var endpoint = endpoints.get(command);
      assertThat(endpoint).as(command).isNotNull();
      return endpoint;
    }

    private String path(CommandEndpoint<?> endpoint) {
      var path = endpoint.path();
      for (var id : ids.entrySet()) {
        path = path.replace("{" + id.getKey() + "}", id.getValue());
      }
      return path;
    }

    private ObjectNode body(String step) {
      var words = step.split(" ", 2);
      var example = (ObjectNode) example(words[0]);
      if (words.length == 2) {
        if (words[1].equals("as quoted")) {
          example.set("amount", quoted());
        } else {
          Objects.requireNonNull(ALTERED.get(words[1]), step).accept(example);
        }
      }
      return example;
    }

    private JsonNode example(String command) {
      var example = contract.operation("POST", endpoint(command).path());
      var text = example.at("/requestBody/content/application~1json/example").toString();
      return JSON.readTree(
          text.replace(SERIAL_OF_THE_EXAMPLES, serial).replaceAll(OTHER_SERIALS, Desk.newSerial()));
    }

    private JsonNode quoted() {
      var state =
          desk.get(path(endpoint("PayServiceFee")).replaceFirst("/[^/]+$", "")).at("/state");
      return state.path("claim").isNull()
          ? state.at("/discountClaim/total")
          : state.at("/claim/fee/amount");
    }
  }
}
