package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class UuidV7IdentifierFactoryTest {

  private static final long MILLIS = 1_767_225_600_123L;

  private final UuidV7IdentifierFactory factory = new UuidV7IdentifierFactory();

  @Test
  void axon_finds_it_by_itself() {
    assertThat(IdentifierFactory.getInstance()).isInstanceOf(UuidV7IdentifierFactory.class);
  }

  @Test
  void an_id_carries_the_time_the_version_and_the_variant() {
    UUID id = factory.next(MILLIS);

    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MILLIS);
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void ids_grow_within_a_millisecond_and_when_the_clock_goes_back() {
    List<String> ids =
        Stream.concat(
                IntStream.range(0, 10_000).mapToObj(i -> factory.next(MILLIS)),
                IntStream.range(0, 10_000).mapToObj(i -> factory.next(MILLIS - i)))
            .map(UUID::toString)
            .toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void ids_of_two_factories_differ_in_the_same_millisecond() {
    UuidV7IdentifierFactory other = new UuidV7IdentifierFactory();
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(factory.next(MILLIS));
      ids.add(other.next(MILLIS));
    }

    assertThat(ids).hasSize(20_000);
  }
}
