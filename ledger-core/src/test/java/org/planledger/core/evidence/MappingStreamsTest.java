package org.planledger.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MappingStreamsTest {

  /// A map in memory.
  private static final class StoredMap implements MapSource {
    final Map<Integer, byte[]> buckets = new HashMap<>();
    final Map<List<Integer>, byte[]> layers = new HashMap<>();

    @Override
    public byte[] bucket(int number) {
      return buckets.getOrDefault(number, new byte[0]);
    }

    @Override
    public byte[] layer(int layer, int number) {
      return layers.getOrDefault(List.of(layer, number), new byte[0]);
    }

    Hash put(List<StreamEntry> entries) {
      MapGrowth growth = new MapGrowth(this);
      growth.put(entries);
      buckets.putAll(growth.buckets());
      growth
          .layers()
          .forEach(
              (layer, tiles) ->
                  tiles.forEach((number, tile) -> layers.put(List.of(layer, number), tile)));
      assertThat(new StreamMap(this).root()).isEqualTo(growth.root());
      return growth.root();
    }
  }

  private static StreamEntry entry(int stream, long sequence) {
    return StreamEntry.of(
        "stream " + stream, sequence, Hash.of(NaiveTree.sha256(new byte[] {(byte) sequence})));
  }

  /// Keys that agree on many bits, as no stream's will.
  private static StreamEntry crowded(int number) {
    byte[] key = new byte[32];
    key[0] = 7;
    key[5] = (byte) number;
    return new StreamEntry(
        Hash.of(key), number, Hash.of(NaiveTree.sha256(new byte[] {(byte) number})));
  }

  @Test
  void an_entry_is_hashed_as_described() {
    Hash key = Hash.of(NaiveTree.sha256("plan".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    Hash end = Hash.of(NaiveTree.sha256(new byte[] {9}));

    assertThat(StreamEntry.of("plan", 258, end)).isEqualTo(new StreamEntry(key, 258, end));
    assertThat(StreamEntry.of("plan", 258, end).leaf())
        .isEqualTo(
            Hash.of(
                NaiveTree.sha256(
                    new byte[] {3},
                    key.toArray(),
                    ByteBuffer.allocate(8).putLong(258).array(),
                    end.toArray())));
  }

  @Test
  void an_empty_map_has_a_root_of_zeros_and_proves_that_it_has_nothing() {
    StreamMap map = new StreamMap(new StoredMap());
    MapProof proof = map.proof(StreamEntry.key("never"));

    assertThat(map.root()).isEqualTo(Hash.ZERO);
    assertThat(proof.found()).isEmpty();
    assertThat(proof.siblings()).isEmpty();
    assertThat(proof.root(StreamEntry.key("never"))).isEqualTo(Hash.ZERO);
  }

  @Test
  void the_way_to_nothing_ends_at_the_first_part_that_is_empty() {
    StoredMap stored = new StoredMap();
    Hash root = stored.put(List.of(crowded(1)));
    byte[] beside = new byte[32];
    beside[0] = 5;
    MapProof proof = new StreamMap(stored).proof(Hash.of(beside));

    // 0x05 leaves the way to 0x07 with its seventh bit.
    assertThat(proof.found()).isEmpty();
    assertThat(proof.siblings()).hasSize(7);
    assertThat(proof.siblings().getLast()).isNotEqualTo(Hash.ZERO);
    assertThat(proof.root(Hash.of(beside))).isEqualTo(root);
  }

  @Test
  void the_root_is_that_of_the_definition_however_the_map_has_grown() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed of mapping streams: " + seed);
    Random random = new Random(seed);
    StoredMap stored = new StoredMap();
    Map<Hash, StreamEntry> all = new TreeMap<>();
    for (int step = 0; step < 30; step++) {
      List<StreamEntry> entries = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(40); i++) {
        entries.add(
            random.nextInt(5) == 0
                ? crowded(random.nextInt(12))
                : entry(random.nextInt(400), random.nextInt(100)));
      }
      entries.forEach(entry -> all.put(entry.key(), entry));
      Hash root = stored.put(entries);

      assertThat(root).as("step %s", step).isEqualTo(NaiveMap.root(all.values()));
      for (StreamEntry entry : all.values()) {
        MapProof proof = new StreamMap(stored).proof(entry.key());
        assertThat(proof.found()).contains(entry);
        assertThat(proof.siblings()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(proof.root(entry.key())).isEqualTo(root);
      }
      for (int i = 0; i < 20; i++) {
        Hash key = random.nextBoolean() ? StreamEntry.key("absent " + i) : crowded(100 + i).key();
        MapProof proof = new StreamMap(stored).proof(key);
        assertThat(proof.root(key)).isEqualTo(root);
        proof
            .found()
            .ifPresent(
                other -> {
                  assertThat(other.key()).isNotEqualTo(key);
                  assertThat(StreamBucket.numberOf(other.key()))
                      .isEqualTo(StreamBucket.numberOf(key));
                });
      }
    }
  }

  @Test
  void an_entry_that_is_left_out_or_cut_short_gives_another_root() {
    StoredMap stored = new StoredMap();
    Hash root = stored.put(List.of(entry(1, 5), entry(2, 5)));
    MapProof proof = new StreamMap(stored).proof(entry(1, 5).key());

    assertThat(new MapProof(proof.siblings(), Optional.empty()).root(entry(1, 5).key()))
        .isNotEqualTo(root);
    assertThat(new MapProof(proof.siblings(), Optional.of(entry(1, 4))).root(entry(1, 5).key()))
        .isNotEqualTo(root);
    assertThat(stored.put(List.of(entry(1, 6)))).isNotEqualTo(root);
    assertThat(stored.put(List.of(entry(1, 5)))).isEqualTo(root);
  }

  @Test
  void a_bucket_that_is_out_of_order_or_cut_off_is_named() {
    StoredMap stored = new StoredMap();
    stored.put(List.of(crowded(1), crowded(2)));
    byte[] good = stored.bucket(0x0700);
    byte[] swapped = Arrays.copyOf(good, good.length);
    System.arraycopy(good, 72, swapped, 0, 72);
    System.arraycopy(good, 0, swapped, 72, 72);

    assertThatThrownBy(() -> StreamBucket.of(0x0700, swapped))
        .isInstanceOf(DamagedEvidenceException.class)
        .hasMessage("Bucket 1792 of the map is out of order");
    assertThatThrownBy(() -> StreamBucket.of(0x0701, good))
        .isInstanceOf(DamagedEvidenceException.class)
        .hasMessage("Bucket 1793 of the map is out of order");
    assertThatThrownBy(() -> StreamBucket.of(0x0700, Arrays.copyOf(good, 100)))
        .isInstanceOf(DamagedEvidenceException.class)
        .hasMessage("Bucket 1792 of the map is cut off");
  }
}
