package org.planledger.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerHttp;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.store.LedgerEvents;

/// What is wrong with the commands that serve, refuse, pay back and end is named by its place, and
/// nothing is written.
@OnEachServer
class RefusingBadServiceInputTest {
  private static final String AT = "\"2023-03-02T10:00:00Z\"";

  private final Desk desk;
  private final LedgerEvents events;

  RefusingBadServiceInputTest(LedgerServer server) {
    desk = new Desk(server);
    events = server.part(LedgerEvents.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          repair-discount-claims | {"claimedAt": AT, "lines": []} | /lines | EMPTY
          repair-discount-claims | {"claimedAt": AT, "lines": [{"part": "GIMBAL", "material": {"minor": 1, "currency": "EUR"}, "labour": {"minor": 1, "currency": "USD"}}]} | /lines/0/material/currency | FOREIGN_CURRENCY
          repair-discount-claims | {"claimedAt": AT, "lines": [{"part": "WING", "material": {"minor": 1, "currency": "USD"}, "labour": {"minor": 1, "currency": "USD"}}]} | /lines/0/part | UNKNOWN_PART
          repair-discount-claims | {"claimedAt": AT, "lines": [{"part": "GIMBAL", "material": {"minor": -1, "currency": "USD"}, "labour": {"minor": 1, "currency": "USD"}}]} | /lines/0/material/minor | OUT_OF_RANGE
          repair-discount-claims | {"claimedAt": AT, "lines": [{"part": "GIMBAL", "material": {"minor": 1, "currency": "USD"}, "labour": {"minor": 1, "currency": "USD"}}, {"part": "GIMBAL", "material": {"minor": 2, "currency": "USD"}, "labour": {"minor": 1, "currency": "USD"}}]} | /lines/1/part | DUPLICATE_VALUE
          maintenance-confirmations | {"confirmedAt": AT} | /wornParts | MISSING
          maintenance-confirmations | {"confirmedAt": "2023-03-02", "wornParts": []} | /confirmedAt | BAD_FORMAT
          repair-completions | {"completedAt": AT, "fullPrice": "yes"} | /fullPrice | WRONG_TYPE
          repair-completions | {"completedAt": AT, "newModel": "MAVIC_3"} | /newModel | DOES_NOT_FIT
          fee-refunds | {"amount": {"minor": 1, "currency": "EUR"}, "refundedAt": AT, "reason": "x"} | /amount/currency | FOREIGN_CURRENCY
          fee-refunds | {"amount": {"minor": 1, "currency": "USD"}, "refundedAt": AT, "reason": "x", "purpose": "TIP"} | /purpose | UNKNOWN_VALUE
          fee-refunds | {"amount": {"minor": 1, "currency": "USD"}, "refundedAt": AT, "reason": "x", "approvedBy": "Zoë"} | /approvedBy | BAD_FORMAT
          refusals | {"at": AT} | /reason | MISSING
          refusals | {"at": AT, "reason": "x", "codes": ["NO_SUCH"]} | /codes/0 | UNKNOWN_VALUE
          refusals | {"at": AT, "reason": "x", "findings": [{"exclusion": "X-Z-99"}]} | /findings/0/exclusion | UNKNOWN_EXCLUSION
          waivers | {"at": AT, "reason": "x", "codes": [], "approvedBy": "bob"} | /codes | EMPTY
          waivers | {"at": AT, "reason": "x", "codes": ["EXCLUDED"]} | /approvedBy | MISSING
          receipt-corrections | {"receivedAt": AT, "reason": "x"} | /approvedBy | MISSING
          receipt-corrections | {"receivedAt": AT, "reason": "x", "approvedBy": "bob", "instead": {"receivedAt": AT}} | /instead/components | MISSING
          receipt-corrections | {"receivedAt": AT, "reason": "x", "approvedBy": "bob", "instead": {"receivedAt": AT, "components": [{"part": "GIMBAL", "quantity": 1}, {"part": "GIMBAL", "quantity": 2}]}} | /instead/components/1/part | DUPLICATE_VALUE
          assessment-corrections | {"reason": "x", "approvedBy": "bob"} | /instead | MISSING
          assessment-corrections | {"reason": "x", "approvedBy": "bob", "instead": {"assessedAt": "2099-01-01T00:00:00Z", "cause": "ACCIDENT", "damagedParts": [], "inOfficialWarrantyScope": false, "findings": []}} | /instead/assessedAt | IN_THE_FUTURE
          recovered-returns | {"returnedAt": "2099-01-01T00:00:00Z"} | /returnedAt | IN_THE_FUTURE
          """)
  void a_step_of_a_case_with_one_flaw_names_it(
      String step, String body, String pointer, FlawCode code) {
    var plan = desk.sell("ONE_YEAR");
    var opened = plan.open("REPAIR", plan.bind("MAVIC_3"), "2023-03-01T20:00:00Z");
    assertFlaw(opened.path() + "/" + step, body, pointer, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          product-returns | {"returnedOn": "2098-01-01", "reference": "shop"} | /returnedOn | IN_THE_FUTURE
          product-returns | {"returnedOn": AT, "reference": "shop"} | /returnedOn | BAD_FORMAT
          product-returns | {"returnedOn": "2023-02-01", "reference": " "} | /reference | EMPTY
          returns | {} | /requestedAt | MISSING
          returns | {"requestedAt": AT, "refund": 5} | /refund | UNKNOWN_FIELD
          exit-requests | {"at": "2023-03-02T10:00:00"} | /at | OFFSET_MISSING
          exit-confirmations | {"at": AT, "confirmedBy": ""} | /confirmedBy | EMPTY
          terms-upgrades | {"at": AT, "edition": "july"} | /edition | BAD_FORMAT
          terms-upgrades | {"at": AT} | /edition | MISSING
          link-corrections | {"kind": "ACCOUNT", "linkedAt": AT, "approvedBy": "bob"} | /reason | MISSING
          link-corrections | {"kind": "ACCOUNT", "linkedAt": AT, "approvedBy": "bob", "reason": "x", "instead": {"kind": "RADIO", "reference": "r", "linkedAt": AT}} | /instead/kind | UNKNOWN_VALUE
          binding-corrections | {"wrongSerialNumber": "ABCD123456", "device": {}, "reason": "x", "approvedBy": "bob"} | /device/serialNumber | MISSING
          """)
  void a_step_of_a_plan_with_one_flaw_names_it(
      String step, String body, String pointer, FlawCode code) {
    var plan = desk.sell("ONE_YEAR");
    assertFlaw(plan.path() + "/" + step, body, pointer, code);
  }

  private void assertFlaw(String path, String body, String pointer, FlawCode code) {
    var before = events.head();
    var answer =
        desk.http()
            .to("POST", path)
            .key(LedgerHttp.newKey())
            .header("If-Match", "\"0\"")
            .json(body.replace("AT", AT))
            .send()
            .expect(400);
    assertThat(answer.text("/code")).isEqualTo("MALFORMED_REQUEST");
    assertThat(answer.text("/errors/0/pointer")).as("%s", answer).isEqualTo(pointer);
    assertThat(answer.text("/errors/0/code")).isEqualTo(code.name());
    assertThat(answer.text("/errors/0/detail")).isNotBlank();
    assertThat(events.head()).isEqualTo(before);
  }
}
