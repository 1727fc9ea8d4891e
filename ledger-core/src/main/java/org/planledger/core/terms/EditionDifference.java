package org.planledger.core.terms;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One point on which two editions differ.
///
/// @param subject what they speak of
/// @param before what the one edition says of it; empty if nothing
/// @param after what the other says of it; empty if nothing
public record EditionDifference(Subject subject, Optional<String> before, Optional<String> after) {

  /// What an edition makes a statement about, in the order in which differences are listed.
  public sealed interface Subject {}

  /// A number of one type of plan.
  public record PlanSubject(PlanType plan, PlanFigure figure) implements Subject {}

  /// A provision for every plan.
  public record Provision(Setting setting) implements Subject {}

  /// When the reward of a plan begins, in Europe and the United Kingdom or elsewhere.
  public record RewardBeginning(PlanType plan, boolean europeAndUk) implements Subject {}

  /// Who bears what of a service.
  public record Bearing(Service service) implements Subject {}

  /// How far an exclusion reaches for a service.
  public record Exclusion(Service service, String exclusionId) implements Subject {}

  /// A row of the component matrix; parts that wear out are rows of the maintenance.
  public record Row(Service service, String row) implements Subject {}

  /// What a name of a component or of a series of lines stands for.
  public record Meaning(String name) implements Subject {}

  /// An entry of the product catalogue.
  public record CatalogueEntry(ModelCode model) implements Subject {}

  /// What comes with a model.
  public record Accessories(ModelCode model) implements Subject {}

  /// A region where plans are sold.
  public record SalesRegion(RegionCode region) implements Subject {}

  /// The months of the official warranty of a model in a region.
  public record OfficialWarranty(RegionCode region, ModelCode model) implements Subject {}

  /// The fees of the replacements of a plan, the first one first; a flyaway has the same for all.
  public record ReplacementFees(
      Currency currency, PlanType plan, ModelCode model, ReplacementMode mode) implements Subject {}

  /// What a missing component costs.
  public record MaterialPrice(Currency currency, ModelCode model, Part part) implements Subject {}

  /// What a discounted repair takes off.
  public record RepairDiscount(Currency currency) implements Subject {}

  /// The numbers of a plan.
  public enum PlanFigure {
    MONTHS,
    REPLACEMENT_TOTAL,
    FLYAWAY_MAX,
    REPAIR_DISCOUNT_TOTAL,
    MAINTENANCE_TOTAL,
    EXTENDED_WARRANTY
  }

  /// The provisions for every plan.
  public enum Setting {
    REWARD_MONTHS,
    REWARD_FORFEITED_BY,
    ONLINE_SEND_BACK_DAYS,
    EXPRESS_SEND_BACK_WORKING_DAYS,
    TRANSFERABLE,
    RENEWABLE,
    STRUCTURAL_PARTS,
    BODY_ORDER
  }

  /// Every point on which the editions differ: by kind of subject, then in the order of the
  /// document, with what only the second one speaks of last. What a figure is taken from, and since
  /// when an edition is on sale, is no provision and therefore no difference.
  public static List<EditionDifference> between(Terms before, Terms after) {
    List<Map<Subject, String>> old = EditionStatements.of(before.content());
    List<Map<Subject, String>> changed = EditionStatements.of(after.content());
    List<EditionDifference> differences = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      Set<Subject> subjects = new LinkedHashSet<>(old.get(i).keySet());
      subjects.addAll(changed.get(i).keySet());
      for (Subject subject : subjects) {
        Optional<String> was = Optional.ofNullable(old.get(i).get(subject));
        Optional<String> is = Optional.ofNullable(changed.get(i).get(subject));
        if (!was.equals(is)) {
          differences.add(new EditionDifference(subject, was, is));
        }
      }
    }
    return List.copyOf(differences);
  }

  /// The difference for people, for example `TWO_YEAR REPLACEMENT_TOTAL: 3 -> 4`.
  public String text() {
    return label() + ": " + before.orElse("nothing") + " -> " + after.orElse("nothing");
  }

  private String label() {
    return switch (subject) {
      case PlanSubject(var plan, var figure) -> plan + " " + figure;
      case Provision(var setting) -> setting.name();
      case RewardBeginning(var plan, var europeAndUk) ->
          plan + " reward" + (europeAndUk ? " in Europe and the United Kingdom" : "");
      case Bearing(var service) -> "costs of " + service;
      case Exclusion(var service, var id) -> id + " for " + service;
      case Row(var service, var row) -> "row " + row + " of " + service;
      case Meaning(var name) -> "meaning of " + name;
      case CatalogueEntry(var model) -> "model " + model.code();
      case Accessories(var model) -> "accessories of " + model.code();
      case SalesRegion(var region) -> "region " + region.code();
      case OfficialWarranty(var region, var model) ->
          "official warranty of " + model.code() + " in " + region.code();
      case ReplacementFees(var currency, var plan, var model, var mode) ->
          "%s %s %s fees in %s".formatted(model.code(), plan, mode, currency.getCurrencyCode());
      case MaterialPrice(var currency, var model, var part) ->
          "%s of %s in %s".formatted(part.code(), model.code(), currency.getCurrencyCode());
      case RepairDiscount(var currency) -> "repair discount in " + currency.getCurrencyCode();
    };
  }
}
