package org.planledger.api.finance.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RememberingFeesTest {

  private final ToldFees fees = new ToldFees();

  @Test
  void open_are_fees_that_nothing_has_settled_and_those_that_somebody_has_to_look_at() {
    var random = new Random(20261128);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      ids.add(new UUID(random.nextLong(), random.nextLong()).toString());
      fees.put(ids.get(i), i == 4_997);
    }
    ids.subList(0, 4_996).forEach(fees::settle);
    fees.question(ids.getFirst());
    fees.question(UUID.randomUUID().toString());
    assertThat(open()).containsExactly(ids.get(0), ids.get(4_996), ids.get(4_998), ids.get(4_999));
    assertThat(fees.size()).isEqualTo(5_000);
  }

  @Test
  void an_id_that_is_no_uuid_in_its_usual_form_is_told_as_it_was() {
    var capitals = "01890A5D-AC96-774B-BCCE-B302099A8057";
    fees.put("fee 1", false);
    fees.put(capitals, false);
    fees.put("fee 2", true);
    fees.settle(capitals.toLowerCase(java.util.Locale.ROOT));
    fees.settle("fee 1");
    assertThat(open()).containsExactly(capitals);
    fees.question("fee 2");
    assertThat(open()).containsExactly(capitals, "fee 2");
    assertThat(fees.size()).isEqualTo(3);
  }

  private List<String> open() {
    List<String> open = new ArrayList<>();
    fees.forEachOpen(open::add);
    return open;
  }
}
