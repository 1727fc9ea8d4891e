package org.planledger.core.finance.matching;

import java.util.ArrayList;
import java.util.List;

/// What is left when all passes are done: every line and every fee that has no fate yet gets one,
/// with a reason and what to do next.
final class Leftovers {

  private final Run run;
  private final Naming naming;
  private final Signs signs;
  private final SignPass signPass;
  private final Payouts payouts;
  private final Likely likely;

  Leftovers(Run run, Naming naming, Signs signs, SignPass signPass, Payouts payouts) {
    this.run = run;
    this.naming = naming;
    this.signs = signs;
    this.signPass = signPass;
    this.payouts = payouts;
    this.likely = new Likely(run, signs);
  }

  void conclude() {
    for (int rank = 0; rank < run.lines.size(); rank++) {
      int line = run.lines.at(rank);
      if (run.isLineFree(line)) {
        conclude(line);
      }
    }
    for (int rank = 0; rank < run.fees.size(); rank++) {
      int fee = run.fees.at(rank);
      if (run.isFree(fee)) {
        concludeFee(fee);
      }
    }
    run.writeOffs.tellOvertaken();
  }

  private void conclude(int line) {
    if (run.lines.gross(line) <= 0) {
      tell(
          ExceptionKind.MISSING_FEE,
          line,
          List.of(),
          "The line is a payment and brings nothing, or takes money away.",
          "Look at the file; a payment that went back is a refund.");
    } else if (naming.named(line) == LineBook.NAMES_SEVERAL) {
      namesSeveral(line);
    } else if (signPass.isUndecided(line)) {
      tell(
          ExceptionKind.AMBIGUOUS,
          line,
          edges(line),
          "Several fees or lines fit equally well.",
          "Choose one of the candidates, and match it by hand.");
    } else if (!late(line)) {
      missingFee(line);
    }
  }

  private void namesSeveral(int line) {
    List<Candidate> open = new ArrayList<>();
    for (int fee : naming.several(line)) {
      if (run.isOwed(fee) && open.size() < run.rules.candidates()) {
        open.add(
            candidate(
                fee, line, "The line names it among others; its amount is " + due(fee) + "."));
      }
    }
    if (open.isEmpty()) {
      tell(
          ExceptionKind.DUPLICATE,
          line,
          List.of(),
          "All fees that the line names have their money already, or are not owed.",
          "Pay it back, or match it by hand with what it is for.");
    } else {
      tell(
          ExceptionKind.AMBIGUOUS,
          line,
          open,
          "The line names several fees, and its amount is neither that of one nor of all.",
          "Choose those that it pays, and match them by hand.");
    }
  }

  private String due(int fee) {
    return run.words(run.open(fee), run.fees.currency(fee));
  }

  private Candidate candidate(int fee, int line, String whyNot) {
    return new Candidate(
        List.of(run.fees.id(fee)), List.of(run.lines.key(line)), signs.score(fee, line), whyNot);
  }

  private List<Candidate> edges(int line) {
    List<Candidate> candidates = new ArrayList<>();
    for (var edge : signPass.edges(line)) {
      if (run.isFree(edge.fee()) && candidates.size() < run.rules.candidates()) {
        candidates.add(
            new Candidate(
                List.of(run.fees.id(edge.fee())),
                List.of(run.lines.key(line)),
                edge.score(),
                "Another one has the same score."));
      }
    }
    return candidates;
  }

  /// A line that has a sign of the one fee of its amount, and came outside of its days.
  private boolean late(int line) {
    int found = -1;
    for (int fee : signPass.fees(line)) {
      if (run.isOwed(fee)
          && run.open(fee) == run.lines.gross(line)
          && run.fees.currency(fee) == run.lines.currency(line)
          && !signs.isInTime(fee, line)) {
        if (found >= 0) {
          return false;
        }
        found = fee;
      }
    }
    if (found < 0) {
      return false;
    }
    run.settle(found, FeeFate.IN_QUESTION);
    run.tellOfLines(
        new Trouble(
                ExceptionKind.DATE_OUT_OF_WINDOW,
                found,
                new int[] {line},
                run.lines.gross(line),
                run.lines.currency(line),
                run.lines.bookedOn(line))
            .candidates(List.of(candidate(found, line, "It came outside of the days of the fee.")))
            .because(
                "Amount and a sign agree with the fee, but the line was booked on "
                    + Words.day(run.lines.bookedOn(line))
                    + ", outside of its days.")
            .next("If it is the payment of this fee, match it by hand."));
    return true;
  }

  private void missingFee(int line) {
    List<Candidate> candidates = new ArrayList<>();
    for (int fee : signPass.fees(line)) {
      if (run.isOwed(fee) && candidates.size() < run.rules.candidates()) {
        candidates.add(
            candidate(fee, line, "The line has a sign of it, but it is " + due(fee) + "."));
      }
    }
    candidates.addAll(payouts.likely(line));
    candidates.addAll(likely.fees(line));
    if (candidates.isEmpty()) {
      candidates.addAll(likely.groups(line));
    }
    boolean withdrawn = run.bans.areAbout(run.lines.key(line));
    String words = run.lines.label(line).map(text -> " The words are `" + text + "`.").orElse("");
    tell(
        ExceptionKind.MISSING_FEE,
        line,
        candidates.subList(0, Math.min(candidates.size(), run.rules.candidates())),
        (withdrawn
                ? "A match of the line was withdrawn by hand, and no other fee is named."
                : "Money arrived, and nothing in the line leads to a fee that is owed.")
            + words,
        candidates.isEmpty()
            ? "Ask the payer what it is for, and match it by hand or pay it back."
            : "Look at the candidates; if one is right, match it by hand.");
  }

  private void tell(
      ExceptionKind kind, int line, List<Candidate> candidates, String reason, String nextStep) {
    run.tellOfLines(
        new Trouble(
                kind,
                Trouble.NO_FEE,
                new int[] {line},
                run.lines.gross(line),
                run.lines.currency(line),
                run.lines.bookedOn(line))
            .candidates(candidates)
            .because(reason)
            .next(nextStep));
  }

  private void concludeFee(int fee) {
    if (run.fees.isCancelled(fee)) {
      run.settle(fee, FeeFate.CANCELLED);
    } else if (!run.fees.isCaptured(fee)) {
      run.settle(fee, FeeFate.OPEN);
    } else if (run.days.between(run.fees.since(fee), run.asOf) <= run.rules.windowDays()) {
      run.settle(fee, FeeFate.IN_TRANSIT);
    } else {
      var candidates = likely.lines(fee);
      run.settle(fee, FeeFate.MISSING);
      run.tell(
          new Trouble(
                  ExceptionKind.MISSING_PAYMENT,
                  fee,
                  new int[0],
                  run.open(fee),
                  run.fees.currency(fee),
                  run.fees.since(fee))
              .candidates(candidates)
              .because(
                  "The ledger recorded a payment of "
                      + due(fee)
                      + " on "
                      + Words.day(run.fees.since(fee))
                      + ", and its money has not been found.")
              .next(
                  candidates.isEmpty()
                      ? "Ask the processor for this payment, or import the file that has it."
                      : "Look at the candidates; if one is right, match it by hand."));
    }
  }
}
