package org.planledger.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.planledger.verify.prover.NaiveMap;

class KeyedMapTest {

  private final Random random = new Random(42);

  @Test
  void every_entry_of_the_naive_map_leads_to_its_root() {
    var entries = entries(300);
    var map = new NaiveMap(entries);
    for (NaiveMap.Entry entry : entries) {
      var siblings = hashes(map.proof(entry.key()).siblings());
      assertThat(KeyedMap.rootWith(Hash.of(entry.key()), leaf(entry), siblings))
          .isEqualTo(root(map));
      assertThat(siblings).hasSizeGreaterThanOrEqualTo(KeyedMap.MIN_LEAF_DEPTH);
    }
  }

  @Test
  void entries_that_share_many_bits_are_told_apart_deeper() {
    byte[] key = bytes();
    var entries = new ArrayList<NaiveMap.Entry>();
    for (int bit : new int[] {255, 254, 100, 17, 16, 15}) {
      byte[] near = key.clone();
      near[bit / 8] ^= (byte) (0x80 >>> bit % 8);
      entries.add(new NaiveMap.Entry(near, bit, bytes()));
    }
    entries.add(new NaiveMap.Entry(key, 7, bytes()));
    var map = new NaiveMap(entries);
    for (NaiveMap.Entry entry : entries) {
      var siblings = hashes(map.proof(entry.key()).siblings());
      assertThat(KeyedMap.rootWith(Hash.of(entry.key()), leaf(entry), siblings))
          .isEqualTo(root(map));
    }
    assertThat(map.proof(key).siblings()).hasSize(256);
  }

  @Test
  void a_key_that_is_absent_is_shown_to_be_whatever_stands_there() {
    int besideAnother = 0;
    int beforeNothing = 0;
    for (int size : new int[] {0, 1, 2, 50, 3000}) {
      var map = new NaiveMap(entries(size));
      for (int i = 0; i < 100; i++) {
        Hash key = Hash.of(bytes());
        var proof = map.proof(key.toArray());
        var siblings = hashes(proof.siblings());
        if (proof.found() == null) {
          beforeNothing++;
          assertThat(KeyedMap.rootWithout(key, siblings)).isEqualTo(root(map));
        } else {
          besideAnother++;
          assertThat(KeyedMap.rootWithout(key, siblings, other(proof.found())))
              .isEqualTo(root(map));
        }
      }
    }
    assertThat(beforeNothing).isPositive();
    assertThat(besideAnother).isPositive();
  }

  /// The attack that a leaf taken on trust would allow: the proof that a stream exists, with its
  /// entry said to be somebody else's.
  @Test
  void a_key_that_is_present_cannot_be_shown_to_be_absent_under_another_name() {
    var entries = entries(500);
    var map = new NaiveMap(entries);
    for (NaiveMap.Entry entry : entries) {
      Hash key = Hash.of(entry.key());
      var siblings = hashes(map.proof(entry.key()).siblings());
      byte[] invented = entry.key().clone();
      invented[31] ^= 1;
      var other =
          new KeyedMap.Other(Hash.of(invented), entry.sequence(), Hash.of(entry.streamHash()));
      assertThat(KeyedMap.rootWithout(key, siblings, other)).isNotEqualTo(root(map));
      assertThat(KeyedMap.rootWithout(key, siblings, other(entry))).isEmpty();
      assertThat(KeyedMap.rootWithout(key, siblings)).isNotEqualTo(root(map));
    }
  }

  @Test
  void an_entry_from_elsewhere_does_not_show_that_a_key_is_absent() {
    var entries = entries(500);
    var map = new NaiveMap(entries);
    Hash key = Hash.of(bytes());
    for (NaiveMap.Entry entry : entries) {
      var siblings = hashes(map.proof(entry.key()).siblings());
      assertThat(KeyedMap.rootWithout(key, siblings, other(entry))).isEmpty();
    }
  }

  @Test
  void a_leaf_stands_no_higher_than_sixteen_bits() {
    Hash key = Hash.of(bytes());
    var siblings = List.of(Hash.ZERO);
    assertThat(KeyedMap.rootWith(key, Hash.of(bytes()), siblings)).isEmpty();
  }

  @Test
  void a_proof_has_no_more_siblings_than_a_key_has_bits() {
    Hash key = Hash.of(bytes());
    var siblings = java.util.Collections.nCopies(257, Hash.ZERO);
    assertThat(KeyedMap.rootWith(key, Hash.of(bytes()), siblings)).isEmpty();
    assertThat(KeyedMap.rootWithout(key, siblings)).isEmpty();
  }

  private List<NaiveMap.Entry> entries(int count) {
    var entries = new ArrayList<NaiveMap.Entry>();
    for (int i = 0; i < count; i++) {
      entries.add(new NaiveMap.Entry(bytes(), random.nextInt(100), bytes()));
    }
    return entries;
  }

  private byte[] bytes() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Optional<Hash> root(NaiveMap map) {
    return Optional.of(Hash.of(map.root()));
  }

  private static KeyedMap.Other other(NaiveMap.Entry entry) {
    return new KeyedMap.Other(Hash.of(entry.key()), entry.sequence(), Hash.of(entry.streamHash()));
  }

  private static Hash leaf(NaiveMap.Entry entry) {
    return new RecordHash()
        .entry(Hash.of(entry.key()), entry.sequence(), Hash.of(entry.streamHash()));
  }

  private static List<Hash> hashes(List<byte[]> hashes) {
    return hashes.stream().map(Hash::of).toList();
  }
}
