package org.planledger.api.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.evidence.Checkpoint;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.NaiveTree;
import org.planledger.core.evidence.SignedNote;
import org.planledger.core.store.sealing.LogName;
import org.planledger.core.store.sealing.Sealer;

@OnEachServer
class ServingTilesTest {
  private static final int WIDTH = 256;

  private final LedgerServer server;

  ServingTilesTest(LedgerServer server) {
    this.server = server;
  }

  @BeforeEach
  void more_than_one_tile_is_full() {
    var desk = new Desk(server);
    while (server.part(Sealer.class).seal().head(LogName.EVENTS).size() <= WIDTH) {
      for (int sales = 0; sales < 20; sales++) {
        desk.sell("ONE_YEAR").bind("MAVIC_3");
      }
    }
  }

  /// By the definition of the tiles alone: what is fetched is a path and a number of bytes.
  @Test
  void whoever_fetches_the_tiles_of_a_checkpoint_gets_its_root() throws Exception {
    var note = new String(fetch("checkpoint").body(), java.nio.charset.StandardCharsets.UTF_8);
    var events = Checkpoint.parse(SignedNote.parse(note).body()).events();

    List<Hash> leaves = new ArrayList<>();
    for (long tile = 0; tile <= events.size() / WIDTH; tile++) {
      long width = Math.min(WIDTH, events.size() - tile * WIDTH);
      if (width > 0) {
        leaves.addAll(hashes(fetch("tile/0/" + place(tile, width)), width));
      }
    }
    assertThat(leaves).hasSize((int) events.size());
    assertThat(NaiveTree.root(leaves)).isEqualTo(events.root());

    long above = events.size() / WIDTH;
    var roots = hashes(fetch("tile/1/" + place(0, above)), above);
    for (int tile = 0; tile < above; tile++) {
      assertThat(roots.get(tile))
          .isEqualTo(NaiveTree.root(leaves.subList(tile * WIDTH, (tile + 1) * WIDTH)));
    }
  }

  @Test
  void a_tile_never_changes_and_may_be_kept() throws Exception {
    var full = fetch("tile/0/000");
    assertThat(full.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(full.headers().firstValue("Cache-Control"))
        .contains("max-age=31536000, public, immutable");
    assertThat(full.body()).hasSize(WIDTH * Hash.BYTES);

    var narrow = fetch("tile/0/000.p/7");
    assertThat(narrow.body()).isEqualTo(Arrays.copyOf(full.body(), 7 * Hash.BYTES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/999",
        "tile/0/x999/x999/x999/x999/x999/999",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/x000/000",
        "tile/0/0",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/00/000",
        "tile/7/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/000/",
        "tile/0/",
        "tile/entries/000"
      })
  void what_is_no_tile_is_not_found(String path) throws Exception {
    var answer = fetch(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(new String(answer.body(), ISO_8859_1)).contains("\"code\":\"NOT_FOUND\"");
  }

  private static String place(long tile, long width) {
    String place = "%03d".formatted(tile % 1000);
    for (long rest = tile / 1000; rest > 0; rest /= 1000) {
      place = "x%03d/".formatted(rest % 1000) + place;
    }
    return width == WIDTH ? place : place + ".p/" + width;
  }

  private static List<Hash> hashes(HttpResponse<byte[]> answer, long count) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).hasSize((int) count * Hash.BYTES);
    List<Hash> hashes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hashes.add(Hash.at(answer.body(), i));
    }
    return hashes;
  }

  private HttpResponse<byte[]> fetch(String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + server.port() + "/v1/log/" + path))
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
