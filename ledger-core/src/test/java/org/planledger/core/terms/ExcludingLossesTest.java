package org.planledger.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.terms.ExclusionLevel.CASE;
import static org.planledger.core.terms.ExclusionLevel.CASE_UNLESS_MISSING_MATERIAL_PAID;
import static org.planledger.core.terms.ExclusionLevel.COST;
import static org.planledger.core.terms.ExclusionLevel.PART;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Excluding losses (clause 2.4.2)")
class ExcludingLossesTest {

  private static final Set<Service> OF_THE_PLAN =
      EnumSet.complementOf(EnumSet.of(Service.OFFICIAL_WARRANTY));

  private final Terms terms = ReleasedTerms.edition202210();

  @Test
  void the_edition_has_26_exclusions() {
    assertThat(terms.exclusionIds())
        .containsExactly(
            "X-D-01", "X-D-02", "X-G-01", "X-G-02", "X-G-03", "X-G-04", "X-G-05", "X-G-06",
            "X-G-07", "X-G-08", "X-G-09", "X-G-10", "X-G-11", "X-G-12", "X-G-13", "X-R-01",
            "X-R-02", "X-R-03", "X-W-01", "X-W-02", "X-W-03", "X-W-04", "X-W-05", "X-W-06",
            "X-W-07", "X-W-08");
  }

  @ParameterizedTest
  @CsvSource({
    "X-G-01, PART", "X-G-02, PART", "X-G-03, CASE", "X-G-04, PART", "X-G-05, PART",
    "X-G-06, CASE", "X-G-07, CASE", "X-G-08, CASE", "X-G-09, CASE", "X-G-10, CASE",
    "X-G-11, COST", "X-G-12, COST", "X-G-13, COST"
  })
  void a_general_exclusion_holds_for_every_service_of_the_plan(String id, ExclusionLevel level) {
    assertApplies(id, level, OF_THE_PLAN);
  }

  @Test
  void exclusions_of_the_replacement_hold_for_it_alone() {
    Set<Service> replacement = EnumSet.of(Service.REPLACEMENT);
    assertApplies("X-R-01", CASE_UNLESS_MISSING_MATERIAL_PAID, replacement);
    assertApplies("X-R-02", CASE, replacement);
    assertApplies("X-R-03", COST, replacement);
  }

  @Test
  void exclusions_of_the_discount_hold_for_maintenance_too() {
    Set<Service> both = EnumSet.of(Service.REPAIR_DISCOUNT, Service.MAINTENANCE);
    assertApplies("X-D-01", PART, both);
    assertApplies("X-D-02", COST, both);
  }

  @ParameterizedTest
  @CsvSource({
    "X-W-01, PART", "X-W-02, COST", "X-W-03, CASE", "X-W-04, CASE",
    "X-W-05, CASE", "X-W-06, CASE", "X-W-07, CASE", "X-W-08, PART"
  })
  void exclusions_of_the_extended_warranty_hold_for_the_reward_too(
      String id, ExclusionLevel level) {
    assertApplies(id, level, EnumSet.of(Service.EXTENDED_WARRANTY, Service.SAFE_FLIGHT_REWARD));
  }

  @Test
  void an_exclusion_nobody_wrote_applies_to_nothing() {
    for (Service service : Service.values()) {
      assertThat(terms.exclusion(service, "X-G-14")).isEmpty();
    }
  }

  private void assertApplies(String id, ExclusionLevel level, Set<Service> services) {
    for (Service service : Service.values()) {
      assertThat(terms.exclusion(service, id))
          .as("%s for %s", id, service)
          .isEqualTo(services.contains(service) ? Optional.of(level) : Optional.empty());
    }
  }
}
