package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanCommand.ClaimReplacement;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.simulation.Candidate;
import org.planledger.core.simulation.Direction;
import org.planledger.core.simulation.Flip;
import org.planledger.core.simulation.RecordedAttempt;
import org.planledger.core.simulation.RecordedBook;
import org.planledger.core.terms.ReleasedTerms;

/// Random books, decided again under other terms.
class DecidingARandomBookAgainTest {
  private static final int BOOKS = 20;
  private static final long SEED = Long.getLong("simulation.seed", 20_230_713);

  @Test
  void under_its_own_terms_no_decision_of_any_book_differs() {
    System.out.println("simulation.seed=" + SEED);
    for (var book : books()) {
      var counts = book.under(ReleasedTerms.edition202210()).counts();

      assertThat(counts.unchanged())
          .isEqualTo(counts.attempts())
          .isEqualTo(PlanSimulation.COMMANDS_OF_A_WORLD);
    }
  }

  @Test
  void one_more_replacement_flips_first_what_only_the_quota_had_refused() {
    System.out.println("simulation.seed=" + SEED);
    var generous =
        Candidate.of202210().replacements("ONE_YEAR", 3).replacements("TWO_YEAR", 4).terms();
    int flipped = 0;
    for (var book : books()) {
      var report = book.under(generous);
      var first = report.flips().stream().filter(flip -> !flip.follows()).toList();
      flipped += first.size();

      var flips = first.stream().map(Flip::attempt).toList();
      assertThat(first)
          .allMatch(flip -> flip.direction() == Direction.NOW_ACCEPTED)
          .allMatch(flip -> flip.codes().equals(List.of(RefusalCode.QUOTA_EXHAUSTED)));
      assertThat(firstClaimsRefusedForTheQuota(book, report.flips()))
          .as("first claims of a plan that only the quota had refused")
          .isSubsetOf(flips);
    }
    assertThat(flipped).as("decisions that flip").isGreaterThan(BOOKS / 10);
  }

  /// The claims that were refused for the quota alone, of plans on which nothing flips earlier.
  private static List<Long> firstClaimsRefusedForTheQuota(RecordedBook book, List<Flip> flips) {
    return book.attempts().stream()
        .filter(a -> a.command() instanceof ClaimReplacement)
        .filter(a -> a.decision().codes().equals(List.of(RefusalCode.QUOTA_EXHAUSTED)))
        .filter(a -> flips.stream().noneMatch(flip -> before(flip, a)))
        .map(RecordedAttempt::number)
        .toList();
  }

  private static boolean before(Flip flip, RecordedAttempt attempt) {
    return flip.planId().equals(attempt.command().planId()) && flip.attempt() < attempt.number();
  }

  private static List<RecordedBook> books() {
    var books = new ArrayList<RecordedBook>();
    for (int i = 0; i < BOOKS; i++) {
      var random = new PlanSimulation(StoryLedger.RELEASED, SEED + i);
      random.run(PlanSimulation.COMMANDS_OF_A_WORLD);
      var book = new RecordedBook(StoryLedger.RELEASED);
      random.commands().forEach(book::put);
      books.add(book);
    }
    return books;
  }
}
