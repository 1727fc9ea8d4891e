package org.planledger.core.finance.matching;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A set of rules for a run. Two sets that say the same have the same version, whatever they are
/// called where they are kept.
///
/// @param limits what counts as small and as large, by the code of a currency; for any other
///     currency nothing is small, and the rest follows from its decimal places
/// @param windowDays within how many working days after the ledger recorded a payment its money
///     comes; until then it is in transit
/// @param earlyDays how many working days earlier it may come, as zones and books differ
/// @param openWindowDays within how many working days after it was quoted the money for a fee comes
///     of which the ledger has recorded no payment
/// @param payoutDays within how many working days a payout reaches the bank
/// @param costBasisPoints how much of an amount a processor may have kept, in hundredths of a
///     percent, for a difference to be explained by it
/// @param exchangeBasisPoints how much of it an exchange rate may have made
/// @param candidates how many candidates an exception names
/// @param groupSearch how long groups are looked for
/// @param holidays days from Monday to Friday on which nobody works
public record MatchingRules(
    SortedMap<String, Limits> limits,
    int windowDays,
    int earlyDays,
    int openWindowDays,
    int payoutDays,
    int costBasisPoints,
    int exchangeBasisPoints,
    int candidates,
    GroupSearch groupSearch,
    SortedSet<LocalDate> holidays) {

  /// Grows whenever the passes would find something else by the same rules.
  private static final int PASSES = 5;

  private static final Map<String, Limits> STANDARD_LIMITS =
      Map.ofEntries(
          Map.entry("EUR", limits(100)),
          Map.entry("USD", limits(100)),
          Map.entry("GBP", limits(100)),
          Map.entry("CHF", limits(100)),
          Map.entry("CAD", limits(150)),
          Map.entry("AUD", limits(150)),
          Map.entry("NZD", limits(150)),
          Map.entry("PLN", limits(400)),
          Map.entry("RON", limits(500)),
          Map.entry("DKK", limits(700)),
          Map.entry("CNY", limits(800)),
          Map.entry("HKD", limits(900)),
          Map.entry("NOK", limits(1_100)),
          Map.entry("SEK", limits(1_100)),
          Map.entry("CZK", limits(2_500)),
          Map.entry("TWD", limits(3_500)),
          Map.entry("HUF", limits(40_000)),
          Map.entry("JPY", limits(150)),
          Map.entry("ISK", limits(150)),
          Map.entry("KRW", limits(1_500)));

  /// Takes the sets as they are.
  ///
  /// @throws IllegalArgumentException if a number is below zero
  public MatchingRules {
    limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
    if (windowDays < 0
        || earlyDays < 0
        || openWindowDays < 0
        || payoutDays < 0
        || costBasisPoints < 0
        || exchangeBasisPoints < 0
        || candidates < 0) {
      throw new IllegalArgumentException("days, shares and numbers are not below zero");
    }
  }

  /// The rules to begin with, without holidays.
  public static MatchingRules standard() {
    return new MatchingRules(
        new TreeMap<>(STANDARD_LIMITS),
        5,
        1,
        30,
        5,
        600,
        300,
        5,
        new GroupSearch(4, 2_000, 2_000_000),
        new TreeSet<>());
  }

  /// The same rules with these holidays.
  public MatchingRules withHolidays(Set<LocalDate> days) {
    return new MatchingRules(
        limits,
        windowDays,
        earlyDays,
        openWindowDays,
        payoutDays,
        costBasisPoints,
        exchangeBasisPoints,
        candidates,
        groupSearch,
        new TreeSet<>(days));
  }

  /// Names what the rules say: the beginning of the SHA-256 of all of it.
  public String version() {
    var text = new StringBuilder("passes ").append(PASSES);
    for (var kind : SignalKind.values()) {
      text.append('\n').append(kind).append(' ').append(kind.weight());
    }
    text.append('\n').append(this);
    byte[] hash = Digests.sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 8);
  }

  /// The working days of these rules.
  public WorkingDays workingDays() {
    return WorkingDays.without(holidays);
  }

  /// How urgent an exception is: the worse of its amount and its age. What leaves no money in doubt
  /// can wait for ever.
  ///
  /// @param ageDays its age in working days
  public Severity severity(ExceptionItem item, int ageDays) {
    if (item.isWithoutDoubt()) {
      return Severity.LOW;
    }
    var byAge = AgeBand.of(ageDays).severity();
    var byAmount = limits(item.amount().currency()).severity(item.amount().minor());
    return byAge.compareTo(byAmount) >= 0 ? byAge : byAmount;
  }

  /// What counts as small and as large in a currency.
  Limits limits(Currency currency) {
    var known = limits.get(currency.getCurrencyCode());
    return known != null ? known : unknown(Math.max(0, currency.getDefaultFractionDigits()));
  }

  /// By what is about one euro in minor units: half of it is small; a hundred, five hundred and two
  /// thousand of them make an exception more urgent.
  private static Limits limits(long oneEuro) {
    return new Limits(oneEuro / 2, 100 * oneEuro, 500 * oneEuro, 2_000 * oneEuro);
  }

  private static Limits unknown(int decimalPlaces) {
    long one = Math.round(Math.pow(10, decimalPlaces));
    return new Limits(0, 100 * one, 500 * one, 2_000 * one);
  }
}
