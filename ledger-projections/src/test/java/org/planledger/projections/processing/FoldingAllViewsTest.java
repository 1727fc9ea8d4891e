package org.planledger.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.planledger.core.json.EventCatalogue;
import org.planledger.projections.testing.FollowedLedger;
import org.planledger.projections.testing.OnEachFollowedLedger;

@OnEachFollowedLedger
class FoldingAllViewsTest {

  private final FollowedLedger followed;

  FoldingAllViewsTest(FollowedLedger followed) {
    this.followed = followed;
  }

  @Test
  void all_views_folded_in_one_pass_are_what_they_were_when_they_followed() {
    assertThat(followed.ledger().rebuild(Views.all(), 500).run(_ -> {}))
        .isEqualTo(followed.ledger().head());
    for (var view : Views.all()) {
      assertThat(followed.rows(view)).as(view.name()).isEqualTo(followed.rowsWhenFollowed(view));
    }
  }

  @Test
  void the_history_they_are_tried_on_has_every_event_there_is() {
    Set<Class<?>> seen = new HashSet<>();
    followed.ledger().events().forEach(recorded -> seen.add(recorded.event().getClass()));
    assertThat(seen).isEqualTo(EventCatalogue.events());
  }

  @Test
  void no_row_holds_a_serial_or_anything_but_references() {
    // Whatever a table has must be known here: a new column is looked at before it is let in.
    var columns =
        Views.all().stream()
            .flatMap(view -> view.tables().stream())
            .flatMap(table -> List.of(table.columnNames().split(", ")).stream())
            .distinct()
            .sorted()
            .toList();
    assertThat(columns).containsExactly(COLUMNS.split("\\s+"));
  }

  private static final String COLUMNS =
      """
      actor amount_minor available bound_at bound_position cancelled captured_minor case_id \
      cause centre_id clause client closed_at corrected_at corrected_to currency device_id \
      discounts_total discounts_used dispatched due_back_at due_back_minor due_back_position edition \
      effective_at ended ended_as ended_at ended_on ends_on event_id exit_requested_at \
      extended_warranty fee_id fee_position flight_record from_on goodwill happened_at \
      idempotency_key in_time kind lapsed_from last_plan_id maintained maintenance_total \
      maintenance_used mode model number open_cases open_minor opened_at order_on ordinal \
      owned_by_provider paid_at paid_minor paid_position part payment_reference plan_id \
      plan_type position posted_month posted_on predecessor process product_returned_on \
      purchased_at purpose quoted_at quoted_minor quoted_position receipts recorded_at recovered_at \
      recovered_position refunded_at refunded_minor region replaced_at replaced_in \
      replaced_under replacements_total replacements_used reserved restricted returned_at \
      reward sample send_back_in send_back_on sequence service source stage state status \
      successor total trace_id type undone until_on used waits_for zone""";

  @Test
  void a_page_has_a_size_that_memory_can_hold() {
    for (int events : new int[] {0, 20_001}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> followed.ledger().rebuild(Views.all(), events))
          .withMessage("a page has 1 to 20000 events");
    }
  }
}
