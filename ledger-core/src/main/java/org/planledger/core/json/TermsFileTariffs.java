package org.planledger.core.json;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.planledger.core.terms.Discount;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;

/// The part of a document that holds amounts and the months of the official warranty.
///
/// @param warranty the rows of the official warranty
/// @param sheets the amounts, one sheet for each currency
record TermsFileTariffs(List<WarrantyRow> warranty, List<Sheet> sheets) {

  /// Marks an amount that is invented for demonstration.
  static final String SAMPLE = "SAMPLE";

  private static final int LONGEST_WARRANTY_MONTHS = 120;

  /// The official warranty that a group of regions gives on some models.
  record WarrantyRow(
      String group,
      Set<String> lines,
      Set<ModelCode> models,
      Map<Part, Integer> months,
      String source) {}

  /// The amounts in one currency.
  record Sheet(
      Currency currency,
      Optional<Discount> repairDiscount,
      List<FeeRow> fees,
      List<MaterialRow> materials) {}

  /// The replacement fees of one model and type of plan; the first amount is for ordinal 1.
  record FeeRow(
      ModelCode model,
      PlanType plan,
      List<Long> damageMinor,
      OptionalLong flyawayMinor,
      String source) {}

  /// What the missing components of one model cost.
  record MaterialRow(ModelCode model, Map<Part, Long> pricesMinor, String source) {}

  static TermsFileTariffs read(TermsFileNode root) {
    return new TermsFileTariffs(
        root.at("warrantyMonths").list(TermsFileTariffs::warranty),
        root.at("tariffs").list(TermsFileTariffs::sheet));
  }

  private static WarrantyRow warranty(TermsFileNode node) {
    node.object(List.of("group", "months", "source"), List.of("lines", "models"));
    return new WarrantyRow(
        node.at("group").text(),
        node.optional("lines").map(one -> one.set(TermsFileNode::text)).orElse(Set.of()),
        node.optional("models").map(one -> one.set(TermsFileCatalogue::code)).orElse(Set.of()),
        node.at("months").entries(Part::of, TermsFileTariffs::months),
        node.at("source").text());
  }

  private static int months(TermsFileNode node) {
    int months = node.integer();
    node.problems()
        .require(
            months >= 0 && months <= LONGEST_WARRANTY_MONTHS,
            node.path(),
            "a warranty lasts 0 to " + LONGEST_WARRANTY_MONTHS + " months: " + months);
    return months;
  }

  private static Sheet sheet(TermsFileNode node) {
    node.object(
        List.of("currency", "replacementFees", "materialPrices"), List.of("repairDiscount"));
    return new Sheet(
        TermsFileCatalogue.currency(node.at("currency")),
        node.optional("repairDiscount").flatMap(TermsFileTariffs::discount),
        node.at("replacementFees").list(TermsFileTariffs::feeRow),
        node.at("materialPrices").list(TermsFileTariffs::materialRow));
  }

  private static Optional<Discount> discount(TermsFileNode node) {
    node.object("materialPercent", "labourPercent", "source");
    int material = percent(node.at("materialPercent"));
    int labour = percent(node.at("labourPercent"));
    String source = node.at("source").text();
    return node.attempt(() -> new Discount(material, labour, source, source.equals(SAMPLE)));
  }

  private static int percent(TermsFileNode node) {
    int percent = node.integer();
    boolean possible = percent >= 0 && percent <= 100;
    node.problems()
        .require(possible, node.path(), "a percentage lies between 0 and 100: " + percent);
    return possible ? percent : 1;
  }

  private static FeeRow feeRow(TermsFileNode node) {
    node.object(List.of("model", "plan", "damageMinor", "source"), List.of("flyawayMinor"));
    OptionalLong flyaway =
        node.optional("flyawayMinor")
            .map(one -> OptionalLong.of(amount(one)))
            .orElse(OptionalLong.empty());
    return new FeeRow(
        TermsFileCatalogue.code(node.at("model")),
        node.at("plan").choice(PlanType.class),
        node.at("damageMinor").list(TermsFileTariffs::amount),
        flyaway,
        node.at("source").text());
  }

  private static MaterialRow materialRow(TermsFileNode node) {
    node.object("model", "pricesMinor", "source");
    return new MaterialRow(
        TermsFileCatalogue.code(node.at("model")),
        node.at("pricesMinor").entries(Part::of, TermsFileTariffs::amount),
        node.at("source").text());
  }

  private static long amount(TermsFileNode node) {
    long minor = node.longInteger();
    node.problems().require(minor > 0, node.path(), "an amount must be above zero: " + minor);
    return minor;
  }
}
