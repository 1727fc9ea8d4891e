package org.planledger.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowingALogTest {

  /// The leaves and roots that implementations of Certificate Transparency are tested with.
  private static final List<String> KNOWN_LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> KNOWN_ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static List<Hash> knownLeaves() {
    return KNOWN_LEAVES.stream()
        .map(text -> NaiveTree.leaf(HexFormat.of().parseHex(text)))
        .toList();
  }

  private static LogTree knownTree() {
    StoredTiles stored = new StoredTiles();
    stored.grow(0, knownLeaves());
    return new LogTree(stored, 8);
  }

  @Test
  void the_roots_are_the_published_ones() {
    LogTree tree = knownTree();

    for (int size = 0; size <= 8; size++) {
      assertThat(tree.root(size)).as("size %s", size).hasToString(KNOWN_ROOTS.get(size));
    }
  }

  @Test
  void the_inclusion_proofs_are_the_published_ones() {
    LogTree tree = knownTree();

    assertThat(tree.inclusion(0, 1)).isEmpty();
    assertThat(tree.inclusion(0, 8).stream().map(Hash::toString))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(tree.inclusion(5, 8).stream().map(Hash::toString))
        .containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(tree.inclusion(2, 3).stream().map(Hash::toString))
        .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
  }

  @Test
  void the_consistency_proofs_are_the_published_ones() {
    LogTree tree = knownTree();

    assertThat(tree.consistency(1, 1)).isEmpty();
    assertThat(tree.consistency(1, 8).stream().map(Hash::toString))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(tree.consistency(6, 8).stream().map(Hash::toString))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(tree.consistency(2, 5).stream().map(Hash::toString))
        .containsExactly(
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  @Test
  void at_any_size_and_grown_in_any_steps_it_is_the_tree_of_the_definition() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed of growing a log: " + seed);
    Random random = new Random(seed);
    List<Hash> leaves = NaiveTree.leaves(70_000);
    StoredTiles stored = new StoredTiles();
    for (int size = 0; size < leaves.size(); ) {
      int step = Math.min(1 + random.nextInt(random.nextBoolean() ? 3_000 : 20), 70_000 - size);
      Hash root = stored.grow(size, leaves.subList(size, size + step));
      size += step;
      if (size < 1_500 || random.nextInt(12) == 0) {
        assertThat(root).as("size %s", size).isEqualTo(NaiveTree.root(leaves.subList(0, size)));
        proofsAreThoseOfTheDefinition(stored, leaves, size, random);
      }
    }
  }

  private static void proofsAreThoseOfTheDefinition(
      StoredTiles stored, List<Hash> leaves, int size, Random random) {
    LogTree tree = new LogTree(stored, size);
    int earlier = 1 + random.nextInt(size);
    int index = random.nextInt(earlier);
    List<Hash> then = leaves.subList(0, earlier);
    Hash root = NaiveTree.root(then);
    assertThat(tree.root(earlier)).isEqualTo(root);
    List<Hash> inclusion = tree.inclusion(index, earlier);
    assertThat(inclusion).isEqualTo(NaiveTree.path(index, then));
    assertThat(LogTree.rootOf(leaves.get(index), index, earlier, inclusion)).isEqualTo(root);
    List<Hash> consistency = tree.consistency(earlier, size);
    assertThat(consistency).isEqualTo(NaiveTree.consistency(earlier, leaves.subList(0, size)));
    if (earlier < size) {
      assertThat(NaiveTree.isConsistent(earlier, root, size, tree.root(size), consistency))
          .isTrue();
    }
  }

  @Test
  void a_proof_reads_a_few_tiles_however_large_the_log_is() {
    StoredTiles stored = new StoredTiles();
    stored.grow(0, NaiveTree.leaves(200_000));
    stored.reads = 0;

    new LogTree(stored, 200_000).inclusion(77_777, 199_999);
    int forInclusion = stored.reads;
    new LogTree(stored, 200_000).consistency(123_457, 199_999);

    assertThat(forInclusion).isLessThanOrEqualTo(6);
    assertThat(stored.reads - forInclusion).isLessThanOrEqualTo(6);
  }

  @Test
  void a_wrong_proof_leads_to_another_root_or_nowhere() {
    List<Hash> leaves = NaiveTree.leaves(300);
    StoredTiles stored = new StoredTiles();
    Hash root = stored.grow(0, leaves);
    List<Hash> proof = new LogTree(stored, 300).inclusion(17, 300);
    List<Hash> reversed = new ArrayList<>(proof).reversed();

    assertThat(LogTree.rootOf(leaves.get(17), 17, 300, proof)).isEqualTo(root);
    assertThat(LogTree.rootOf(leaves.get(18), 17, 300, proof)).isNotEqualTo(root);
    assertThat(LogTree.rootOf(leaves.get(17), 18, 300, proof)).isNotEqualTo(root);
    assertThat(LogTree.rootOf(leaves.get(17), 17, 300, reversed)).isNotEqualTo(root);
    assertThatThrownBy(
            () -> LogTree.rootOf(leaves.get(17), 17, 300, proof.subList(0, proof.size() - 1)))
        .isInstanceOf(DamagedEvidenceException.class)
        .hasMessageContaining("leaf 17 is too short");
    assertThatThrownBy(
            () ->
                LogTree.rootOf(
                    leaves.get(17),
                    17,
                    300,
                    Stream.concat(proof.stream(), Stream.of(root)).toList()))
        .isInstanceOf(DamagedEvidenceException.class)
        .hasMessageContaining("leaf 17 is too long");
  }

  @Test
  void a_missing_or_shortened_tile_is_named() {
    StoredTiles stored = new StoredTiles();
    stored.grow(0, NaiveTree.leaves(600));
    TileId last = new TileId(0, 2);
    byte[] shorter = Arrays.copyOf(stored.tile(last), 40 * Hash.BYTES);
    stored.tiles.put(last, shorter);

    assertThatThrownBy(() -> new LogTree(stored, 600).root(600))
        .isInstanceOf(DamagedEvidenceException.class)
        .hasMessageContaining("Tile 2 of level 0 holds 40 hashes");
    assertThatThrownBy(() -> new TileGrowth(stored, 600).append(Hash.ZERO))
        .isInstanceOf(DamagedEvidenceException.class)
        .hasMessageContaining("Tile 2 of level 0");
  }

  @Test
  void a_size_or_a_place_outside_the_log_is_refused() {
    LogTree tree = knownTree();

    assertThatIllegalArgumentException().isThrownBy(() -> tree.root(9));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(5, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(5, 4));
  }
}
