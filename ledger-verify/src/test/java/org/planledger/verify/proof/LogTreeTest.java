package org.planledger.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.planledger.verify.prover.NaiveTree;
import org.planledger.verify.prover.Sha;

/// The trees of the reference implementation of RFC 6962, and the naive prover's.
class LogTreeTest {

  /// The eight leaves that implementations of RFC 6962 are tested with.
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  /// The roots over the first of them.
  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void the_published_leaves_have_the_published_roots() {
    var tree = new LogTree();
    assertThat(tree.root())
        .isEqualTo(hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    for (int i = 0; i < LEAVES.size(); i++) {
      tree.add(leaf(i).toArray(), 0);
      assertThat(tree.root()).as("size %d", i + 1).isEqualTo(hex(ROOTS.get(i)));
    }
  }

  @Test
  void the_published_inclusion_proofs_lead_to_the_published_roots() {
    assertInclusion(1, 1);
    assertInclusion(
        1,
        8,
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertInclusion(
        6,
        8,
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertInclusion(3, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    assertInclusion(
        2,
        5,
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  @Test
  void the_published_consistency_proofs_hold() {
    assertConsistency(1, 1);
    assertConsistency(
        1,
        8,
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertConsistency(
        6,
        8,
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertConsistency(
        2,
        5,
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  @Test
  void every_proof_of_the_naive_prover_is_taken_up_to_size_70() {
    var leaves = randomLeaves(70);
    var naive = new NaiveTree(leaves);
    var tree = new LogTree();
    for (int size = 1; size <= leaves.size(); size++) {
      tree.add(leaves.get(size - 1), 0);
      Hash root = Hash.of(naive.root(size));
      assertThat(tree.root()).isEqualTo(root);
      for (int index = 0; index < size; index++) {
        assertThat(
                LogTree.rootOfInclusion(
                    Hash.of(leaves.get(index)), index, size, hashes(naive.inclusion(index, size))))
            .isEqualTo(Optional.of(root));
      }
      for (int from = 0; from <= size; from++) {
        assertThat(
                LogTree.extendsTo(
                    from,
                    Hash.of(naive.root(from)),
                    size,
                    root,
                    hashes(naive.consistency(from, size))))
            .as("%d to %d", from, size)
            .isTrue();
      }
    }
  }

  @Test
  void a_proof_is_good_for_one_place_only() {
    var leaves = randomLeaves(33);
    var naive = new NaiveTree(leaves);
    for (int size = 1; size <= leaves.size(); size++) {
      var root = Optional.of(Hash.of(naive.root(size)));
      for (int index = 0; index < size; index++) {
        var proof = hashes(naive.inclusion(index, size));
        for (int other = -1; other <= size; other++) {
          if (other != index) {
            assertThat(LogTree.rootOfInclusion(Hash.of(leaves.get(index)), other, size, proof))
                .isNotEqualTo(root);
          }
        }
      }
    }
  }

  @Test
  void a_proof_that_is_longer_shorter_or_changed_is_none() {
    var leaves = randomLeaves(40);
    var naive = new NaiveTree(leaves);
    for (int size = 2; size <= leaves.size(); size++) {
      var root = Optional.of(Hash.of(naive.root(size)));
      for (int index = 0; index < size; index++) {
        Hash leaf = Hash.of(leaves.get(index));
        for (List<Hash> wrong : wrongs(hashes(naive.inclusion(index, size)))) {
          assertThat(LogTree.rootOfInclusion(leaf, index, size, wrong)).isNotEqualTo(root);
        }
      }
      for (int from = 1; from < size; from++) {
        for (List<Hash> wrong : wrongs(hashes(naive.consistency(from, size)))) {
          assertThat(
                  LogTree.extendsTo(
                      from, Hash.of(naive.root(from)), size, root.orElseThrow(), wrong))
              .as("%d to %d", from, size)
              .isFalse();
        }
      }
    }
  }

  @Test
  void consistency_of_equal_sizes_needs_equal_roots_and_no_proof() {
    Hash one = leaf(0);
    Hash other = leaf(1);
    assertThat(LogTree.extendsTo(5, one, 5, one, List.of())).isTrue();
    assertThat(LogTree.extendsTo(5, one, 5, other, List.of())).isFalse();
    assertThat(LogTree.extendsTo(5, one, 5, one, List.of(other))).isFalse();
    assertThat(LogTree.extendsTo(6, one, 5, one, List.of())).isFalse();
  }

  private static List<List<Hash>> wrongs(List<Hash> proof) {
    var wrongs = new ArrayList<List<Hash>>();
    var longer = new ArrayList<>(proof);
    longer.add(leaf(3));
    wrongs.add(longer);
    for (int i = 0; i < proof.size(); i++) {
      var shorter = new ArrayList<>(proof);
      shorter.remove(i);
      wrongs.add(shorter);
      var changed = new ArrayList<>(proof);
      byte[] bytes = proof.get(i).toArray();
      bytes[i % 32] ^= 1;
      changed.set(i, Hash.of(bytes));
      wrongs.add(changed);
    }
    return wrongs;
  }

  private static void assertInclusion(int number, int size, String... proof) {
    assertThat(LogTree.rootOfInclusion(leaf(number - 1), number - 1, size, hashes(proof)))
        .isEqualTo(Optional.of(hex(ROOTS.get(size - 1))));
  }

  private static void assertConsistency(int from, int to, String... proof) {
    assertThat(
            LogTree.extendsTo(
                from, hex(ROOTS.get(from - 1)), to, hex(ROOTS.get(to - 1)), hashes(proof)))
        .isTrue();
  }

  private static List<byte[]> randomLeaves(int count) {
    var random = new Random(6962);
    var leaves = new ArrayList<byte[]>();
    for (int i = 0; i < count; i++) {
      byte[] leaf = new byte[32];
      random.nextBytes(leaf);
      leaves.add(leaf);
    }
    return leaves;
  }

  private static Hash leaf(int index) {
    return Hash.of(Sha.leaf(HexFormat.of().parseHex(LEAVES.get(index))));
  }

  private static List<Hash> hashes(List<byte[]> hashes) {
    return hashes.stream().map(Hash::of).toList();
  }

  private static List<Hash> hashes(String... hashes) {
    return List.of(hashes).stream().map(LogTreeTest::hex).toList();
  }

  private static Hash hex(String hex) {
    return Hash.of(HexFormat.of().parseHex(hex));
  }
}
