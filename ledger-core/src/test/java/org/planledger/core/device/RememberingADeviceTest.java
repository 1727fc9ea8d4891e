package org.planledger.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planledger.core.device.DeviceEvent.BoundToPlan;
import org.planledger.core.device.DeviceEvent.OwnershipTransferred;
import org.planledger.core.device.DeviceEvent.Released;
import org.planledger.core.device.DeviceEvent.Restricted;
import org.planledger.core.device.DeviceEvent.Superseded;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ModelCode;

class RememberingADeviceTest {
  private static final DeviceId DEVICE = new DeviceId("0".repeat(64));
  private static final DeviceId SUCCESSOR = new DeviceId("1".repeat(64));
  private static final PlanId PLAN = new PlanId(new UUID(0, 1));
  private static final PlanId ANOTHER = new PlanId(new UUID(0, 2));
  private static final CaseId CASE = new CaseId(new UUID(0, 3));
  private static final Instant AT = Instant.parse("2023-01-15T12:00:00Z");

  private static final DeviceEvent BOUND = bound(PLAN);
  private static final DeviceEvent RESTRICTED = new Restricted(DEVICE, PLAN, AT, CASE);
  private static final DeviceEvent RELEASED = new Released(DEVICE, PLAN, AT, CASE);
  private static final DeviceEvent OWNED = new OwnershipTransferred(DEVICE, PLAN, AT, CASE);
  private static final DeviceEvent SUPERSEDED = new Superseded(DEVICE, PLAN, AT, CASE, SUCCESSOR);

  static Stream<Arguments> histories() {
    return Stream.of(
        Arguments.of(List.of(), DeviceStatus.UNBOUND),
        Arguments.of(List.of(BOUND), DeviceStatus.ACTIVE),
        Arguments.of(List.of(BOUND, RESTRICTED), DeviceStatus.RESTRICTED),
        Arguments.of(List.of(BOUND, RESTRICTED, RELEASED), DeviceStatus.ACTIVE),
        Arguments.of(List.of(BOUND, RESTRICTED, OWNED), DeviceStatus.OWNED_BY_PROVIDER),
        Arguments.of(List.of(BOUND, RESTRICTED, OWNED, SUPERSEDED), DeviceStatus.SUPERSEDED),
        Arguments.of(List.of(BOUND, OWNED, SUPERSEDED), DeviceStatus.SUPERSEDED),
        Arguments.of(List.of(BOUND, OWNED, SUPERSEDED, bound(ANOTHER)), DeviceStatus.ACTIVE));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void of_all_that_is_true_of_a_device_its_status_is_the_furthest(
      List<DeviceEvent> history, DeviceStatus status) {
    assertThat(after(history).status()).isEqualTo(status);
  }

  @Test
  void a_device_nobody_has_seen_has_no_past() {
    var unseen = Device.unseen(DEVICE);

    assertThat(unseen)
        .isEqualTo(
            new Device(
                DEVICE, Optional.empty(), new LinkedHashSet<>(), false, false, Optional.empty()));
    assertThat(unseen.everBound()).isFalse();
  }

  @Test
  void a_device_remembers_every_plan_it_was_bound_to_in_their_order() {
    var device = after(List.of(BOUND, OWNED, SUPERSEDED, bound(ANOTHER)));

    assertThat(device.plans()).containsExactly(PLAN, ANOTHER);
    assertThat(device.plan()).contains(ANOTHER);
    assertThat(device.successor()).isEmpty();
    assertThat(device.ownedByProvider()).isFalse();
  }

  @Test
  void a_restriction_outlives_the_plan() {
    assertThat(after(List.of(BOUND, RESTRICTED, OWNED, SUPERSEDED)).restricted()).isTrue();
  }

  @Test
  void a_device_may_be_shipped_when_it_is_new_or_free_and_the_providers() {
    assertThat(after(List.of()).availableAsReplacementIn(PLAN)).isTrue();
    assertThat(after(List.of(BOUND, OWNED, SUPERSEDED)).availableAsReplacementIn(ANOTHER)).isTrue();
  }

  @Test
  void a_device_is_not_shipped_that_is_bound_restricted_or_was_in_the_plan_before() {
    assertThat(after(List.of(BOUND)).availableAsReplacementIn(ANOTHER)).isFalse();
    assertThat(after(List.of(BOUND, OWNED)).availableAsReplacementIn(ANOTHER)).isFalse();
    assertThat(
            after(List.of(BOUND, RESTRICTED, OWNED, SUPERSEDED)).availableAsReplacementIn(ANOTHER))
        .isFalse();
    assertThat(after(List.of(BOUND, OWNED, SUPERSEDED)).availableAsReplacementIn(PLAN)).isFalse();
  }

  private static Device after(List<DeviceEvent> history) {
    var device = Device.unseen(DEVICE);
    for (var event : history) {
      device = Device.evolve(device, event);
    }
    return device;
  }

  private static DeviceEvent bound(PlanId plan) {
    return new BoundToPlan(DEVICE, plan, AT, new ModelCode("MAVIC_3"), BindingCause.PURCHASE);
  }
}
