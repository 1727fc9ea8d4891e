package org.planledger.projections.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderingListsTest {

  private record Line(LocalDate day, UUID id, long number, String text) {}

  private static final Order<Line> ORDER =
      Order.<Line>by()
          .day("day", Line::day)
          .uuid("id", Line::id)
          .number("number", Line::number)
          .text("text", Line::text);

  @Test
  void a_place_holds_the_values_of_its_row_whatever_they_are() {
    var id = UUID.fromString("0190a3b0-0000-7000-8000-000000000001");
    var row = new Line(LocalDate.of(2024, 2, 29), id, -7, "a.b~c ä\n");
    assertThat(ORDER.valuesAt(ORDER.placeOf(row)))
        .isEqualTo(List.of(row.day(), row.id(), row.number(), row.text()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "a.b.c.d", "MjAyNC0wMi0yOQ", "%%%.%%%.%%%.%%%", "...."})
  void what_no_list_has_handed_out_is_not_a_place(String place) {
    assertThatThrownBy(() -> ORDER.valuesAt(place))
        .isInstanceOf(UnknownPlaceException.class)
        .hasMessage("this is not a place in the list");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1001})
  void a_page_has_between_one_and_a_thousand_rows(int rows) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageRequest.first(rows))
        .withMessage("a page has 1 to 1000 rows, not " + rows);
  }
}
