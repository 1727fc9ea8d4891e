package org.planledger.core.plan;

import static org.planledger.core.plan.Named.*;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.ComponentMatrix;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.MatrixRow;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.PlanFigures;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.Quantity;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.RewardStart;
import org.planledger.core.terms.RewardTerms;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Tariff;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;
import org.planledger.core.terms.TermsContent;

/// An edition of our own for what the released one never says: two regions that count as one, a
/// model without a replacement, a plan without discounted repairs, a fee and a material price that
/// nobody configured.
///
/// A `KITE` can be replaced, a `BARE_KITE` cannot. `XA` and `XB` are one region with euros, where a
/// missing gimbal has a price and a missing battery has none. `XC` has no tariff at all.
final class KiteTerms {
  static final Edition EDITION = new Edition("2099-01");
  static final Edition RETIRED = new Edition("2098-01");
  static final Currency EURO = Currency.getInstance("EUR");

  private static final Set<Service> ALL =
      Set.of(Service.REPLACEMENT, Service.EXTENDED_WARRANTY, Service.SAFE_FLIGHT_REWARD);

  private KiteTerms() {}

  /// The edition, and an older one that is sold no more from the first day of 2023.
  static TermsBook book() {
    return new TermsBook(
        List.of(terms(EDITION), terms(RETIRED)), Map.of(RETIRED, LocalDate.parse("2023-01-01")));
  }

  private static Terms terms(Edition edition) {
    return new Terms(content(edition), sha256(edition.id()));
  }

  private static TermsContent content(Edition edition) {
    var figures = new PlanFigures(12, 2, 1, 0, 1, false);
    var atPlanEnd = Map.of(PlanType.ONE_YEAR, RewardStart.PLAN_END);
    return new TermsContent(
        edition,
        Map.of(PlanType.ONE_YEAR, figures),
        new RewardTerms(12, Set.of(Service.REPLACEMENT), atPlanEnd, atPlanEnd),
        7,
        3,
        false,
        false,
        matrix(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(kite("KITE", ALL), kite("BARE_KITE", Set.of(Service.EXTENDED_WARRANTY))),
        Map.of(),
        List.of(
            regionOf("XA", "EUR", "X"), regionOf("XB", "EUR", "X"), regionOf("XC", "USD", "XC")),
        Map.of(),
        Map.of(EURO, tariff()),
        Map.of());
  }

  private static ComponentMatrix matrix() {
    var one = new Quantity.Count(1);
    var row =
        new MatrixRow(
            "K-1",
            Set.of(MatrixRow.EVERY_LINE),
            Set.of(),
            Map.of(AIRCRAFT, one, GIMBAL, one, BATTERY, one),
            Optional.empty());
    return new ComponentMatrix(
        Map.of(Service.REPLACEMENT, List.of(row), Service.EXTENDED_WARRANTY, List.of(row)),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(AIRCRAFT),
        Set.of());
  }

  private static Model kite(String code, Set<Service> offered) {
    return new Model(
        Named.model(code),
        code,
        "KITES",
        true,
        true,
        offered,
        false,
        Set.of(AIRCRAFT, GIMBAL, BATTERY),
        AIRCRAFT);
  }

  private static Region regionOf(String code, String currency, String group) {
    return new Region(
        region(code),
        code,
        ZoneId.of("UTC"),
        Currency.getInstance(currency),
        false,
        group,
        Set.of(Channel.ONLINE_REPAIR, Channel.EXPRESS),
        Set.of());
  }

  private static Tariff tariff() {
    var kite = Named.model("KITE");
    return new Tariff(
        Map.of(
            new Tariff.DamageKey(PlanType.ONE_YEAR, kite, 1), fee("EUR 50.00"),
            new Tariff.DamageKey(PlanType.ONE_YEAR, kite, 2), fee("EUR 70.00")),
        Map.of(new Tariff.FlyawayKey(PlanType.ONE_YEAR, kite), fee("EUR 200.00")),
        Map.of(new Tariff.MaterialKey(kite, GIMBAL), fee("EUR 30.00")));
  }

  private static Fee fee(String amount) {
    return new Fee(money(amount), "the edition's own", false);
  }
}
