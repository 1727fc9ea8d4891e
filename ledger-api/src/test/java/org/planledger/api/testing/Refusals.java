package org.planledger.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// What every refusal has to look like.
public final class Refusals {

  private Refusals() {}

  /// The answer refuses on exactly these grounds, in catalogue order, and its decision is kept.
  public static void assertRefused(Answer answer, String... codes) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(422);
    assertThat(answer.codes()).containsExactly(codes);
    assertThat(answer.text("/code")).isEqualTo(codes[0]);
    assertThat(answer.text("/instance")).matches("/v1/plans/[0-9a-f-]{36}/decisions/[0-9]+");
  }

  /// What the refusal says would help.
  public static List<String> remedies(Answer refused) {
    return refused
        .at("/decision/remedies")
        .valueStream()
        .map(remedy -> remedy.stringValue())
        .toList();
  }
}
