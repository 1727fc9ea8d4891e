package org.planledger.core.terms;

import java.util.Map;
import java.util.Optional;

/// The fees of one currency. A region uses the tariff of its currency.
///
/// @param damageFees replacement fees after damage, by plan type, model and ordinal
/// @param flyawayFees replacement fees after a flyaway, flat for every ordinal
/// @param materialPrices what a missing component costs, per unit
/// @param repairDiscount what a discounted repair takes off; empty where none is configured
public record Tariff(
    Map<DamageKey, Fee> damageFees,
    Map<FlyawayKey, Fee> flyawayFees,
    Map<MaterialKey, Fee> materialPrices,
    Optional<Discount> repairDiscount) {

  /// What decides a damage fee; the ordinal of a plan's first replacement is 1.
  public record DamageKey(PlanType type, ModelCode model, int ordinal) {}

  /// What decides a flyaway fee.
  public record FlyawayKey(PlanType type, ModelCode model) {}

  /// What decides a material price.
  public record MaterialKey(ModelCode model, Part part) {}

  public Tariff {
    damageFees = Ordered.map(damageFees);
    flyawayFees = Ordered.map(flyawayFees);
    materialPrices = Ordered.map(materialPrices);
  }

  /// A tariff in which no repair discount is configured.
  public Tariff(
      Map<DamageKey, Fee> damageFees,
      Map<FlyawayKey, Fee> flyawayFees,
      Map<MaterialKey, Fee> materialPrices) {
    this(damageFees, flyawayFees, materialPrices, Optional.empty());
  }

  Optional<Fee> replacement(PlanType type, ModelCode model, ReplacementMode mode, int ordinal) {
    return Optional.ofNullable(
        switch (mode) {
          case DAMAGE -> damageFees.get(new DamageKey(type, model, ordinal));
          case FLYAWAY -> flyawayFees.get(new FlyawayKey(type, model));
        });
  }

  Optional<Fee> material(ModelCode model, Part part) {
    return Optional.ofNullable(materialPrices.get(new MaterialKey(model, part)));
  }
}
