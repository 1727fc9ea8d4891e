package org.planledger.core.terms;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planledger.core.terms.EditionDifference.MaterialPrice;
import org.planledger.core.terms.EditionDifference.OfficialWarranty;
import org.planledger.core.terms.EditionDifference.RepairDiscount;
import org.planledger.core.terms.EditionDifference.ReplacementFees;
import org.planledger.core.terms.EditionDifference.Subject;

/// Takes the amounts and the official warranty of an edition apart, for [EditionStatements].
/// Amounts are told as people write them, in units of the currency.
final class TariffStatements {

  private TariffStatements() {}

  static Map<Subject, String> warranties(TermsContent content) {
    Map<Subject, String> said = new LinkedHashMap<>();
    content
        .warrantyMonths()
        .forEach(
            (region, models) ->
                models.forEach(
                    (model, months) -> {
                      String byPart =
                          months.entrySet().stream()
                              .map(entry -> entry.getKey().code() + " " + entry.getValue())
                              .sorted()
                              .collect(Collectors.joining(", "));
                      said.put(new OfficialWarranty(region, model), byPart);
                    }));
    return said;
  }

  static Map<Subject, String> replacementFees(TermsContent content) {
    Map<Subject, String> said = new LinkedHashMap<>();
    content
        .tariffs()
        .forEach(
            (currency, tariff) -> {
              ladders(currency, tariff)
                  .forEach((subject, fees) -> said.put(subject, String.join(", ", fees.values())));
              tariff
                  .flyawayFees()
                  .forEach(
                      (key, fee) ->
                          said.put(
                              new ReplacementFees(
                                  currency, key.type(), key.model(), ReplacementMode.FLYAWAY),
                              text(fee)));
            });
    return said;
  }

  private static Map<ReplacementFees, Map<Integer, String>> ladders(
      Currency currency, Tariff tariff) {
    Map<ReplacementFees, Map<Integer, String>> ladders = new LinkedHashMap<>();
    tariff
        .damageFees()
        .forEach(
            (key, fee) ->
                ladders
                    .computeIfAbsent(
                        new ReplacementFees(
                            currency, key.type(), key.model(), ReplacementMode.DAMAGE),
                        subject -> new TreeMap<>())
                    .put(key.ordinal(), text(fee)));
    return ladders;
  }

  static Map<Subject, String> materialPrices(TermsContent content) {
    Map<Subject, String> said = new LinkedHashMap<>();
    content
        .tariffs()
        .forEach(
            (currency, tariff) ->
                tariff
                    .materialPrices()
                    .forEach(
                        (key, fee) ->
                            said.put(
                                new MaterialPrice(currency, key.model(), key.part()), text(fee))));
    return said;
  }

  static Map<Subject, String> discounts(TermsContent content) {
    Map<Subject, String> said = new LinkedHashMap<>();
    content
        .tariffs()
        .forEach(
            (currency, tariff) ->
                tariff
                    .repairDiscount()
                    .ifPresent(
                        discount ->
                            said.put(
                                new RepairDiscount(currency),
                                "%d%% off material, %d%% off labour"
                                    .formatted(
                                        discount.materialPercent(), discount.labourPercent()))));
    return said;
  }

  private static String text(Fee fee) {
    Money amount = fee.amount();
    return BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits())
        .toPlainString();
  }
}
