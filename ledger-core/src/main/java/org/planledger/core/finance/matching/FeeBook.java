package org.planledger.core.finance.matching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All fees of a run, in columns. A fee is a number here; numbers follow the order in which fees
/// were told, which decides nothing: whatever has to be in order goes by [#rank].
final class FeeBook {

  /// A case, a plan or a payment with more fees than this says too little about one of them.
  static final int FEES_OF_ONE_AT_MOST = 64;

  private static final int NEVER = Integer.MIN_VALUE;
  private static final Comparator<FeeFact.Refunded> BY_POSITION =
      Comparator.comparingLong(FeeFact.Refunded::position).thenComparing(FeeFact.Refunded::eventId);

  private final Texts texts;
  private final Currencies currencies;
  private int size;
  private int[] ids = new int[1 << 10];
  private int[] plans = new int[1 << 10];
  private int[] cases = new int[1 << 10];
  private int[] payments = new int[1 << 10];
  private long[] dues = new long[1 << 10];
  private long[] positions = new long[1 << 10];
  private int[] quotedOn = new int[1 << 10];
  private int[] capturedOn = new int[1 << 10];
  private long[] capturedAt = new long[1 << 10];
  private short[] currencyOf = new short[1 << 10];
  private boolean[] cancelled = new boolean[1 << 10];
  private int[] feeOfText = new int[1 << 10];
  private final Map<Integer, List<FeeFact.Refunded>> refunds = new HashMap<>();
  private int[] order = new int[0];
  private int[] ranks = new int[0];
  private Chains byPlan = Chains.NONE;
  private Chains byCase = Chains.NONE;
  private Chains byPayment = Chains.NONE;

  FeeBook(Texts texts, Currencies currencies) {
    this.texts = texts;
    this.currencies = currencies;
    Arrays.fill(feeOfText, Texts.NONE);
  }

  void add(FeeFact fee) {
    int text = texts.intern(fee.feeId());
    if (ofId(text) != Texts.NONE) {
      throw new IllegalArgumentException("the fee " + fee.feeId() + " was told twice");
    }
    room(text);
    feeOfText[text] = size;
    ids[size] = text;
    plans[size] = texts.intern(fee.planId());
    cases[size] = texts.intern(fee.caseId());
    payments[size] =
        fee.captured()
            .map(FeeFact.Captured::reference)
            .filter(reference -> !reference.isBlank())
            .map(texts::intern)
            .orElse(Texts.NONE);
    dues[size] = fee.due().minor();
    positions[size] = fee.position();
    quotedOn[size] = day(fee.quotedOn());
    capturedOn[size] = fee.captured().map(captured -> day(captured.on())).orElse(NEVER);
    capturedAt[size] = fee.captured().map(FeeFact.Captured::position).orElse(0L);
    currencyOf[size] = currencies.number(fee.due().currency());
    cancelled[size] = fee.cancelled();
    if (!fee.refunds().isEmpty()) {
      refunds.put(size, fee.refunds().stream().sorted(BY_POSITION).toList());
    }
    size++;
  }

