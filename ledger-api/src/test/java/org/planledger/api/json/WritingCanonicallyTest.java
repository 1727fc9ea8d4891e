package org.planledger.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WritingCanonicallyTest {

  @Test
  void order_and_white_space_make_no_difference() {
    assertThat(canonical("{\"b\": [1, {\"d\": null, \"c\": true}],\n\"a\": \"\\u0041\"}"))
        .isEqualTo("{\"a\":\"A\",\"b\":[1,{\"c\":true,\"d\":null}]}");
  }

  @Test
  void the_order_of_a_list_does() {
    assertThat(canonical("[1, 2]")).isNotEqualTo(canonical("[2, 1]"));
  }

  private static String canonical(String json) {
    var tree = StrictJson.read(json.getBytes(StandardCharsets.UTF_8));
    return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
  }
}
