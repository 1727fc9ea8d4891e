package org.planledger.core.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.planledger.core.json.TermsFile;
import org.planledger.core.terms.Terms;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The released edition with a change that somebody thinks about.
public final class Candidate {

  private final ObjectNode document;

  private Candidate(ObjectNode document) {
    this.document = document;
  }

  /// Edition 2022-10 before any change.
  public static Candidate of202210() {
    return of("2022-10");
  }

  /// A released edition before any change.
  public static Candidate of(String edition) {
    try (var in = TermsFile.class.getResourceAsStream("/terms/" + edition + ".json")) {
      var tree = JsonMapper.shared().readTree(Objects.requireNonNull(in).readAllBytes());
      return new Candidate((ObjectNode) tree);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The same with so many replacements in a plan, each beyond the last at the fee of the last.
  public Candidate replacements(String planType, int total) {
    ((ObjectNode) document.at("/plans/" + planType)).put("replacementTotal", total);
    ObjectNode plan = (ObjectNode) document.at("/plans/" + planType);
    plan.put("flyawayMax", Math.min(total, plan.get("flyawayMax").intValue()));
    for (var tariff : document.withArray("tariffs")) {
      for (var row : tariff.withArray("replacementFees")) {
        if (row.get("plan").stringValue().equals(planType) && row.has("damageMinor")) {
          resize((ArrayNode) row.get("damageMinor"), total);
        }
      }
    }
    return this;
  }

  /// The same with a higher fee for the first replacement of every plan in a currency.
  Candidate firstFeesHigherBy(String currency, long minor) {
    for (var tariff : document.withArray("tariffs")) {
      if (tariff.get("currency").stringValue().equals(currency)) {
        for (var row : tariff.withArray("replacementFees")) {
          var fees = (ArrayNode) row.get("damageMinor");
          fees.set(0, fees.numberNode(fees.get(0).longValue() + minor));
        }
      }
    }
    return this;
  }

  /// The same with the centres of a region, which no released edition lists.
  public Candidate centres(String code, String... ids) {
    for (var region : document.withArray("regions")) {
      if (region.get("code").stringValue().equals(code)) {
        var centres = ((ObjectNode) region).putArray("centres");
        Arrays.stream(ids).forEach(centres::add);
      }
    }
    return this;
  }

  /// The same without a region.
  Candidate withoutRegion(String code) {
    document.withArray("regions").removeIf(region -> region.get("code").stringValue().equals(code));
    return this;
  }

  /// The document as it would be sent.
  public String json() {
    return document.toString();
  }

  public Terms terms() {
    return TermsFile.read("candidate.json", json().getBytes(StandardCharsets.UTF_8));
  }

  private static void resize(ArrayNode fees, int total) {
    while (fees.size() > total) {
      fees.remove(fees.size() - 1);
    }
    while (fees.size() < total) {
      fees.add(fees.get(fees.size() - 1));
    }
  }
}