  private static int day(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  private void room(int text) {
    if (text >= feeOfText.length) {
      int before = feeOfText.length;
      feeOfText = Arrays.copyOf(feeOfText, Math.max(Growth.of(before), text + 1));
      Arrays.fill(feeOfText, before, feeOfText.length, Texts.NONE);
    }
    if (size == ids.length) {
      resize(Growth.of(size));
    }
  }

  private void resize(int more) {
    ids = Arrays.copyOf(ids, more);
    plans = Arrays.copyOf(plans, more);
    cases = Arrays.copyOf(cases, more);
    payments = Arrays.copyOf(payments, more);
    dues = Arrays.copyOf(dues, more);
    positions = Arrays.copyOf(positions, more);
    quotedOn = Arrays.copyOf(quotedOn, more);
    capturedOn = Arrays.copyOf(capturedOn, more);
    capturedAt = Arrays.copyOf(capturedAt, more);
    currencyOf = Arrays.copyOf(currencyOf, more);
    cancelled = Arrays.copyOf(cancelled, more);
  }

  /// Puts all fees in order; none is added any more.
  void close() {
    resize(size);
    order = new int[size];
    for (int fee = 0; fee < size; fee++) {
      order[fee] = fee;
    }
    Sorting.sort(order, this::compare);
    ranks = new int[size];
    for (int rank = 0; rank < size; rank++) {
      ranks[order[rank]] = rank;
    }
    byPlan = new Chains(texts.size(), order, plans);
    byCase = new Chains(texts.size(), order, cases);
    byPayment = new Chains(texts.size(), order, payments);
  }

  private int compare(int first, int second) {
    int byPosition = Long.compare(positions[first], positions[second]);
    return byPosition != 0 ? byPosition : id(first).compareTo(id(second));
  }

  int size() {
    return size;
  }

  /// The fee at a place of the order, from 0.
  int at(int rank) {
    return order[rank];
  }

  int rank(int fee) {
    return ranks[fee];
  }

  String id(int fee) {
    return texts.text(ids[fee]);
  }

  int idText(int fee) {
    return ids[fee];
  }

  /// The fee whose id is that text, or [Texts#NONE].
  int ofId(int text) {
    return text >= 0 && text < feeOfText.length ? feeOfText[text] : Texts.NONE;
  }

  /// The fees of a plan, a case or a payment.
  Chains by(SignalKind kind) {
    return switch (kind) {
      case PLAN_ID -> byPlan;
      case CASE_ID -> byCase;
      case PAYMENT_REFERENCE, PAYMENT_REFERENCE_IN_TEXT -> byPayment;
      case DECIDED_BY_HAND,
          FEE_ID,
          FEE_ID_IN_TEXT,
          FEE_ID_NEARLY,
          RELATED_PAYMENT,
          PAYOUT_ID,
          AMOUNT,
          AMOUNT_IN_SUM,
          AMOUNT_NEARLY,
          AMOUNT_DIFFERS,
          DATE,
          DATE_OUTSIDE,
          PAYMENT_NOT_RECORDED ->
          Chains.NONE;
    };
  }

  boolean isOf(int fee, SignalKind kind, int text) {
    return switch (kind) {
      case PLAN_ID -> plans[fee] == text;
      case CASE_ID -> cases[fee] == text;
      case PAYMENT_REFERENCE, PAYMENT_REFERENCE_IN_TEXT -> payments[fee] == text;
      case FEE_ID, FEE_ID_IN_TEXT, FEE_ID_NEARLY -> fee == text;
      case DECIDED_BY_HAND,
          RELATED_PAYMENT,
          PAYOUT_ID,
          AMOUNT,
          AMOUNT_IN_SUM,
          AMOUNT_NEARLY,
          AMOUNT_DIFFERS,
          DATE,
          DATE_OUTSIDE,
          PAYMENT_NOT_RECORDED ->
          false;
    };
  }

  long due(int fee) {
    return dues[fee];
  }

  int currency(int fee) {
    return currencyOf[fee];
  }

  boolean isCancelled(int fee) {
    return cancelled[fee];
  }

  boolean isCaptured(int fee) {
    return capturedOn[fee] != NEVER;
  }

  /// The position at which the ledger recorded the payment; 0 if there is none.
  long capturedAt(int fee) {
    return capturedAt[fee];
  }

  int quotedOn(int fee) {
    return quotedOn[fee];
  }

  /// When the ledger recorded the payment, else when the fee was quoted.
  int since(int fee) {
    return isCaptured(fee) ? capturedOn[fee] : quotedOn[fee];
  }

  List<FeeFact.Refunded> refunds(int fee) {
    return refunds.getOrDefault(fee, List.of());
  }
}
