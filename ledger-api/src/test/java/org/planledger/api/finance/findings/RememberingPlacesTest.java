package org.planledger.api.finance.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.planledger.api.finance.findings.LinePlaces.Place;
import org.planledger.core.finance.settlement.LineKey;

class RememberingPlacesTest {

  private final LinePlaces places = new LinePlaces();

  @Test
  void every_line_is_found_where_it_stands_however_many_there_are() {
    var random = new Random(20261128);
    var keys = random.longs(50_000).mapToObj(a -> new LineKey(a, 1, 2, 3)).toList();
    for (int i = 0; i < keys.size(); i++) {
      places.put(keys.get(i), 1 + i / 10_000, 1 + i % 10_000, false);
    }
    for (int i = 0; i < keys.size(); i++) {
      assertThat(places.of(keys.get(i))).contains(new Place(1 + i / 10_000, 1 + i % 10_000));
    }
    assertThat(places.of(new LineKey(0, 0, 0, 0))).isEqualTo(Optional.empty());
  }

  @Test
  void of_a_line_in_several_files_the_first_file_counts() {
    var key = new LineKey(7, 0, 0, 0);
    places.put(key, 3, 9, false);
    places.put(key, 2, 4, false);
    places.put(key, 5, 1, false);
    assertThat(places.of(key)).contains(new Place(2, 4));
  }

  @Test
  void open_are_lines_that_somebody_has_to_look_at_and_nothing_has_settled() {
    var keys = new Random(20261128).longs(5_000).mapToObj(a -> new LineKey(a, 1, 2, 3)).toList();
    for (int i = 0; i < keys.size(); i++) {
      places.put(keys.get(i), 1, 1 + i, false);
    }
    keys.subList(0, 4_500).forEach(places::settle);
    keys.subList(4_499, 4_502).forEach(places::question);
    places.question(new LineKey(0, 0, 0, 0));
    assertThat(open()).containsExactly(new Place(1, 4_501), new Place(1, 4_502));
  }

  @Test
  void an_open_line_is_told_at_the_first_of_its_places_only() {
    var key = new LineKey(7, 0, 0, 0);
    places.put(key, 3, 9, false);
    places.put(key, 2, 4, false);
    places.question(key);
    assertThat(open()).containsExactly(new Place(2, 4));
    places.settle(key);
    assertThat(open()).isEmpty();
  }

  @Test
  void what_a_closed_month_has_explained_is_not_open_if_something_says_it_again() {
    var key = new LineKey(7, 0, 0, 0);
    places.put(key, 2, 4, true);
    places.put(key, 3, 9, false);
    places.question(key);
    assertThat(open()).isEmpty();
  }

  private List<Place> open() {
    List<Place> open = new ArrayList<>();
    places.forEachOpen((file, number) -> open.add(new Place(file, number)));
    return open;
  }
}
