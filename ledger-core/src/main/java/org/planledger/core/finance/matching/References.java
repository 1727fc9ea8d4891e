package org.planledger.core.finance.matching;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;

/// Finds what a line refers to: fees, plans, cases and payments by their ids, in the fields made
/// for it and in the text; in bank lines also words that may name a payout.
final class References {

  /// Whoever names more than this names nothing.
  private static final int HITS_AT_MOST = 64;

  /// Shorter words of a text are too often something else.
  private static final int SHORTEST_WORD = 6;

  private static final int WINDOWS_AT_MOST = 64;
  private static final int LONGEST_TEXT = 1_000;

  private final Texts texts;
  private final FeeBook fees;
  private @Nullable NearReferences near;
  private final IntRow nearly = new IntRow();
  private final StringBuilder digits = new StringBuilder();
  private long[] hits = new long[HITS_AT_MOST];
  private int size;

  References(Texts texts, FeeBook fees) {
    this.texts = texts;
    this.fees = fees;
  }

  static SignalKind kind(long hit) {
    return SignalKind.of((int) (hit >>> 32));
  }

  /// The fee, or the text of the plan, case or payment, or the plain name of the payout.
  static int value(long hit) {
    return (int) hit;
  }

  /// Whether a hit of this kind is a fee, and not something that fees have.
  static boolean isOfFee(SignalKind kind) {
    return kind == SignalKind.FEE_ID
        || kind == SignalKind.FEE_ID_IN_TEXT
        || kind == SignalKind.FEE_ID_NEARLY;
  }

  /// Whether there is no more than words that may be a payout's name.
  static boolean isNothing(long[] hits) {
    for (long hit : hits) {
      if (kind(hit) != SignalKind.PAYOUT_ID) {
        return false;
      }
    }
    return true;
  }

  /// What the line refers to.
  long[] of(SettlementLine line) {
    size = 0;
    nearly.clear();
    field(line.merchantReference());
    field(line.endToEndId());
    if (!isReturn(line.type())) {
      field(line.processorReference());
    }
    line.description().ifPresent(this::text);
    line.payer().ifPresent(this::text);
    if (size == 0) {
      for (int i = 0; i < nearly.size(); i++) {
        add(SignalKind.FEE_ID_NEARLY, nearly.get(i));
      }
    }
    if (isBank(line.type())) {
      boolean refersToNothing = size == 0;
      line.endToEndId().ifPresent(text -> payouts(text, refersToNothing));
      line.merchantReference().ifPresent(text -> payouts(text, refersToNothing));
      line.description().ifPresent(text -> payouts(text, refersToNothing));
    }
    return Arrays.copyOf(hits, size);
  }

  private void payouts(String text, boolean refersToNothing) {
    String some = start(text);
    PayoutWords.words(some, this::payout);
    if (refersToNothing) {
      PayoutWords.parts(some, this::payout);
    }
  }

  private void payout(String plain) {
    add(SignalKind.PAYOUT_ID, texts.intern(plain));
  }

  /// The reference of money that goes back is that of its payment, which is looked for elsewhere.
  private static boolean isReturn(LineType type) {
    return switch (type) {
      case REFUND, CHARGEBACK, CHARGEBACK_REVERSED -> true;
      case PAYMENT, PROCESSOR_COST, PAYOUT, BANK_CREDIT, BANK_DEBIT, OTHER -> false;
    };
  }

  private static boolean isBank(LineType type) {
    return type == LineType.BANK_CREDIT || type == LineType.BANK_DEBIT;
  }

  private void field(Optional<String> field) {
    field.ifPresent(
        reference -> {
          if (!reference(reference, SignalKind.FEE_ID, SignalKind.PAYMENT_REFERENCE)) {
            text(reference);
          }
        });
  }

  private boolean reference(String text, SignalKind asFee, SignalKind asPayment) {
    int number = find(text);
    if (number == Texts.NONE) {
      return false;
    }
    int before = size;
    int fee = fees.ofId(number);
    if (fee >= 0) {
      add(asFee, fee);
    }
    chain(asPayment, number);
    chain(SignalKind.CASE_ID, number);
    chain(SignalKind.PLAN_ID, number);
    return size > before || fee >= 0;
  }

  private void chain(SignalKind kind, int text) {
    if (fees.by(kind).tellsApart(text)) {
      add(kind, text);
    }
  }

  private int find(String text) {
    int exact = texts.find(text);
    return exact != Texts.NONE ? exact : Uuids.canonical(text).map(texts::find).orElse(Texts.NONE);
  }

  private void add(SignalKind kind, int value) {
    long hit = ((long) kind.code() << 32) | (value & 0xffffffffL);
    for (int i = 0; i < size; i++) {
      if (hits[i] == hit) {
        return;
      }
    }
    if (size < HITS_AT_MOST) {
      hits[size++] = hit;
    }
  }

  private void text(String whole) {
    String text = start(whole);
    TextWords.withDigit(text, SHORTEST_WORD, this::word);
    digits.setLength(0);
    boolean afterSeparator = true;
    for (int i = 0; i <= text.length(); i++) {
      char letter = i < text.length() ? text.charAt(i) : 0;
      if (Uuids.digit(letter) >= 0) {
        digits.append(letter);
        afterSeparator = false;
      } else if (!afterSeparator && (letter == '-' || letter == ' ' || letter == '\n')) {
        afterSeparator = true;
      } else {
        digits();
        digits.setLength(0);
        afterSeparator = true;
      }
    }
  }

  private static String start(String whole) {
    return whole.length() > LONGEST_TEXT ? whole.substring(0, LONGEST_TEXT) : whole;
  }

  private void word(String word) {
    reference(word, SignalKind.FEE_ID_IN_TEXT, SignalKind.PAYMENT_REFERENCE_IN_TEXT);
  }

  /// Ids lose their hyphens on the way, or get blanks in the middle, and words like `fee` before
  /// them look like digits.
  private void digits() {
    boolean found = false;
    int last = digits.length() - Uuids.DIGITS;
    for (int from = 0; from <= last && from < WINDOWS_AT_MOST; from++) {
      if (reference(
          Uuids.canonical(digits, from),
          SignalKind.FEE_ID_IN_TEXT,
          SignalKind.PAYMENT_REFERENCE_IN_TEXT)) {
        found = true;
        from += Uuids.DIGITS - 1;
      }
    }
    if (found || size > 0) {
      return;
    }
    if (digits.length() < NearReferences.FEWEST_DIGITS) {
      return;
    }
    var search = near;
    if (search == null) {
      search = new NearReferences(fees);
      near = search;
    }
    for (int from = 0;
        from <= digits.length() - NearReferences.FEWEST_DIGITS && from < WINDOWS_AT_MOST;
        from++) {
      search.find(digits, from, nearly);
    }
  }
}
